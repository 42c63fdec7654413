"""Commitments that live between meetings: their rules, how they stand, their words."""
