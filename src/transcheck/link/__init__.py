"""Names, titles, quotations and quantities on both sides."""
