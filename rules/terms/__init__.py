"""On what terms: qualifiers, due words, reports, and the documents that a provision refers to."""
