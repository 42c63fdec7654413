"""How a journal file says what it is. Read before anything heavier is loaded."""

APPLICATION_ID = 0x46434C31
"""``FCL1``: the mark of this program's files in their header."""

SCHEMA = 4
"""Raised with every migration; a file with a higher number is from a newer version."""
