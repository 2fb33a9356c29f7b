"""The story as written pages: what stands there before scripts run, and stays where they do not."""
