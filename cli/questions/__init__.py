"""From a question in plain English to a filter on the register."""

from cli.questions.grammar import read_question
from cli.questions.names import Names
from cli.questions.reading import NotUnderstoodError, Reading, UnknownNameError

__all__ = ["Names", "NotUnderstoodError", "Reading", "UnknownNameError", "read_question"]
