"""What ``mandates refresh`` does, step by step: gather, take in, rewrite lists, tell."""
