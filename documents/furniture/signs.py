"""What page furniture looks like, whatever the format: job numbers, page numbers, rules above notes."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"""(?:
      (?:GE\.)?\d\d-\d{4,6}(?:\ ?\(E\).*)?            # job number: 23-24923 (E) 211223
    | \d{1,3}/\d{1,3}\s+(?:GE\.)?\d\d-\d{4,6}         # page: 2/5 23-24923
    | (?:GE\.)?\d\d-\d{4,6}\s+\d{1,3}(?:/\d{1,3})?
    | \*\d{7}\*                                       # bar code
    | https?://\S+                                    # address of a link, printed in the margin
    | <!--\ .*\ -->
    | Please\ recycle.*
    )""",
    re.VERBOSE,
)
FURNITURE_OPENS = "0123456789G*hP<"  # its first characters: most lines need no closer look
_PAGE_OF_TEXT = re.compile(
    r"\d{1,3}/\d{1,3}\s+(?:GE\.)?\d\d-\d{4,6}|(?:GE\.)?\d\d-\d{4,6}\s+\d{1,3}/\d{1,3}|<!-- Page.*"
)
_PAGE_NUMBER = re.compile(r"[-–— ]*\d{1,3}(?:/\d{1,3})?[-–— ]*")
RULE_OPENS = "_-*—"  # its first characters
_RULE = re.compile(r"_{5,}|-{3,}|\*{3,}|—{3,}")

# Why a line is no text of the document, in the words of the account.
HEADER = "running header"
PAGE_NUMBER = "page number"
FURNITURE = "page furniture"
RULE = "rule"
MARK = "mark of a note"
SCATTERED = "pieces of lines out of their place"


def is_furniture(text: str) -> bool:
    """Whether the line is a job number, a bar code, an address in the margin."""
    return text[:1] in FURNITURE_OPENS and _FURNITURE.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """Whether the line is a page number and nothing else: "12", "2/5", "- 3 -"."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def is_page_foot(text: str) -> bool:
    """Whether the line numbers a page and its job: "2/5 23-24923"."""
    return _PAGE_OF_TEXT.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Whether the line is the rule above footnotes, typed: "____"."""
    return text[:1] in RULE_OPENS and _RULE.fullmatch(text) is not None
