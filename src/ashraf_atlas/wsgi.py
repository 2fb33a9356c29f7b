"""The WSGI object for hosts: `app:server` in a checkout, `ashraf_atlas.wsgi:server` once installed."""

from __future__ import annotations

import os
from pathlib import Path

from ashraf_atlas.dashboard import create_app
from ashraf_atlas.embedded import geodata_folder

server = create_app(
    Path(os.environ.get("ASHRAF_ATLAS_GEODATA") or geodata_folder()),
    base_path=os.environ.get("ASHRAF_ATLAS_BASE_PATH") or "/",
).server
