"""What the README says about frames, the element and their messages is what the scripts do."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def script(path: str) -> str:
    return (ROOT / "assets" / path).read_text(encoding="utf-8")


def table(name: str) -> list[list[str]]:
    """The cells of a table of the README that stands between its marks, without its head."""
    lines = README.split(f"<!-- {name} -->")[1].split(f"<!-- /{name} -->")[0].strip().splitlines()[2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def words(cell: str) -> list[str]:
    return re.findall(r"`(\w+)", cell)


def test_the_messages_of_the_readme_are_those_that_are_understood_and_sent() -> None:
    rows = [(words(message.split(" with ")[0]), sender) for message, sender, _ in table("messages")]
    asked = re.search(r"ASKED = \[(.*)\]", script("client/messages.mjs"))
    assert asked
    assert [it for names, sender in rows if sender == "the host" for it in names] == re.findall(r"\w+", asked[1])
    sent = set(re.findall(r'(?:tell\(|type: )"(\w+)"', script("client/host.mjs"))) - {"set", "play", "pause"}
    assert {it for names, sender in rows if sender == "the atlas" for it in names} == sent


def test_the_attributes_of_the_readme_are_those_of_the_element() -> None:
    element = script("element/embed.js")
    declared = element.split("const ATTRIBUTES = {")[1].split("\n  };")[0]
    more = re.search(r"observedAttributes = \[\.\.\.Object\.keys\(ATTRIBUTES\), (.*)\];", element)
    assert more
    known = re.findall(r"^    (\w+): ", declared, re.MULTILINE) + re.findall(r"\w+", more[1])
    named = [it for what, _ in table("element") if what.startswith("attribute") for it in words(what)]
    assert sorted(named) == sorted(known)


def test_the_methods_and_events_of_the_readme_are_those_of_the_element() -> None:
    element = script("element/embed.js")
    named = [it for what, _ in table("element") if what.startswith("method") for it in words(what)]
    assert sorted(named) == sorted(
        set(re.findall(r"^    (\w+)\((?:partial)?\) \{", element, re.MULTILINE)) & set(named)
    )
    assert len(named) == 5
    events = [it for what, _ in table("element") if what.startswith("event") for it in words(what)]
    assert events == re.findall(r'new CustomEvent\("(\w+)"', element)


def test_the_parts_that_can_be_left_out_are_in_the_readme() -> None:
    parts = re.search(r"PARTS = \[(.*)\]", script("client/state.mjs"))
    assert parts
    said = re.search(r"`hide=` leaves out, comma between them: (.*?)\(on stage\)", README, re.DOTALL)
    assert said
    assert words(said[1]) == re.findall(r"\w+", parts[1])
