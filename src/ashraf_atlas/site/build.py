"""Makes the site of a dataset: what `freeze` writes and what the server sends are both this."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ashraf_atlas import feed, figure
from ashraf_atlas.dashboard import create_app
from ashraf_atlas.downloads import download_files, listed
from ashraf_atlas.parted import Parted, is_long, parted
from ashraf_atlas.progress import Tell, stretch, to_nobody
from ashraf_atlas.site import scripts, styles
from ashraf_atlas.site.document import Parts, document, inline_script, inline_style, linked_scripts, linked_styles
from ashraf_atlas.site.early import EARLY
from ashraf_atlas.site.files import MEDIA_TYPES, File, Site, hashed, once
from ashraf_atlas.site.icon import ICON, ICON_ADDRESS
from ashraf_atlas.site.material import BASEMAP, material
from ashraf_atlas.site.not_found import not_found
from ashraf_atlas.site.oembed import oembed_files
from ashraf_atlas.site.pages import Page, pages, whole
from ashraf_atlas.site.pictures import pictures
from ashraf_atlas.site.policy import policy
from ashraf_atlas.written.story_page import written

ELEMENT = ("embed.js", "embed.d.ts")
"""For pages that hold the atlas: at the root, under names that stay."""


READ = 0.8
"""Share of the whole, roughly: for the eye."""


@dataclass(frozen=True)
class Options:
    """What is not in the dataset."""

    base_url: str | None = None
    """The address at which the site's root will be, with a slash at its end; without it no whole address is in it."""
    hosts: tuple[str, ...] = ()
    """Origins whose pages may hold the atlas and talk to it; none given means all."""
    watch: str | None = None
    """The name of this edition for pages that are to be reloaded when there is another."""


def build_site(geodata: Path, options: Options = Options(), tell: Tell = to_nobody) -> Site:
    """Return the site of the dataset in `geodata`; `tell` is told how far it has come.

    Raises `problems.DatasetError` if the dataset is not valid; nothing is half-made.
    """
    of = material(geodata, stretch(tell, 0, READ))
    tell(READ, "putting the page together")
    facts, assets, head = of.facts, of.assets, of.bundle.story.head
    basemap = {name: hashed(f"{name}.js", of.basemap_script(name)) for name in BASEMAP}
    texts = {language: hashed(f"text-{language}.js", of.text_script(language)) for language in of.others}
    graphs = hashed("graphs.js", scripts.graphs_script(assets))
    told = parted(facts) if is_long(facts) else Parted(facts, {})
    later = {name: hashed(f"{name}.js", scripts.content_script(name, it)) for name, it in told.parts.items()}
    looks = {
        **figure.looks(facts),
        "files": {
            **{name: path for name, (path, _) in basemap.items()},
            "graphs": graphs[0],
            **{name: path for name, (path, _) in later.items()},
        },
        "feed": f"data/{feed.FILE}",
        "downloads": listed(head.id),
    }
    app = create_app(told.first, looks)
    fonts = styles.fonts(assets)
    style = hashed("atlas.css", styles.style_sheet(assets))
    made = (
        hashed("first.js", scripts.content_script("fonts", styles.listed_fonts(assets)) + scripts.first_script(assets)),
        *(basemap[name] for name in BASEMAP[:-1]),
        hashed("dash.js", scripts.called_on_load(scripts.dash_script(app))),
        hashed("story.js", scripts.data_script(**scripts.dash_answers(app))),
        hashed("atlas.js", scripts.called_on_load(scripts.atlas_script(assets, watched=options.watch is not None))),
    )
    data = {**dict(basemap.values()), **dict(texts.values()), **dict(later.values())}
    files = {**data, **fonts, **dict([style, graphs, *made])}
    first_styles = inline_style(styles.first_style_sheet(assets))
    edition = of.edition(_hash_of(files, first_styles, EARLY))
    attributes = {
        "language": head.language,
        "texts": " ".join(f"{language}:{path}" for language, (path, _) in texts.items()) or None,
        "fonts": list(fonts)[-1],
        "hosts": " ".join(options.hosts) or None,
        "edition": edition,
        "watch": options.watch,
    }
    config = scripts.dash_config(app)
    shown = [
        *((page, facts) for page in pages(facts)),
        *((whole(spoken, other=True), spoken) for spoken in map(of.facts_in, of.others)),
    ]
    for page, spoken in shown:
        parts = Parts(
            policy=policy(),
            config=config,
            icon=ICON_ADDRESS,
            fonts=linked_styles([f"{page.root}{list(fonts)[-2]}"]),
            styles=first_styles,
            scripts=f"<script>{inline_script(EARLY)}</script>",
            late_styles=linked_styles([f"{page.root}{style[0]}"]),
        )
        late_scripts = linked_scripts(f"{page.root}{path}" for path, _ in made)
        write = partial(_page, page, spoken, parts, late_scripts, attributes, options.base_url, of.basemap)
        files[page.file] = File(once(write), MEDIA_TYPES[".html"])
        if options.base_url:
            files |= oembed_files(page, head.title, options.base_url)
    return Site(
        {
            **files,
            **pictures(shown, of.basemap),
            **{it: File.of(it, (assets / "element" / it).read_bytes()) for it in ELEMENT},
            f"data/{feed.FILE}": File(partial(feed.feed, of.bundle.story), feed.MEDIA_TYPE),
            **download_files(of.bundle),
            "favicon.svg": File.of("favicon.svg", ICON),
            "robots.txt": File.of("robots.txt", "User-agent: *\nAllow: /\n"),
            "404.html": File.of("404.html", not_found(facts)),
        },
        pages=tuple(page for page, _ in shown),
        title=head.title,
        edition=edition,
        base_url=options.base_url,
        hosts=options.hosts,
    )


def _page(
    page: Page,
    facts: Mapping[str, Any],
    parts: Parts,
    late_scripts: str,
    attributes: Mapping[str, str | None],
    base_url: str | None,
    basemap: Path,
) -> bytes:
    """Return the HTML of a page, with the story in words; `facts` are in its language."""
    own, spoken = attributes["language"], facts["story"]["language"]
    ways = {it: page.root if it == own else f"{page.root}{it}/" for it in facts["languages"] if it != spoken}
    said = written(
        facts,
        basemap,
        year=page.year,
        attack=page.attack,
        root=page.root,
        languages=ways,
        scripts=late_scripts,
    )
    styled = f"{parts.styles}\n{inline_style(said.style)}"
    return document(page, facts, replace(parts, styles=styled, written=said.body), attributes, base_url).encode()


def _hash_of(files: Mapping[str, File], *inside: str) -> str:
    """Return a hash of all that the page is made of: files, and what stands `inside` it."""
    listed = [*((path, file.hash) for path, file in sorted(files.items())), *inside]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()
