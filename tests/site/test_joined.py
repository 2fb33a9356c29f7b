"""Joining modules: the script does what they do, and what cannot be joined is refused by name."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from ashraf_atlas.site.joined import COMMENT, JoiningError, joined
from tests.conftest import ROOT
from tests.test_javascript import node


def write(folder: Path, **modules: str) -> None:
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.mjs"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(script: str) -> str:
    done = subprocess.run([str(node()), "-e", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_modules_say_to_each_other_they_say_joined(tmp_path: Path) -> None:
    write(
        tmp_path,
        main='import {\n  add,\n  one as first,\n} from "./sums.mjs";\nimport "./deep/side.mjs";\n'
        "console.log(add(first, 2));\n",
        sums='import { shared } from "./deep/shared.mjs";\nexport const one = 1;\n'
        "export function add(a, b) {\n  shared.push(a + b);\n  return shared;\n}\nexport async function later() {}\n",
        deep__side='import { shared } from "./shared.mjs";\nshared.push("side");\n',
        deep__shared="export const shared = [];\n",
    )
    assert run(joined(("main.mjs",), tmp_path)) == "[ 'side', 3 ]", "each module runs once, after what it imports"


def test_comments_on_lines_of_their_own_are_left_out_and_licences_stay(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="/*\nThe licence\n*/\n// what\n/**\n * why ** and\n */\n  /** how */\n"
        'const kept = "// no comment"; // beside\nconsole.log(kept, `\n  x`);\n',
    )
    script = joined(("main.mjs",), tmp_path)
    assert run(script) == "// no comment \n  x"
    assert "The licence" in script
    assert not any(word in script for word in ("what", "why", "how"))


def test_no_line_of_a_text_is_taken_for_a_comment() -> None:
    for path in (ROOT / "assets").rglob("*.mjs"):
        text = path.read_text(encoding="utf-8")
        before = 0
        for found in COMMENT.finditer(text):
            texts = re.sub(r'"(?:[^"\\\n]|\\.)*"|/\[.*?\]/', "", text[before : found.start()])  # both may hold one
            assert texts.count("`") % 2 == 0, f"{path.name}: {found[0].strip()}"
            before = found.end()


def test_a_later_script_goes_on_with_the_modules_of_an_earlier_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        early='import { shared } from "./shared.mjs";\nshared.push("early");\n',
        late='import { shared } from "./shared.mjs";\nimport { own } from "./own.mjs";\n'
        "shared.push(own);\nconsole.log(shared);\n",
        shared='console.log("once");\nexport const shared = [];\n',
        own='export const own = "late";\n',
    )
    first = joined(("early.mjs",), tmp_path, left=True)
    second = joined(("late.mjs",), tmp_path, earlier=("early.mjs",))
    assert run(f"globalThis.window = globalThis;\n{first}\n{second}") == "once\n[ 'early', 'late' ]"


def test_nothing_of_it_is_left_outside(tmp_path: Path) -> None:
    write(tmp_path, main="const hidden = 1;\n")
    assert run(f"{joined(('main.mjs',), tmp_path)}\nconsole.log(typeof hidden)") == "undefined"


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./other.mjs";',
        'import other from "./other.mjs";',
        "export default 1;",
        "export let changing = 1;",
        'export { one } from "./other.mjs";',
        'const late = await import("./other.mjs");',
        "const here = import.meta.url;",
    ],
)
def test_other_forms_are_refused_by_name(tmp_path: Path, line: str) -> None:
    write(tmp_path, main=f"{line}\n", other="export const one = 1;\n")
    with pytest.raises(JoiningError, match=r"main\.mjs"):
        joined(("main.mjs",), tmp_path)


def test_a_circle_and_a_foreign_package_are_refused(tmp_path: Path) -> None:
    write(tmp_path, one='import { b } from "./two.mjs";\n', two='import { a } from "./one.mjs";\nexport const b = 1;\n')
    with pytest.raises(JoiningError, match=r"one\.mjs imports two\.mjs imports one\.mjs"):
        joined(("one.mjs",), tmp_path)
    write(tmp_path, three='import { x } from "lodash";\n')
    with pytest.raises(JoiningError, match="lodash"):
        joined(("three.mjs",), tmp_path)


def test_a_word_in_a_comment_is_no_import(tmp_path: Path) -> None:
    write(tmp_path, main="/**\n * @param {import('./x.mjs').State} state\n */\nconsole.log(1);\n")
    assert run(joined(("main.mjs",), tmp_path)) == "1"


def test_every_module_of_the_page_can_be_joined() -> None:
    assets = ROOT / "assets"
    script = joined(("client/answers.mjs", "client/fonts.mjs", "dashboard.mjs"), assets)
    assert "import " not in "".join(line for line in script.splitlines(True) if line.startswith("import"))
    unused = {
        path.relative_to(assets).as_posix()
        for path in (assets / "client").rglob("*.mjs")
        if f"// {path.relative_to(assets).as_posix()}\n" not in script
    }
    assert unused == {"client/following.mjs", "client/watching.mjs"}, "only `serve --watch` has these"
