"""Measures generated backends beside hand-written ones of the same framework."""
