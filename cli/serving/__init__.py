"""The register in a browser: what Datasette is told, and its pages."""
