"""The whole dashboard as one HTML file: it opens by a double click, from a disk or a stick, with no network."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ashraf_atlas import feed, figure
from ashraf_atlas.dashboard import create_app
from ashraf_atlas.downloads import listed
from ashraf_atlas.parted import Parted, is_long, parted
from ashraf_atlas.progress import Tell, to_nobody
from ashraf_atlas.site import scripts, styles
from ashraf_atlas.site.build import Options
from ashraf_atlas.site.document import Parts, document, inline_script, inline_style
from ashraf_atlas.site.early import EARLY, script_hash
from ashraf_atlas.site.icon import ICON_ADDRESS
from ashraf_atlas.site.material import BASEMAP, material
from ashraf_atlas.site.pages import pages
from ashraf_atlas.site.policy import policy
from ashraf_atlas.written.story_page import written

PATH = '<script type="text/plain" src="about:blank"></script>'
"""Dash's scripts look for the address of the first script, and stop if it has none; this one is never fetched."""


def single_file(geodata: Path, options: Options, tell: Tell = to_nobody) -> bytes:
    """Return the file; with a base URL it leads to the downloads of the site there, without one it has none.

    `tell` is told how far it has come.

    Raises `problems.DatasetError` if the dataset is not valid.
    """
    of = material(geodata, tell)
    facts, assets, base_url = of.facts, of.assets, options.base_url
    downloads = (
        [{**it, "href": f"{base_url}{it['href']}"} for it in listed(of.bundle.story.head.id)] if base_url else []
    )
    corrections = f"{base_url}data/{feed.FILE}" if base_url else ""
    told = parted(facts) if is_long(facts) else Parted(facts, {})
    app = create_app(told.first, {**figure.looks(facts), "files": {}, "feed": corrections, "downloads": downloads})
    held = [
        *(of.basemap_script(name) for name in BASEMAP),
        *(of.text_script(language) for language in of.others),
        *(scripts.content_script(name, it) for name, it in told.parts.items()),
        scripts.dash_script(app),
        scripts.data_script(**scripts.dash_answers(app)),
        scripts.first_script(assets),
        scripts.atlas_script(assets),
        scripts.graphs_script(assets),
    ]
    contents = [inline_script(script) for script in (EARLY, *held)]
    early, *late = contents
    said = written(facts, of.basemap)
    rules = (
        styles.first_style_sheet(assets),
        styles.style_sheet(assets),
        styles.inlined_fonts(assets),
        said.style,
    )
    parts = Parts(
        policy=policy(map(script_hash, contents)),
        config=scripts.dash_config(app),
        icon=ICON_ADDRESS,
        styles=inline_style("\n".join(rules)),
        scripts=f"{PATH}\n<script>{early}</script>",
        written=said.body,
        last="".join(f"<script>{it}</script>\n" for it in late),
    )
    attributes = {
        "language": facts["story"]["language"],
        "texts": " ".join(f"{language}:" for language in of.others) or None,
        "root": "",  # the file itself
        "edition": of.edition(hashlib.sha256("".join(contents).encode()).hexdigest()),
        "hosts": " ".join(options.hosts) or None,
        "single": "yes",
    }
    return document(next(pages(facts)), facts, parts, attributes, None).encode()

