"""Commands. Those that draw nothing load no screens."""
