"""Run a structured circle or assembly from a terminal."""

__version__ = "0.1.0"
