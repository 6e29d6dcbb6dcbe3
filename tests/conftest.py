"""Stands here so that pytest puts this folder on the path: tests import `samples` from it."""
