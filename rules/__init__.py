"""Paragraphs to provisions: the spaCy pipeline and its lexicons. Knows no files or SQLite.

Importing this package, or ``rules.provisions``, does not import spaCy.
"""
