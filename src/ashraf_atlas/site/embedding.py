"""The answer to a program that asks how an address of ours is put into a page: oEmbed, with its errors."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from ashraf_atlas.site.files import Site
from ashraf_atlas.site.oembed import MEDIA_TYPES, oembed, written
from ashraf_atlas.site.pages import Page

TEXT = ("Content-Type", "text/plain; charset=utf-8")
LONGEST = 4000

Answer = tuple[str, list[tuple[str, str]], bytes]


def answer_oembed(site: Site, base_url: str, query: str) -> Answer:
    """Return status, headers and body for the query of a request; `base_url` is where the root is."""
    try:
        asked = {name: values[0] for name, values in parse_qs(query[:LONGEST], max_num_fields=20).items()}
    except ValueError:
        asked = {}
    form = asked.get("format", "json")
    if form not in MEDIA_TYPES:
        return "501 Not Implemented", [TEXT], b"The formats are json and xml.\n"
    if "url" not in asked:
        return "400 Bad Request", [TEXT], b"Give the address of a page as url=.\n"
    found = _page(site, base_url, asked["url"])
    if found is None:
        return "404 Not Found", [TEXT], b"That is no address of this atlas.\n"
    sizes = [asked.get(name, "") for name in ("maxwidth", "maxheight")]
    if any(it and not (it.isascii() and it.isdigit() and 0 < int(it[:9]) < 10**6) for it in sizes):
        return "400 Bad Request", [TEXT], b"maxwidth and maxheight are numbers of pixels.\n"
    width, height = (int(it) if it else None for it in sizes)
    content = written(oembed(found[0], site.title, base_url, found[1], (width, height)), form)
    kind = f"{MEDIA_TYPES[form]}; charset=utf-8"
    return "200 OK", [("Content-Type", kind), ("Cache-Control", "public, max-age=3600")], content.encode()


def _page(site: Site, base_url: str, url: str) -> tuple[Page, str] | None:
    """The page at an address, and what the address asks for besides; none if it is not one of ours."""
    try:
        given, own = urlsplit(url), urlsplit(base_url)
    except ValueError:
        return None
    if given.scheme not in ("http", "https") or given.netloc.lower() != own.netloc.lower():
        return None
    if not f"{given.path or '/'}".startswith(own.path):
        return None
    below = (given.path or "/")[len(own.path) :].removesuffix("index.html")
    folder = f"{below.rstrip('/')}/" if below.strip("/") else ""
    query = "&".join(it for it in given.query.split("&") if it and not it.startswith(("mode=", "play=")))
    special = page_asked(site, given.query) if folder == "" else None
    if special:
        begun = (special.start, special.start.replace(":", "%3A"))
        return special, "&".join(it for it in query.split("&") if it not in begun)
    return next(((page, query) for page in site.pages if page.folder == folder), None)


def page_asked(site: Site, query: str) -> Page | None:
    """Return the page of the language, attack or year that a query names: the root shows it under that address, too."""
    if not any(it in query for it in ("year=", "select=", "lang=")):
        return None
    try:
        asked = parse_qs(query[:LONGEST], max_num_fields=50)
    except ValueError:
        return None
    spoken = next((page for page in site.pages if page.language and asked.get("lang") == [page.language]), None)
    if spoken:
        return spoken
    attack = asked.get("select", [""])[0].removeprefix("attack:")
    folders = (f"attack/{attack}/", f"year/{asked.get('year', [''])[0]}/")
    return next((page for folder in folders for page in site.pages if page.folder == folder), None)
