"""The few styles that texts are given; colors come from the theme."""

QUIET = "$foreground 65%"
"""What is beside the point: times, hints, details."""

KEY = "b $foreground"
"""The name of a key."""
