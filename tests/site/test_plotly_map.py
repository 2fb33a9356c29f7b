"""Plotly's map bundle: the version that is recorded, and the changes that still fit it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import plotly
import pytest

from ashraf_atlas.site.plotly_map import FILE, PACKAGE, BundleError, changed, plotly_map
from tests.conftest import ROOT

FOLDER = ROOT / "assets" / "plotly"


def test_it_is_the_version_that_is_recorded_and_that_the_python_package_has() -> None:
    assert json.loads((FOLDER / "versions.json").read_text(encoding="utf-8")) == {"packages": [PACKAGE.record()]}
    assert f"plotly.js (map - minified) v{PACKAGE.version}" in (FOLDER / FILE).read_text(encoding="utf-8")[:200]
    full = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    with full.open(encoding="utf-8") as file:
        assert re.search(r"plotly\.js v([\d.]+)", file.read(200))[1] == PACKAGE.version  # type: ignore[index]
    assert "MIT" in (FOLDER / "LICENCE-plotly.txt").read_text(encoding="utf-8")


def test_the_map_s_worker_is_a_classic_one() -> None:
    bundle = plotly_map(ROOT / "assets")
    assert "if(!1)try{return new Worker(" in bundle
    assert "export{" not in bundle[bundle.index("self.worker=new") :][:200]
    assert '.startsWith("blob:")&&new URL(' in bundle


def test_another_bundle_is_refused() -> None:
    with pytest.raises(BundleError, match="look at the change"):
        changed("var Plotly = {};")
