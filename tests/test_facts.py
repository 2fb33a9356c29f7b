"""The facts of the embedded story: nothing is lost, nothing points nowhere, nothing says how it was gathered.

The ids are written down here, so that a row that vanishes or appears is noticed. The files are read
with ``csv`` and ``json`` only, apart from the package that they test.
"""

from __future__ import annotations

import csv
import json
import re
import tomllib
from pathlib import Path

import edtf
import pytest

GEODATA = Path(__file__).parents[1] / "geodata"

IDS = {
    "places": """
        tehran paris evreux_air_base le_bourget_airport auvers_sur_oise libreville baghdad baghdad_hq
        diyala baquba khalis camp_ashraf camp_liberty baghdad_airport camp_anzali camp_alavi camp_faezeh
        camp_homayoun camp_habib kermanshah_front tirana manez ashraf_3 durres villepinte germany norway
        italy finland united_kingdom spain albania iraq_camps_all
    """,
    "presence": """
        pop_ashraf_2003 pop_ashraf_2004 pop_ashraf_2005a pop_ashraf_2005b pop_ashraf_2008
        pop_ashraf_200901 pop_ashraf_200907 pop_ashraf_200909 pop_ashraf_2009us pop_ashraf_201104
        pop_ashraf_201112a pop_ashraf_201112b pop_ashraf_201202 pop_ashraf_201203 pop_ashraf_201207
        pop_ashraf_201208 pop_ashraf_201209 pop_ashraf_201210 pop_ashraf_201211 pop_ashraf_201308
        pop_ashraf_201309 pop_ashraf_closed
        pop_lib_20120218 pop_lib_20120320 pop_lib_201205 pop_lib_201206 pop_lib_201208 pop_lib_201209a
        pop_lib_201210 pop_lib_201211
        pop_lib_201302a pop_lib_201302b pop_lib_201302c pop_lib_201304 pop_lib_201306 pop_lib_201312
        pop_lib_2014 pop_lib_201408 pop_lib_20151029a pop_lib_20151029b pop_lib_20151030 pop_lib_201511
        pop_lib_201601 pop_lib_20160909a
        pop_lib_20160909b pop_alb_201305 pop_alb_201305b pop_alb_201306 pop_alb_201309 pop_alb_201403
        pop_alb_2015 pop_alb_2015b
        pop_alb_2016a pop_alb_2016b pop_alb_2017 pop_alb_2019x pop_a3_2018 pop_a3_2019a pop_a3_2019b
        pop_a3_2023a pop_a3_2023b pop_a3_2023c pop_a3_2025 pop_out_201311 pop_out_201312 pop_out_201403
        pop_out_201511
        pop_out_2015 pop_out_2016mid pop_out_2016
    """,
    "custody": """
        cus_auvers cus_ashraf_saddam cus_ashraf_us cus_ashraf_transition cus_ashraf_iraq cus_ashraf_isis
        cus_ashraf_badr cus_lib_us cus_lib_iraq cus_tirana cus_a3
    """,
    "relocations": """
        rel_1981_flight rel_1981_auvers rel_1986_members rel_1986_rajavi rel_1986_ashraf rel_1987_gabon
        rel_1988_return rel_1988_spain rel_2003_camp_anzali rel_2003_camp_alavi rel_2003_camp_faezeh
        rel_2003_camp_homayoun rel_2003_camp_habib rel_2012_convoy_1 rel_2012_convoy_2 rel_2012_convoy_3
        rel_2012_convoy_4 rel_2012_convoy_5 rel_2012_convoy_6 rel_2012_convoy_7 rel_2012_convoy_8
        rel_2013_last42 rel_2013_alb_1 rel_2013_alb_2 rel_2013_alb_3 rel_2013_alb_9 rel_2014_alb_nov
        rel_2013_alb rel_2014_alb rel_2015_alb
        rel_2013_2015_alb rel_2016_alb rel_2013_2016_alb rel_2016_last rel_all_out rel_offer_germany
        rel_2013_2016_germany rel_2013_2016_norway rel_2013_2016_italy rel_2013_2016_finland
        rel_2013_2016_united_kingdom rel_2017_ashraf3
    """,
    "attacks": """
        pol_1986_06 atk_1993_05_25 atk_1999_06_09 atk_1999_06_10 atk_2001_04_18 atk_2003_04_us
        atk_2003_04_other pol_2003_06_17 atk_2009_07_28 atk_2011_01_07 atk_2011_04_08 atk_2011_12_25
        atk_2012_03_28 atk_2013_02_09 atk_2013_04_29 atk_2013_06_15 atk_2013_09_01 atk_2013_12_26
        atk_2015_10_29 atk_2016_07_04 atk_2023_06_20
    """,
    "speakers": """
        un usa germany_gov albania_gov france_gov spain_court iraq iran pmoi pmoi_lawyer pmoi_counsel
        stevenson boumedra amnesty hrw wilpf fidh tarzi_parliament ap afp reuters antiwar aberfoyle
        universalis wikipedia press_tv financial_tribune iran_linked_report mukhtar_army
        hezbollah_in_iraq kataib_hezbollah asaib_ahl_al_haq founding_article
    """,
    "context": """
        ctx_1965 ctx_1970s ctx_1979_02 ctx_1981_06_20 ctx_1981_06_acts ctx_1981_07_21 ctx_1981_07_29
        ctx_1982_02 ctx_1986_06_07 ctx_1986_06_15 ctx_1987_06_20 ctx_1987_12_08 ctx_1988_07
        ctx_1988_executions ctx_1991 ctx_1992_attack ctx_1997_fto ctx_1999_04 ctx_2001_06 ctx_2002_eu
        ctx_2003_invasion ctx_2003_ceasefire ctx_2003_06_17 ctx_2004_07 ctx_2004_2008_tipf ctx_2005_05_18 ctx_2008_uk
        ctx_2009_01_01 ctx_2009_01_12 ctx_2009_01_26 ctx_2009_07_rand ctx_siege_2010_2011 ctx_2011_04_09
        ctx_2011_12_25 ctx_2012_01_31 ctx_2012_08_quad ctx_2012_09_28 ctx_2013_03_19 ctx_2013_04_18
        ctx_2013_08 ctx_2013_09_11 ctx_2014_ashraf_isis ctx_2016_alb1900 ctx_2016_09_09 ctx_2017_10_16
        ctx_2018_06_30 ctx_2018_12 ctx_2019_07_13 ctx_2021_02_04 ctx_2022_07 ctx_2022_09_07
        ctx_2023_06_20 ctx_2023_06_30 ctx_2025
    """,
    "controversies": """
        con_hrw_2005 con_rand_2009 con_us_2012 con_freedom_ashraf con_freedom_a3 con_saddam
        con_protected con_liberty_conditions con_sept_2013 con_albania_2023
    """,
    "checks": """
        check_30 check_02 check_01 check_31 check_03 check_04 check_23 check_05 check_06 check_07
        check_29 check_32 check_08 check_09 check_10 check_11 check_12 check_13 check_33 check_34
        check_14 check_15 check_16 check_17 check_18 check_24 check_19 check_20 check_28 check_25
        check_35 check_21 check_36 check_22 check_26 check_27
    """,
    "sources": """
        background s_founding_article s_ohchr_20110415 s_unnews_20110415 s_unsg_201107 s_unsg_201005
        s_unnews_201206 s_unami_20120916 s_unhcr_upd2 s_unhcr_upd_mar2012 s_unami_20120218
        s_unhcr_20130319_fr s_unhcr_20130319_it s_unami_20130418 s_unhcr_20130615 s_unnews_201306
        s_unami_201309 s_unami_201308 s_unnews_20130912 s_unhcr_upd7 s_unhcr_upd8 s_unhcr_201312
        s_unhcr_20151029 s_unsg_20151030 s_unhcr_201511 s_unhcr_201512 s_unhcr_2016mid s_unhcr_alb_958
        s_unhcr_report_2016 s_unhcr_report_2017 s_xinhua_20160910 s_jurist_201302 s_usdos_hr2009
        s_usdos_delist s_usdos_kerry_2016 s_usdos_trudeau_2016 s_usdos_kerry_201306 s_voa_201305
        s_voa_201306 s_psaki_201309 s_cable_2008 s_usemb_200812 s_fried_201112 s_fried_201202
        s_germany_20131227 s_bpcif_2013 s_amnesty_20090729 s_amnesty_20090813 s_amnesty_20090911
        s_amnesty_20090807 s_amnesty_2010 s_amnesty_20110408 s_amnesty_20110415 s_amnesty_mde037
        s_amnestyuk_201309 s_hrw_20110415 s_hrw_2006 s_hrw_ukparl s_wilpf_2009 s_fidh_201309 s_rand_2009
        s_rand_ch_habilian s_livingstone_2010 s_fofi_2005 s_iranprobe_hrw s_mjil_2014 s_tarzi_2001
        s_histdict s_genser_2013 s_ashcam_2014 s_forceprot_2013 s_aberfoyle_2014 s_globalsecurity
        s_wp_ashraf s_wp_ashraf_mirror s_wp_de_ashraf s_wp_it_ashraf s_wp_old_ashraf s_wp_liberty
        s_wp_ashraf3 s_wp_ashraf3_mirror s_wp_2013attack s_wp_mersad s_wp_old_ashraf_eloc s_petitfute
        s_rimse_2017 s_didban_1981 s_frmoj_1981 s_nejat_1981 s_latimes_19860608 s_ap_19860607
        s_nyt_19860608 s_nyt_19860610 s_ap_19860610 s_csm_19860610 s_upi_19871208 s_latimes_19880112
        s_universalis_1988 s_ap_19880114 s_csm_19880108 s_nejat_mersad s_nejat_mersad_tt s_orlando_1993
        s_afp_19990611a s_afp_19990611b s_independent_1999 s_latimes_20010419 s_ncri_20010420 s_ap_2003
        s_aljazeera_ar s_latimes_20050319 s_universalis_2003 s_almanar_2014 s_ap_2014 s_voa_2011fr
        s_nejat_protected s_ep_wordscope s_upi_20090126 s_twocircles_2009 s_cbs_2009 s_niac_2009
        s_flagpost_2012 s_time_2009 s_antiwar_20090728 s_interia_2009 s_iranhr_2009 s_aljazeera_20110414
        s_usatoday_2011 s_uskowi_2011 s_ahram_20110416 s_iraniancom_2011 s_afp_20111228 s_naharnet_2011
        s_jpost_20111225 s_swissinfo_2011 s_geotribune_2011 s_afp_20120218 s_ap_20120218 s_cnn_20120218
        s_reuters_ar_201203 s_rferl_201205 s_afp_201207 s_afp_20120901 s_aswat_201209 s_reuters_20120916
        s_rferl_2012 s_iraqhurr_2012 s_stopfund_2012 s_stopfund_2011 s_reuters_20130210
        s_aljazeera_201302 s_nyt_201302 s_beurteile_2013 s_afp_20130616 s_alarabiya_201306
        s_reuters_20130903 s_irantimes_201312 s_nzherald_201309 s_nejat_presstv_2013
        s_countervortex_2013 s_aljazirah_201312 s_nejat_ar_201312 s_ncri_20131227 s_inu_201312
        s_stevenson_book s_antiwar_20151029 s_bbc_2015 s_xinhua_20151030 s_fintrib_2015
        s_digitaljournal_2015 s_washtimes_2015 s_iranprobe_2015 s_antiwar_20160704 s_presstv_2016
        s_ncri_20160707 s_comiteafi_2016 s_reuters_20160909 s_comiteafi_2012 s_mekiran_camps s_mr_201104
        s_mr_20130429 s_ncri_20130209 s_ncri_de_20130209 s_ncri_20120328 s_inu_201306 s_iranprobe_201302
        s_boumedra s_usccar_20110107 s_usccar_47 s_usccar_2011 s_oiac_2013 s_iranliberty_2015
        s_inu_med_2014 s_inu_med_2013 s_ncri_doc_zirn s_moj_2019 s_iranfreedom_2019
        s_irandemocratic_2019 s_independent_2018 s_guardian_2018 s_nyt_2020 s_nejat_tag_a3
        s_irantimes_201812 s_rtsh_2019 s_nejat_7862 s_nejat_5398 s_nejat_5897 s_nejat_5892 s_nejat_6541
        s_inalbania_20230621 s_inalbania_20230630 s_voa_20230621 s_rferl_20230621 s_national_20230620
        s_xhymshiti_2023 s_ap_20220908 s_arabnews_20220907 s_7dnews_2019 s_arabnews_2019 s_advt_2025
        s_ap_20210204 s_lalibre_2021 s_vrt_2022 s_seenthis_2013 s_canada_2011 s_stevenson_book2
        s_ap_2014b s_reuters_20030416 s_bbc_20030617 s_hrw_20090731 s_rand_summary_2009
        s_reuters_20090729 s_afp_20110108 s_afp_20110714 s_unami_20120829 s_ncri_201302_orders
        s_foreignpolicy_201312 s_reuters_20131209 s_dailymail_20160704
        s_unpress_20151030 s_unhcr_upd13 s_unhcr_20131227 s_unhcr_20140506 s_smvi_20140106 s_unhcr_upd11
        s_hrc27_ngo39 s_ohchr_20130924 s_unhcr_20130209 s_unhcr_20130301 s_unhcr_20130318
        s_unnews_20130901 s_unnews_ar_20120829 s_unnews_20120801 s_reuters_20121130 s_unami_20151030
        s_unhcr_2014q1 s_unhcr_alb_yearly s_unhcr_report_2015 s_unhcr_2016_sf s_un_experts_20131209
        s_amnesty_20130617 s_amnesty_20131119 s_amnesty_20140102 s_amnesty_20160706 s_fidh_200907
        s_antiwar_20090729 s_ap_20130209 s_ap_20130210 s_ap_20130417 s_afp_20130417 s_reuters_20130615
        s_afp_20130622 s_rferl_20130907 s_ap_20130920 s_blic_20151029 s_xinhua_20160704 s_ap_20230620
        s_dpa_20230620 s_usccar_2016 s_usdos_20120505 s_stopfund_201204 s_habilian_20120501
        s_ncri_20120831 s_italy_2014 s_irandemokrati_2016
    """,
    "steps": """
        step_1981_conflict step_1981_exile step_1986_iraq step_1988_operation step_1999_both step_2003_disarmed
        step_2004_protected step_2009_july step_2011_april step_2012_liberty step_2013_rockets step_2013_september
        step_2015_october step_2016_albania step_2018_ashraf_3 step_2023_search step_2026_today
    """,
    "corrections": " ".join(f"cor_2026_{n:02}" for n in range(1, 48)),
}
"""Every id of a table, in the order of the file."""

CLAIMS = """
    1993_05_25:1 1999_06_09:4 1999_06_10:1 2001_04_18:3 2003_04_us:2 pol_2003:2 2009_07_28:30
    2011_01_07:2 2011_04_08:16 2011_12_25:1 2012_03_28:1 2013_02_09:23 2013_04_29:1 2013_06_15:17
    2013_09_01:22 2013_12_26:13 2015_10_29:16 2016_07_04:7 2023_06_20:8 total:13
"""
"""How many claims each attack has, and how many totals: clm_2009_07_28_01 and so on."""

ACCOUNTS = """
    1986_06:3 1993_05_25:2 1999_06_09:2 1999_06_10:2 2001_04_18:4 2003_04_us:2 2003_04_other:1
    2003_06_17:3 2009_07_28:10 2011_01_07:1 2011_04_08:10 2011_12_25:2 2012_03_28:1 2013_02_09:8
    2013_04_29:1 2013_06_15:3 2013_09_01:13 2013_12_26:4 2015_10_29:4 2016_07_04:3 2023_06_20:5
"""
"""How many accounts each attack has: acc_2009_07_28_01 and so on."""

SET_ASIDE = {
    "presence": {"pop_lib_201302b", "pop_lib_201302c", "pop_alb_2019x"},
    "claims": {
        "clm_2013_02_09_12", "clm_2013_02_09_20", "clm_2013_09_01_12", "clm_total_10", "clm_total_11", "clm_total_12",
    },
    "relocations": set[str](),
}  # fmt: skip

COORDINATES = {
    "camp_ashraf": [44.5667, 34.0667],
    "camp_liberty": [44.2465778, 33.3002611],
    "ashraf_3": [19.576241, 41.429614],
}

GATHERING = re.compile(
    r"\bseeds?\b|\bstored\b|\bdossier|\bexcerpts?\b|\bcorpus\b|\bbriefs?\b"
    r"|\bnot seen\b|\bwas seen\b|\bseen here\b|\bunverified lead",
    re.IGNORECASE,
)
"""Words that tell how the facts were gathered. None of them may reach a reader."""

NEWSLETTER = "Brief on Iran No. 1623"
"""The one title that holds such a word by itself."""

CSV_TABLES = (*(name for name in IDS if name != "places"), "claims", "accounts")


def rows(table: str) -> list[dict[str, str]]:
    """The rows of one table; of places, the properties of the features."""
    if table == "places":
        features = json.loads((GEODATA / "places.geojson").read_text("utf-8"))["features"]
        return [feature["properties"] for feature in features]
    with (GEODATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(cell: str) -> list[str]:
    """The entries of a list cell."""
    return [entry for entry in cell.split(";") if entry]


def numbered(prefix: str, counts: str) -> list[str]:
    """Ids that are counted within a group: prefix, group and a number of two digits from 01."""
    pairs = (entry.split(":") for entry in counts.split())
    return [f"{prefix}{group}_{n:02}" for group, count in pairs for n in range(1, int(count) + 1)]


@pytest.mark.parametrize("table", IDS)
def test_every_row_is_there(table: str) -> None:
    assert [row["id"] for row in rows(table)] == IDS[table].split()


def test_every_claim_and_every_account_is_there() -> None:
    assert sorted(row["id"] for row in rows("claims")) == sorted(numbered("clm_", CLAIMS))
    assert sorted(row["id"] for row in rows("accounts")) == sorted(numbered("acc_", ACCOUNTS))


def test_the_tables_have_the_recorded_number_of_rows() -> None:
    assert {table: len(rows(table)) for table in ("places", *CSV_TABLES)} == {
        "places": 33, "presence": 70, "custody": 11, "relocations": 42, "attacks": 21, "accounts": 84,
        "speakers": 33, "claims": 183, "context": 54, "controversies": 10, "checks": 36, "sources": 285,
        "corrections": 47, "steps": 17,
    }  # fmt: skip


@pytest.mark.parametrize("table", SET_ASIDE)
def test_what_is_set_aside_says_why(table: str) -> None:
    assert {row["id"] for row in rows(table) if row["status"] == "set aside"} == SET_ASIDE[table]
    assert all(bool(row["reason"]) == (row["status"] == "set aside") for row in rows(table))


@pytest.mark.parametrize(
    "name", [*(f"{table}.csv" for table in (*CSV_TABLES, "kinds")), "places.geojson", "story.toml"]
)
def test_no_word_says_how_the_facts_were_gathered(name: str) -> None:
    text = re.sub(r"https?://[^\s,\"]+", "", (GEODATA / name).read_text("utf-8")).replace(NEWSLETTER, "")
    assert GATHERING.findall(text) == []


@pytest.mark.parametrize("table", ["places", *CSV_TABLES])
def test_everything_rests_on_a_source_that_is_listed(table: str) -> None:
    if table == "sources":
        return
    known = set(IDS["sources"].split())
    assert {row["id"]: listed(row["sources"]) for row in rows(table) if not listed(row["sources"])} == {}
    assert {source for row in rows(table) for source in listed(row["sources"])} <= known


def test_every_source_is_used() -> None:
    # a correction that cites a source is not enough
    tables = ["places", *(table for table in CSV_TABLES if table not in ("sources", "corrections"))]
    used = {source for table in tables for row in rows(table) for source in listed(row["sources"])}
    assert used == set(IDS["sources"].split())


def test_every_place_named_is_a_place() -> None:
    places = set(IDS["places"].split())
    named = {row["place"] for table in ("presence", "custody", "attacks") for row in rows(table)}
    named |= {row[end] for row in rows("relocations") for end in ("from", "to")}
    named |= {row["place"] for table in ("context", "checks") for row in rows(table)}
    named |= {row["drawn_at"] for row in rows("places")}
    assert named - {""} <= places


def test_every_speaker_named_is_a_speaker_and_every_speaker_speaks() -> None:
    speakers = set(IDS["speakers"].split())
    speaking = {speaker for row in rows("claims") for speaker in listed(row["speaker"])}
    speaking |= {row["speaker"] for row in rows("accounts")}
    concerned = {speaker for row in rows("attacks") for speaker in listed(row["stakeholders"])}
    assert speaking | concerned == speakers
    assert {row["affiliated_with"] for row in rows("speakers")} <= speakers | {""}


def test_the_group_has_a_stake_in_every_attack_on_it() -> None:
    assert all("pmoi" in listed(row["stakeholders"]) for row in rows("attacks"))


def test_every_claim_and_account_is_about_an_attack_or_a_named_total() -> None:
    attacks = set(IDS["attacks"].split())
    assert all((row["attack"] in attacks) != bool(row["scope"]) for row in rows("claims"))
    assert {row["attack"] for row in rows("accounts")} <= attacks


def test_every_reference_leads_somewhere() -> None:
    kinds = {"attack": "attacks", "place": "places", "relocation": "relocations"}
    references = {row["related"] for row in rows("context")} | {row["select"] for row in rows("checks")}
    for kind, _, target in (reference.partition(":") for reference in references - {""}):
        assert target in IDS[kinds[kind]].split()
    summed = {attack for row in rows("checks") for attack in listed(row["sum_of"])}
    assert summed <= set(IDS["attacks"].split())
    assert {row["claim"] for row in rows("checks")} - {""} <= set(numbered("clm_", CLAIMS))


def test_every_correction_is_about_something_that_is_there_and_tells_it_apart_from_before() -> None:
    tables = {
        "attack": "attacks", "claim": "claims", "account": "accounts", "check": "checks", "context": "context",
        "presence": "presence", "relocation": "relocations", "source": "sources",
    }  # fmt: skip
    for row in rows("corrections"):
        kind, _, target = row["about"].partition(":")
        assert target in {it["id"] for it in rows(tables[kind])}, row["id"]
        assert row["before"] and row["after"] and row["before"] != row["after"], row["id"]


def test_every_date_is_edtf() -> None:
    dated = ("presence", "custody", "relocations", "attacks", "context", "sources", "corrections")
    dates = {row["date"] for table in dated for row in rows(table)}
    dates |= {row["report_date"] for row in rows("claims")} | {row["checked"] for row in rows("sources")}
    dates |= {row[end] for row in rows("places") for end in ("opened", "closed")}
    for date in sorted(dates - {""}):
        edtf.parse_edtf(date)


def test_the_camps_stand_where_the_sources_put_them() -> None:
    features = json.loads((GEODATA / "places.geojson").read_text("utf-8"))["features"]
    points = {feature["properties"]["id"]: feature["geometry"]["coordinates"] for feature in features}
    assert {place: points[place] for place in COORDINATES} == COORDINATES


def test_the_seven_attacks_of_the_founding_article_are_summed() -> None:
    seven = next(row for row in rows("checks") if row["id"] == "check_15")
    assert listed(seven["sum_of"]) == [
        "atk_2013_02_09", "atk_2013_04_29", "atk_2013_06_15", "atk_2013_09_01", "atk_2013_12_26",
        "atk_2015_10_29", "atk_2016_07_04",
    ]  # fmt: skip


def test_armed_acts_of_the_group_stand_in_the_chronology() -> None:
    acts = [row["id"] for row in rows("context") if row["kind"] == "armed_act"]
    assert acts == [
        "ctx_1970s", "ctx_1981_06_acts", "ctx_1988_07", "ctx_1991", "ctx_1992_attack", "ctx_1999_04",
    ]  # fmt: skip


def test_the_story_says_what_it_covers() -> None:
    story = tomllib.loads((GEODATA / "story.toml").read_text("utf-8"))
    assert (story["title"], story["first_year"], story["last_year"]) == ("Ashraf Atlas", 1981, 2026)
    assert story["licence"] == "CC BY 4.0"
