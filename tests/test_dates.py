from __future__ import annotations

from datetime import date

import pytest

from ashraf_atlas.dates import Period, decimal_year, period


def spans(edtf: str) -> tuple[str, str, str]:
    found = period(edtf)
    return str(found.start), str(found.end), found.precision


def test_a_date_is_as_wide_as_it_is_exact() -> None:
    assert spans("2013-09-01") == ("2013-09-01", "2013-09-01", "day")
    assert spans("2012-02") == ("2012-02-01", "2012-02-29", "month")
    assert spans("1986") == ("1986-01-01", "1986-12-31", "year")


def test_about_april_is_the_whole_of_april() -> None:
    assert period("2012-04~") == Period("2012-04~", date(2012, 4, 1), date(2012, 4, 30), "month", True, False)
    assert all(period(it).approximate for it in ("2012-04?", "2012%", "1986-05~/1986-06-07", "1986/1987~"))
    assert not period("2013-05/2015-12").approximate


def test_an_interval_reaches_from_the_first_day_to_the_last() -> None:
    assert spans("2013-05/2015-12") == ("2013-05-01", "2015-12-31", "month")
    assert spans("1986-05~/1986-06-07") == ("1986-05-01", "1986-06-07", "month")
    assert spans("2016-01/2016-09-09") == ("2016-01-01", "2016-09-09", "month")
    assert period("2013-05/2015-12").interval
    assert not period("2013-05").interval


def test_an_open_end_has_no_day() -> None:
    assert spans("1981/..") == ("1981-01-01", "None", "year")
    assert spans("2017-11~/..") == ("2017-11-01", "None", "month")
    assert spans("../2003") == ("None", "2003-12-31", "year")


def test_a_decade_and_a_season_are_the_span_they_cover() -> None:
    assert spans("198X") == ("1980-01-01", "1989-12-31", "year")
    assert spans("2013-05-XX") == ("2013-05-01", "2013-05-31", "month")
    assert spans("2001-21") == ("2001-03-01", "2001-05-31", "month")


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("2013-13-01", "no such day or month"),
        ("2013-02-30", "no such day or month"),
        ("1981-02-29", "no such day or month"),
        ("2013-9-1", "not an EDTF date"),
        ("01.09.2013", "not an EDTF date"),
        ("September 2013", "not an EDTF date"),
        ("", "not an EDTF date"),
        (" 2013", "not an EDTF date"),
        ("٢٠١٣", "not an EDTF date"),
        ("2013/2012", "ends before it starts"),
        ("2013-09-02/2013-09-01", "ends before it starts"),
        ("../..", "open at both ends"),
        ("1981/", "an end left empty"),
        ("/1981", "an end left empty"),
        ("[..1981]", "beyond level 1"),
        ("{1981,1986}", "beyond level 1"),
        ("2004-06~-11", "beyond level 1"),
        ("2001-24", "winter"),
        ("-0100", "outside 0001 to 9999"),
        ("0000", "outside 0001 to 9999"),
        ("Y17000", "outside 0001 to 9999"),
        ("2013-09-01T10:00:00Z", "time of day"),
    ],
)
def test_what_is_no_date_is_refused_in_a_plain_sentence(edtf: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        period(edtf)


@pytest.mark.parametrize("edtf", ["../", "/..", "../8", "1991/" * 2000, "(" * 3000, "9" * 5000, "Y" + "9" * 5000])
def test_what_is_no_date_is_refused_without_a_word_of_the_library(
    edtf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ValueError, match="not a"):
        period(edtf)
    assert capsys.readouterr() == ("", "")


def test_a_period_knows_the_years_it_touches() -> None:
    assert list(period("2013-05/2015-12").years(1981, 2026)) == [2013, 2014, 2015]
    assert list(period("1981/..").years(1981, 1983)) == [1981, 1982, 1983]
    assert list(period("1970/1979").years(1981, 2026)) == []


def test_a_year_begins_at_its_number() -> None:
    assert decimal_year(date(2013, 1, 1)) == 2013
    assert decimal_year(date(2013, 7, 1)) == pytest.approx(2013 + 181 / 365)
    assert decimal_year(date(2012, 12, 31)) == pytest.approx(2012 + 365 / 366)
