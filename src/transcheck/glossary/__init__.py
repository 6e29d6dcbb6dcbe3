"""Terminology across articles: who renders what how."""
