"""Logs that other tools wrote: read as meetings, and brought into a journal."""
