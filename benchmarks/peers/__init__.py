"""Bare Textual programs: as little as can be written for the same purpose."""
