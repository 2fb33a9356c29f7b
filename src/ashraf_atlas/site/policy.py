"""What the page may do: a policy that browsers enforce, sent with every answer and also written in every page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ashraf_atlas.site.early import EARLY, script_hash

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": f"'self' {script_hash(EARLY)}",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
}
"""Scripts only from the site itself and the one that is named, none made from text; nothing from anybody else."""


def policy(script_hashes: Iterable[str] = ()) -> str:
    """Return the policy of a page; one that stands alone runs only the scripts in it, named by their hashes."""
    hashes = tuple(script_hashes)
    alone = {"script-src": " ".join(hashes), "connect-src": "'none'"} if hashes else {}
    return _written({**POLICY, **alone})


def answer_policy(hosts: Iterable[str]) -> str:
    """Return the policy to send with an answer: who may hold it in a frame cannot be said in the page itself."""
    return _written({**POLICY, "frame-ancestors": " ".join(["'self'", *hosts]) if (hosts := tuple(hosts)) else "*"})


def _written(policy_: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy_.items())
