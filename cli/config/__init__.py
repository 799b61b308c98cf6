"""``mandates.yaml``: what ``mandates refresh`` follows and which lists it keeps."""
