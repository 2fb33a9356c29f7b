"""The icon of the site: two places and the way between them, in the colours of the map."""

from __future__ import annotations

import base64

from ashraf_atlas.theme import THEMES

ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="{land}"/>
<path d="M9 21C10 9 18 6 24 11" fill="none" stroke="{relocation}" stroke-width="2.6" stroke-linecap="round"/>
<circle cx="9" cy="22" r="5" fill="{presence}"/>
<circle cx="24" cy="11.500" r="3.200" fill="{attack}"/>
</svg>
""".format(**THEMES["light"])

ICON_ADDRESS = f"data:image/svg+xml;base64,{base64.b64encode(ICON.encode()).decode('ascii')}"
"""The icon in its address: browsers ask for one again whenever the address changes, also when the server is gone."""
