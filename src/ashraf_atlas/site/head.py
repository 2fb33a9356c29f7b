"""What a page says of itself to those who show a link to it: cards, oEmbed, what data it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from ashraf_atlas import feed
from ashraf_atlas.exports import EXPORTS
from ashraf_atlas.picture import CARD_SIZE
from ashraf_atlas.site.pages import Page

OEMBED = {"json": "application/json+oembed", "xml": "text/xml+oembed"}
"""Format of the code for other pages → its media type where a page leads to it."""


def head(page: Page, facts: Mapping[str, Any], base_url: str | None) -> str:
    """Return the elements of the head that are about the page; those that need whole addresses only with a base URL.

    `base_url` is the address of the site's root, with a slash at its end.
    """
    story = facts["story"]
    feed_at = f"{page.root}data/{feed.FILE}"
    feed_title = f"{story['title']}: {facts['text'][story['language']]['page.corrections']}"
    lines = [
        f"<title>{escape(page.title)}</title>",
        _meta("name", "description", page.description),
        f'<link rel="alternate" type="{feed.MEDIA_TYPE}" title="{escape(feed_title)}" href="{feed_at}">',
        *_card(page, facts, base_url),
    ]
    if base_url:
        own = f"{base_url}{page.folder}"
        lines += [f'<link rel="canonical" href="{escape(own)}">']
        lines += [
            f'<link rel="alternate" type="{kind}" title="{escape(page.title)}" href="{escape(own)}oembed.{ending}">'
            for ending, kind in OEMBED.items()
        ]
    if not page.folder:
        lines.append(f'<script type="application/ld+json">{_in_html(_dataset(facts, base_url))}</script>')
    return "\n".join(lines)


def _card(page: Page, facts: Mapping[str, Any], base_url: str | None) -> Iterator[str]:
    story = facts["story"]
    yield _meta("property", "og:type", "website")
    yield _meta("property", "og:site_name", story["title"])
    yield _meta("property", "og:title", page.title)
    yield _meta("property", "og:description", page.description)
    yield _meta("property", "og:locale", story["language"])
    yield _meta("name", "twitter:card", "summary_large_image")
    if base_url:
        yield _meta("property", "og:url", f"{base_url}{page.folder}")
        yield _meta("property", "og:image", f"{base_url}{page.card}")
        yield _meta("property", "og:image:type", "image/png")
        for name, pixels in zip(("width", "height"), CARD_SIZE, strict=True):
            yield _meta("property", f"og:image:{name}", str(pixels))
        yield _meta("property", "og:image:alt", f"{page.title}. {page.description}")


def _dataset(facts: Mapping[str, Any], base_url: str | None) -> dict[str, Any]:
    """The story as a dataset, in the words of schema.org."""
    story = facts["story"]
    about = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": story["title"],
        "description": f"{story['subtitle']} {story['citation']}",
        "inLanguage": story["language"],
        "version": story["version"],
        "datePublished": story["issued"],
        "temporalCoverage": f"{story['firstYear']}/{story['lastYear']}",
        "license": story["licenceUrl"] or story["licence"],
        "isAccessibleForFree": True,
        "spatialCoverage": [place["name"] for place in facts["places"].values()],
    }
    if story.get("creator"):
        about["creator"] = {"@type": "Organization", "name": story["creator"]}
    if base_url:
        about["url"] = base_url
        about["image"] = f"{base_url}card.png"
        about["distribution"] = [
            {
                "@type": "DataDownload",
                "encodingFormat": export.media_type,
                "contentUrl": f"{base_url}data/{story['id']}{export.ending}",
            }
            for export in EXPORTS.values()
            if not export.one_table
        ]
    return {name: value for name, value in about.items() if value}


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _in_html(content: dict[str, Any]) -> str:
    """Return JSON that ends no script element and opens no comment."""
    return json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
