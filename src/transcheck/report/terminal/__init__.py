"""Draws the text report with rich; imported only when one is asked for."""
