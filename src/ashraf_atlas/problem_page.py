"""The page that stands in for the map while a dataset is not valid: every problem, as `ashraf-atlas check` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from ashraf_atlas import theme
from ashraf_atlas.problems import DatasetError, Problem, counted, printable

MOST = 500
"""How many problems are shown; who mends these sees the next."""

PAGE = """<!DOCTYPE html>
<html lang="en" data-problems="{count}" data-root="./" data-watch="{version}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{heading} – {name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{fonts}">
<style>{variables}{style}</style>
<script defer src="{script}"></script>
</head>
<body>
<main>
<h1>{heading}</h1>
<p class="lead">{lead}</p>
{body}
</main>
</body>
</html>
"""

STYLE = """
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/1.55 "Inter",system-ui,sans-serif}
main{max-inline-size:52em;margin:0 auto;padding:clamp(20px,6vh,56px) 20px 64px}
h1{margin:0 0 8px;font:650 clamp(24px,4vw,32px)/1.2 "Source Serif 4",Georgia,serif;letter-spacing:-.01em}
.lead{margin:0 0 8px;color:var(--soft)}
h2{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 12px;margin:36px 0 0;padding-block-end:8px;
border-block-end:1px solid var(--line);font:650 17px/1.4 "Inter",system-ui,sans-serif}
h2 small{color:var(--soft);font-size:13px;font-weight:400}
ol{margin:0;padding:0;list-style:none}
li{position:relative;padding:14px 0;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
li>*{display:block}
code{font:500 13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.where{color:var(--soft)}
.what{margin-block-start:2px;font-weight:650}
.value{inline-size:fit-content;max-inline-size:100%;margin-block:4px;padding:1px 7px;border:1px solid var(--line);
border-radius:4px;background:var(--card);white-space:pre-wrap}
.mend{margin-block-start:2px}
i{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:pre}
nav ul{display:flex;flex-wrap:wrap;gap:4px 18px;margin:16px 0 0;padding:0;list-style:none}
nav li{padding:0;border:0}
nav a{display:block;padding-block:6px}
a{color:var(--relocation);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--relocation);outline-offset:3px;border-radius:3px}
"""


@dataclass(frozen=True)
class Needed:
    """What a page of problems needs: the name of its edition, its fonts, and the script that reloads it, as paths."""

    version: str
    fonts: str
    script: str


def problem_page(error: DatasetError, name: str, needed: Needed) -> str:
    """Return the page of what is wrong with the dataset called `name`."""
    shown = error.problems[:MOST]
    files = [(file, tuple(problems)) for file, problems in groupby(shown, key=lambda it: it.file)]
    more = len(error.problems) - len(shown)
    return _page(
        heading=error.summary,
        lead=(
            f"The dataset <code>{_named(name)}</code> is shown once this is mended: save a file, and the page follows. "
            "Lines are numbered as an editor does it, features of GeoJSON from 1. "
            "<code>ashraf-atlas check</code> says the same."
        ),
        body="\n".join(
            [
                _contents(files),
                *(_section(number, *it) for number, it in enumerate(files)),
                f"<p>And {counted(more, 'problem')} more: they are shown once these are mended.</p>" if more else "",
            ]
        ),
        count=len(error.problems),
        name=name,
        needed=needed,
    )


def failure_page(name: str, needed: Needed) -> str:
    """Return the page to show if the program itself fails over a dataset, which is for its makers to mend."""
    return _page(
        heading="The program failed over this dataset",
        lead=(
            f"<code>{_named(name)}</code> may be right: this is a fault of the program. What it met is told in the "
            "terminal that it runs in. The page follows once a file is changed."
        ),
        body="",
        count=1,
        name=name,
        needed=needed,
    )


def _page(*, heading: str, lead: str, body: str, count: int, name: str, needed: Needed) -> str:
    return PAGE.format(
        heading=escape(heading),
        name=_named(name),
        lead=lead,
        body=body,
        count=count,
        variables=theme.css_variables(),
        style=STYLE,
        version=escape(needed.version),
        fonts=escape(needed.fonts),
        script=escape(needed.script),
    )


def _named(file: str) -> str:
    """The name of a file or a folder, which can have anything in it but a slash."""
    return escape(printable(file))


def _contents(files: Sequence[tuple[str, tuple[Problem, ...]]]) -> str:
    """Links to the files, where there are several."""
    if len(files) < 2:
        return ""
    links = (f'<li><a href="#file-{number}">{_named(file)}</a></li>' for number, (file, _) in enumerate(files))
    return f'<nav aria-label="Files"><ul>{"".join(links)}</ul></nav>'


def _section(number: int, file: str, problems: tuple[Problem, ...]) -> str:
    head = f'<h2 id="file-{number}">{_named(file)} <small>{counted(len(problems), "problem")}</small></h2>'
    return f'<section aria-labelledby="file-{number}">{head}<ol>{"".join(map(_item, problems))}</ol></section>'


def _item(problem: Problem) -> str:
    """A problem whose text is that of its line in a terminal, the colons heard and copied but not seen."""
    what, value, mend = problem.said
    parts = [f'<code class="where">{escape(problem.where)}</code>', f'<span class="what">{escape(what)}</span>']
    if value is not None:
        parts.append(f'<code class="value" dir="auto">{escape(value)}</code>')
    parts.append(f'<span class="mend">{escape(mend)}</span>')
    return f"<li>{'<i>: </i>'.join(parts)}</li>"
