"""Ashraf Atlas: `python app.py` serves the embedded story; `app:server` is the same for WSGI hosts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))  # so that a checkout runs without being installed

if TYPE_CHECKING:
    from ashraf_atlas.site.wsgi import SiteApp

    server: SiteApp


def __getattr__(name: str) -> Any:
    """Build `server`, the WSGI object, when a host first asks for it; see `ashraf_atlas.wsgi`."""
    if name != "server":
        raise AttributeError(name)
    from ashraf_atlas.wsgi import server

    return server


if __name__ == "__main__":
    from ashraf_atlas.__main__ import run_app

    sys.exit(run_app())
