"""The parts of the spaCy pipeline, one subject each."""
