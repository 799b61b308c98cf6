"""What a draft itself takes out of its text: reasons why a line is dropped that are no loss of ours."""

from __future__ import annotations

STRUCK = "struck out"
DELETED = "deleted"  # by a tracked change
MOVED = "moved"  # by a tracked change; its words stand where they were moved to
REASONS = frozenset({STRUCK, DELETED, MOVED})
