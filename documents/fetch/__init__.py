"""Fetch documents by symbol from the UN Official Document System, politely, and keep them on disk."""
