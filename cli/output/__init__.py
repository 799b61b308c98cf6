"""What a command shows, in the format that a person asks for: one file per format, all alike.

A format is a module with ``write(sheet: Sheet, out: BinaryIO) -> None``; ``emit.emit`` chooses it by name.
"""
