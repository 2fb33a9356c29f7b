"""The page for an address at which there is nothing."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from ashraf_atlas import theme

NOT_FOUND = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{heading} – {title}</title>
<style>{variables}
body{{margin:0;min-block-size:100vh;display:grid;place-content:center;background:var(--paper);color:var(--ink);
font:17px/1.5 "Inter",system-ui,sans-serif}}
main{{max-inline-size:32em;padding:24px}}
h1{{margin:0 0 8px;font:650 28px/1.2 "Source Serif 4",Georgia,serif}}
p{{margin:0 0 16px}}
a{{color:var(--relocation)}}
</style>
</head>
<body>
<main>
<h1>{heading}</h1>
<p>{said}</p>
{way}</main>
</body>
</html>
"""


def not_found(facts: Mapping[str, Any], root: str | None = None) -> str:
    """Return the page; `root` is the address of the whole story, if it is known."""
    story = facts["story"]
    words = facts["text"][story["language"]]
    return NOT_FOUND.format(
        language=escape(story["language"]),
        title=escape(story["title"]),
        heading=escape(words["page.not_found"]),
        said=escape(words["page.not_found_said"]),
        way=f'<p><a href="{escape(root)}">{escape(words["page.whole"])}</a></p>\n' if root else "",
        variables=theme.css_variables(),
    )
