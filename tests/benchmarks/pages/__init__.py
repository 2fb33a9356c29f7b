"""The atlas beside other pages: MapLibre alone, the usual Dash way, a line of text, and its own first words alone."""
