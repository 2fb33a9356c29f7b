"""Cells that nobody should write and somebody will, by what they are meant to break."""

# ruff: noqa: E501 (a pool is a table)

from __future__ import annotations

from hypothesis import strategies as st

NUMBERS = (
    "-1", "0", "00", "007", "1.5", "1,5", "1 000", "1,000", "1.000,5", "+5", "1e3", "1e999", "-1e999", "NaN", "nan", "inf",
    "-inf", "Infinity", "0x10", "1_000", "٣", "½", "²", "2000000000", "2000000001", "9" * 30, "0" * 13 + "5", "0" * 12 + "9" * 12,
    "9" * 5000, "0" * 5000, "0." + "0" * 400 + "1", "1" * 400 + ".5", "-0", "0.0", "--1", "1-2", "about 30", "None", "null",
)  # fmt: skip

DATES = (
    "2013-02-30", "2013-02-29", "2012-02-29", "10/29/2015", "29.10.2015", "0000", "0000-01-01", "0001-01-01", "9999-12-31", "9999",
    "10000", "10000-01-01", "-0001", "Y170000002", "Y" + "9" * 3000, "2013-13", "2013-00", "2013-01-00", "2013-1-1", "20130101",
    "2013-W05", "2013-01-01T10:00:00Z", "198X", "19XX", "1XXX", "XXXX", "2013-XX", "2013-XX-XX", "2013-02-3X", "2013-24", "2013-21",
    "1992-24", "../..", "/", "..", "../1991", "1991/..", "1991/", "/1991", "1992/1991", "1990/1995/1999", "1991~", "1991?", "1991%",
    "1991~/1992?", "?", "~", "1991~~", "{1991,1992}", "[1991..1992]", "1991-06-15 ", "\t1991", "１９９１", "1991-06-15/1991-06-15",
    "9" * 5000, "1991/" * 2000, "(" * 3000, "[" * 3000, "~" * 3000, "today", "1991–1992", "1991-06-31/1991-07-01", "0001/9999", "../0001",
    "9999-12-31/..", "1990-01-01/1995-12-31",
)  # fmt: skip

TEXTS = (
    "", " ", "\t", "\n", "  x  ", "<b>x</b>", "<script>window.__hit=1</script>", '"><img src=x onerror="window.__hit=1">', "{%scripts%}",
    "%{x}", "{name}", "{0}", "%s", "{{x}}", "\\", "\\u0000", '"', '""', "'", ",", ";", "a;b", "a;;b", ";", "a; b", "a;a", "#", "#x",
    "=1+1", "@x", "\x07", "\x1b[31mred", "\x7f", "\x85", "\x0b", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ufffd", "\u202e", "\u2066x",
    "\u200f", "\u200b", "é", "e\u0301", "اشرف", "𝔘", "👩‍👩‍👧", "x" * 2000, "a" * 200_000, "x\ny", "x\r\ny", "x\ry", "nan", "NA", "None",
    "True", "__proto__", "constructor", "../../etc/passwd", "file:///etc/passwd", "C:\\x", "http://x", "https://x.y", "https://" + "." * 3000,
    "https://" + "." * 3000 + " ", "javascript:alert(1)", "https://example.org/a b", "ftp://x.y/z", "https://x.y/<b>", "https://اشرف.ایران/",
)  # fmt: skip

IDS = (
    "old_mill", "boathouse", "vorarlberg", "liechtenstein", "atk_bubbles", "atk_geese", "choir", "league", "s_gazette", "s_gazette;s_study",
    "s_gazette;s_gazette", "attack:atk_geese", "attack:nowhere", "relocation:rel_1992", "place:old_mill", "check:check_01", "check:",
    ":atk_geese", "page:sources", "attack:constructor", "constructor", "nowhere", "Old_Mill", "1st", "_x", "a b", "a" * 3000, "story",
    "un", "residents", "rocket_or_mortar", "clm_total", "clm_bubbles_1", "holder", "residence", "set aside", "counted", "total", "offer",
    "movement", "killed", "attacks", "yes", "no", "first", "never", "DE", "XX", "de", "en", "xx",
)  # fmt: skip

POOLS = (NUMBERS, DATES, TEXTS, IDS)

words = st.one_of(*(st.sampled_from(pool) for pool in POOLS), st.text(max_size=12))
"""Any cell."""
