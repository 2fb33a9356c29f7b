"""The WSGI object for hosts: `app:server` in a checkout, `ashraf_atlas.wsgi:server` once installed."""

from __future__ import annotations

import os
from pathlib import Path

from ashraf_atlas.embedded import geodata_folder
from ashraf_atlas.serving import app_of
from ashraf_atlas.site.build import Options

server = app_of(
    Path(os.environ.get("ASHRAF_ATLAS_GEODATA") or geodata_folder()),
    os.environ.get("ASHRAF_ATLAS_BASE_PATH") or "/",
    Options(base_url=os.environ.get("ASHRAF_ATLAS_BASE_URL") or None),
)
