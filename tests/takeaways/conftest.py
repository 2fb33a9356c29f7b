"""Those that make a take-away drive a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

MADE = {"file", "slides", "frames"}
"""Fixtures that make one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents and MADE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
