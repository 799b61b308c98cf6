"""Files to paragraphs: find, fetch and read resolutions. Knows no verbs, actors or SQLite."""
