"""Minutes of a meeting: what they say, as Markdown, as data, and as files."""
