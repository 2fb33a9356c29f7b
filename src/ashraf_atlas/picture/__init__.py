"""Pictures of a story, drawn without a browser: the map of a year as SVG, and share cards as PNG."""

from ashraf_atlas.picture.share_card import CARD_SIZE, card
from ashraf_atlas.picture.static_map import svg_map

__all__ = ["CARD_SIZE", "card", "svg_map"]
