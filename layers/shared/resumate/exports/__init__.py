"""A finished letter as a file: one layout, and one renderer for each format. Pure: bytes out, nothing of the world."""
