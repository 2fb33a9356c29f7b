"""Servers side by side: the one that `serve` uses, others that could be, and nginx with the same files.

`python tests/benchmarks/servers.py [--seconds 60] [--connections 200] [--markdown FILE]` freezes the embedded story and
asks each server for its page by `wrk` (Debian's `wrk` and `nginx-light`; `pip install gunicorn` for that one). It
measures and asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
PORT = 9187
WSGI = """import sys; sys.path.insert(0, {src!r})
from pathlib import Path
from ashraf_atlas.serving import app_of
app = app_of(Path({site!r}))
"""
NGINX = """daemon off; worker_processes 2; pid {place}/pid; error_log {place}/error.log; {user}
include /etc/nginx/modules-enabled/*.conf;
events {{ worker_connections 1024; }}
http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {place}/1; proxy_temp_path {place}/2;
fastcgi_temp_path {place}/3; uwsgi_temp_path {place}/4; scgi_temp_path {place}/5;
server {{ listen 127.0.0.1:{port}; location / {{ alias {site}/; gzip_static on; brotli_static on; }} }} }}
"""


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        site = place / "site"
        subprocess.run([sys.executable, "-m", "ashraf_atlas", "freeze", str(site)], env=ENVIRONMENT, check=True)
        (place / "wsgi_site.py").write_text(WSGI.format(src=str(ROOT / "src"), site=str(site)), encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        nginx = NGINX.format(place=place, site=site, port=PORT, user=user)
        (place / "nginx.conf").write_text(nginx, encoding="utf-8")
        rows = []
        for name, command in _servers(place, site).items():
            if not shutil.which(command[0]):
                print(f"{name}: {command[0]} is not on this machine", file=sys.stderr)
                continue
            with _running(command, place) as process:
                before = _memory(process)
                loaded = _loaded(asked.seconds, asked.connections)
                rows.append((name, *loaded, before, _memory(process)))
                print(rows[-1], file=sys.stderr)
    best = next((rate for name, rate, *_ in rows if name.startswith("nginx")), None)
    lines = [
        "| server | requests/s | ÷ nginx | p50 | p99 | errors | MB at first | MB afterwards |",
        "|---|---|---|---|---|---|---|---|",
        *(
            f"| {name} | {rate:,.0f} | {rate / best if best else float('nan'):.2f} | {half} | {most} | {errors} "
            f"| {before:,.0f} | {after:,.0f} |"
            for name, rate, half, most, errors, before, after in rows
        ),
    ]
    about = (
        f"{asked.connections} connections for {asked.seconds} s, {os.cpu_count()} processors, wrk on the same machine."
    )
    print("\n".join([*lines, "", about]))
    if asked.markdown:
        asked.markdown.write_text("\n".join([*lines, "", about, ""]), encoding="utf-8")


def _servers(place: Path, site: Path) -> dict[str, list[str]]:
    python = Path(sys.executable)
    here = f"127.0.0.1:{PORT}"
    threads = ["-w", "2", "-k", "gthread", "--threads", "16"]
    gunicorn = [str(python.with_name("gunicorn")), "-b", here, *threads, "wsgi_site:app"]
    waitress = [str(python.with_name("waitress-serve")), f"--listen={here}", "--threads=16", "wsgi_site:app"]
    return {
        "ashraf-atlas serve (Granian)": [str(python), "-m", "ashraf_atlas", "serve", str(site), "--port", str(PORT)],
        "Waitress, 16 threads": waitress,
        "Gunicorn, 2 × 16 threads": gunicorn,
        "nginx, the same files": ["/usr/sbin/nginx", "-c", str(place / "nginx.conf"), "-e", str(place / "error.log")],
    }  # fmt: skip


@contextmanager
def _running(command: list[str], place: Path) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=place, env=ENVIRONMENT, stdout=quiet, stderr=quiet)
    try:
        for _ in range(600):
            try:
                with urlopen(f"http://127.0.0.1:{PORT}/") as answer:
                    assert answer.status == 200
                break
            except OSError:
                time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()
        time.sleep(0.5)


def _loaded(seconds: int, connections: int) -> tuple[float, str, str, int]:
    """Ask for the page as browsers do; return requests a second, median, 99th percentile, and how many failed."""
    command = [
        "wrk",
        "-t2",
        f"-c{connections}",
        f"-d{seconds}",
        "--latency",
        "-H",
        "Accept-Encoding: gzip, deflate, br",
    ]
    said = subprocess.run([*command, f"http://127.0.0.1:{PORT}/"], capture_output=True, text=True, check=True).stdout
    failed = [int(it) for it in re.findall(r"(?:connect|read|write|timeout|responses:) (\d+)", said)]
    found = {name: re.search(rf"\s{name}%\s+(\S+)", said) for name in ("50", "99")}
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert rate and found["50"] and found["99"]
    return float(rate[1]), found["50"][1], found["99"][1], sum(failed)


def _memory(process: subprocess.Popen[bytes]) -> float:
    """Return the megabytes that a server has to itself with all of its workers, as Linux counts them."""
    above = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            above[int(status.parent.name)] = int(status.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    own = {process.pid}
    while more := {it for it, parent in above.items() if parent in own} - own:
        own |= more
    kept = [Path(f"/proc/{it}/smaps_rollup").read_text(encoding="utf-8") for it in own]
    return sum(int(kB) for text in kept for kB in re.findall(r"^Private_\w+:\s+(\d+) kB", text, re.MULTILINE)) / 1000


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--connections", type=int, default=200)
    parser.add_argument("--markdown", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
