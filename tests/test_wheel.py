"""A plain wheel carries the story and the assets, and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(folder), str(ROOT)], check=True, cwd=folder)
    return folder


def run(installed: Path, where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", *arguments]
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)


def test_the_embedded_story_is_valid_from_any_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-m", "ashraf_atlas", "check")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("The dataset is valid: ")


def test_the_page_and_its_modules_are_served_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "import ashraf_atlas, re; from werkzeug.test import Client;"
        "from ashraf_atlas.wsgi import server; client = Client(server);"
        "print(ashraf_atlas.__file__);"
        "found = re.findall('static/[^\" ]+', client.get('/').text);"
        "print(len(found) > 7, {client.get(f'/{it}').status_code for it in ('', 'embed.js', 'card.png', *found)})"
    )
    done = run(installed, tmp_path, "-c", code)
    where, statuses = done.stdout.splitlines()
    assert where.startswith(str(installed)), done.stderr
    assert statuses == "True {200}"


def test_a_dataset_to_start_from_travels_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "-m", "ashraf_atlas", "new", "mine").returncode == 0
    assert run(installed, tmp_path, "-m", "ashraf_atlas", "check", "mine").returncode == 0
