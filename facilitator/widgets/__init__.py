"""Things to draw: state in by attribute, messages out; they know nothing of the journal."""
