"""The site over HTTP: what is kept and what is asked about, what is refused, and what the page may do."""

from __future__ import annotations

import gzip
import random
import re
import tracemalloc
from html import escape
from pathlib import Path

import brotli
import pytest
from werkzeug.test import Client

from ashraf_atlas.serving import app_of
from ashraf_atlas.site.build import Options
from ashraf_atlas.site.early import EARLY, script_hash
from ashraf_atlas.site.shelf import MOST_PAGES
from ashraf_atlas.site.wsgi import SiteApp

TINY = Path(__file__).parents[1] / "data" / "tiny"


@pytest.fixture(scope="module")
def app() -> SiteApp:
    return app_of(TINY)


@pytest.fixture(scope="module")
def client(app: SiteApp) -> Client:
    return Client(app)


@pytest.fixture(scope="module")
def script(client: Client) -> str:
    """The address of one of the page's scripts."""
    return f"/{re.findall(r'static/atlas.[0-9a-f]+.js', client.get('/').text)[0]}"


def test_what_has_its_hash_in_its_name_is_kept_and_the_page_is_asked_about(client: Client, script: str) -> None:
    assert client.get(script).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    page = client.get("/")
    assert page.headers["Cache-Control"] == "no-cache"
    again = client.get("/", headers={"If-None-Match": f'"other", W/{page.headers["ETag"]}'})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == page.headers["ETag"]
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("*", "br"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("br;q=0.0", None),
        ("", None),
        ("," * 5000, None),
    ],
)
def test_a_browser_gets_the_form_it_takes(client: Client, script: str, accepted: str, encoding: str | None) -> None:
    plain = client.get(script).data
    answer = client.get(script, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)(answer.data)
    assert unpacked == plain
    if encoding:
        assert len(answer.data) < len(plain) / 3
        assert answer.headers["ETag"] != client.get(script).headers["ETag"], "other bytes have another tag"


@pytest.mark.parametrize(
    "address", ["/", "/year/1991/", "/nothing", "/healthz", "/oembed", "/data/choir.zip", "/year/1991"]
)
def test_every_answer_says_what_the_page_may_do(client: Client, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == f"'self' {script_hash(EARLY)}"
    assert policy["frame-ancestors"] == "*"
    assert "unsafe-eval" not in str(policy) and "http" not in str(policy)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"] and "fullscreen=*" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Server" not in headers and "X-Powered-By" not in headers


def test_the_page_itself_says_it_too_for_hosts_that_send_no_headers(client: Client) -> None:
    page = client.get("/").text
    assert '<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;' in page
    inline = re.findall(r"<script(?![^>]*(?: src=|application/))[^>]*>(.*?)</script>", page, re.DOTALL)
    assert inline == [EARLY], "only the one that the policy names is inline"
    assert f"script-src &#x27;self&#x27; {escape(script_hash(EARLY))}" in page
    assert re.findall(r"\son\w+=", page) == []


def test_only_hosts_that_are_named_may_hold_it() -> None:
    client = Client(app_of(TINY, "/", Options(hosts=("https://news.example", "http://127.0.0.1:8000"))))
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://news.example http://127.0.0.1:8000")
    assert 'data-hosts="https://news.example http://127.0.0.1:8000"' in client.get("/").text


def test_head_is_get_without_a_body(client: Client) -> None:
    head, get = client.head("/"), client.get("/")
    assert head.data == b""
    assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_else_may_be_asked_for(client: Client, method: str) -> None:
    answer = client.open("/", method=method, data=b"x" * 1000)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert len(answer.data) < 100


@pytest.mark.parametrize(
    "address",
    [
        "/nothing", "/year/1066/", "/attack/none/", "/static/", "/../story.toml", "/..%2f..%2fstory.toml",
        "/%2e%2e/story.toml",
        "//etc/passwd", "/static/..%5c..%5cstory.toml", "/index.html/",
        "/\x00", "/é", "/" + "a" * 5000, "/static", "/data/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_friendly_page(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Nothing is here" in answer.text and '<a href="/">' in answer.text
    assert "schema_version" not in answer.text and "Traceback" not in answer.text


def test_a_page_without_its_slash_leads_to_the_one_with_it(client: Client) -> None:
    answer = client.get("/year/1991?theme=dark&x=%0d%0aEvil:1")
    assert answer.status_code == 301
    assert answer.headers["Location"].endswith("/year/1991/?theme=dark&x=%0d%0aEvil:1")
    assert "Evil" not in answer.headers


def test_a_base_path_is_before_every_address() -> None:
    client = Client(app_of(TINY, "/a/b/"))
    for address in ("", "year/1991/", "healthz", "embed.js", "data/choir.zip", "card.png"):
        assert client.get(f"/a/b/{address}").status_code == 200, address
        assert client.get(f"/{address}").status_code == 404, address
    assert client.get("/a/b/year/1991").headers["Location"].endswith("/a/b/year/1991/")


def test_it_says_that_it_is_well(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "OK\n")
    assert answer.headers["Cache-Control"] == "no-store"


def test_pages_know_where_they_are(client: Client) -> None:
    page = client.get("/year/1991/", base_url="https://atlas.example:8443/").text
    assert '<link rel="canonical" href="https://atlas.example:8443/year/1991/">' in page
    assert '<meta property="og:image" content="https://atlas.example:8443/year/1991/card.png">' in page
    assert "invalid" not in page


@pytest.mark.parametrize("host", ["evil.example/path", 'a"b', "a b", "<script>", "x" * 300, "a,b", "a;b"])
def test_a_host_that_is_none_is_refused(client: Client, host: str) -> None:
    answer = client.get("/", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 400
    assert len(answer.data) < 100


def test_a_base_url_that_is_given_is_what_pages_say() -> None:
    client = Client(app_of(TINY, "/", Options(base_url="https://news.example/atlas/")))
    page = client.get("/", environ_overrides={"HTTP_HOST": "evil.example"}).text
    assert "https://news.example/atlas/card.png" in page
    assert "evil" not in page


def test_ten_thousand_junk_requests_leave_nothing_behind(app: SiteApp) -> None:
    client = Client(app)
    chance = random.Random(7)

    def junk(count: int) -> None:
        for number in range(count):
            word = f"{chance.getrandbits(64):x}"
            client.get(f"/?{word}={word}", headers={"Accept-Encoding": f"br, {word}", "Host": f"{word}.example"})
            client.get(f"/{word}/{number}", headers={"If-None-Match": word})

    junk(MOST_PAGES + 200)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    junk(4000)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert len(app.shelf._pages) <= MOST_PAGES
    assert grown < 6_000_000, "what is kept is limited"
