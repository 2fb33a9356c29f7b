"""Ashraf Atlas: a map of where people lived in exile, what happened to them, and who says so."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
