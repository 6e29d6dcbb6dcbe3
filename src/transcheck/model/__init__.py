"""Frozen, slotted dataclasses that every stage shares, and nothing that computes more than a look-up."""
