"""The atlas beside three other pages: MapLibre alone, the usual Dash way, and a line of text."""
