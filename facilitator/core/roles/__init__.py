"""Roles: how each stands, what it lacks, what the circle should look at, and their rules."""
