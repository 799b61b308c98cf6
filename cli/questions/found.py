"""What a question was found to say, and the filter that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from cli.questions.names import Names
from cli.questions.reading import NotUnderstoodError, Reading
from cli.questions.times import Span, ordinal, session_of
from db.filters import Filter

# Fields of the filter whose values can be put side by side, and the facet that tells them apart.
COMPARED = {
    "actors": "actor",
    "documents": "document",
    "document_kinds": "document-kind",
    "organs": "organ",
    "sessions": "session",
    "verbs": "verb",
    "strengths": "strength",
}
MOST_COMPARED = 12  # sessions of a range
CONDITIONS = (
    *("groups", "within", "strengths", "kinds", "document_kinds", "qualifiers", "report", "due", "review"),
)
DIRECTING = ("groups", "within", "report", "due_before", "due_after", "due")  # only directives have these


@dataclass
class Found:
    """Filled while a question is walked, left to right."""

    names: Names
    today: date
    actors: list[str] = field(default_factory=list)
    organs: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    meanings: dict[str, Any] = field(default_factory=dict)  # of phrases, by words.toml
    wholes: dict[str, str] = field(default_factory=dict)  # groups, within -> the words for it
    spans: list[tuple[Span, bool]] = field(default_factory=list)  # with: "due" was said of it
    left_out: list[str] = field(default_factory=list)
    everything: bool = False  # provisions, resolutions or the like were named
    asked: bool = False  # the question is about what somebody is to do
    due: bool = False  # "due" was said

    def add_meaning(self, meaning: dict[str, Any], words: str) -> None:
        """Take in what a phrase stands for. Of two orders or presentations the first counts."""
        self.due |= bool(meaning.get("due"))
        for name, value in meaning.items():
            if name == "topic":
                self.topic.append(value)
            elif isinstance(value, list):
                if name in ("groups", "within"):
                    self.wholes[name] = words
                self.meanings[name] = tuple(dict.fromkeys((*self.meanings.get(name, ()), *value)))
            else:
                self.meanings.setdefault(name, value)

    def add_time(self, span: Span) -> None:
        """Take in a session or date; after "due" it says when something is due."""
        self.spans.append((span, self.due and span.bound != "since"))

    @property
    def comparing(self) -> bool:
        """Whether things are to be put side by side."""
        return self.meanings.get("presentation") == "compare"

    def reading(self) -> Reading:
        """What was asked, or NotUnderstoodError where nothing of it was."""
        filter = self.filter()
        if filter in (Filter(), Filter(kinds=("directive",))) and (
            self.left_out or not (self.everything or filter.kinds)
        ):
            words = repr(" ".join(self.left_out)) if self.left_out else "the question is empty or"
            what = "no actor, verb, document, time or topic that the register knows"
            raise NotUnderstoodError(f"{words} names {what}")
        presentation, by = self.meanings.get("presentation", "list"), self.meanings.get("by", "")
        if self.comparing:
            filter = apart(filter)
            by = by or compared(filter)
        elif by:
            presentation = "count"
        counted, left_out = self.meanings.get("counted", ""), tuple(dict.fromkeys(self.left_out))
        return Reading(filter, presentation, self.sort(filter), by, counted, left_out)

    def filter(self) -> Filter:
        """The filter that the question stands for."""
        values = {name: self.meanings[name] for name in CONDITIONS if name in self.meanings} | self.times()
        actors, topic = self.actors, self.topic
        if stating := bool(self.verbs) and self.names.statements.issuperset(self.verbs):
            # A statement is addressed to nobody: "has the Assembly condemned X" looks for X in the text.
            actors, topic = [], [*topic, *self.quoted(actors)]
            self.left_out += [words for name, words in self.wholes.items() if values.pop(name, None)]
        directing = self.asked or self.due or actors or values.keys() & set(DIRECTING)
        if directing and not stating and not values.keys() & {"kinds", "review"}:
            values["kinds"] = ("directive",)
        lists = {"actors": actors, "organs": self.organs, "verbs": self.verbs}
        lists |= {"documents": self.documents, "paragraphs": self.paragraphs}
        values |= {name: tuple(dict.fromkeys(listed)) for name, listed in lists.items()}
        return Filter(**values, topic=" ".join(dict.fromkeys([*topic, *self.sessions_due()])))

    def times(self) -> dict[str, Any]:
        """Sessions and dates of adoption, and windows in which something is due."""
        values: dict[str, Any] = {}
        for span, said_due in self.spans:
            if span.unit == "session":
                if not self.is_deadline(span, said_due):
                    values["sessions"] = (*values.get("sessions", ()), (span.first, span.last))
                continue
            names = ("due_after", "due_before") if self.is_deadline(span, said_due) else ("since", "until")
            for name, day in zip(names, (span.first, span.last), strict=True):
                if date.min.toordinal() < day < date.max.toordinal():
                    values[name] = date.fromordinal(day).isoformat()
        if "due_until" in self.meanings:
            values["due_before"] = (self.today - timedelta(days=1)).isoformat()
        if "due_from" in self.meanings:
            values["due_after"] = self.today.isoformat()
        said_when = values.keys() & {"due_before", "due_after"} or self.sessions_due()
        if self.due and not said_when and not self.meanings.get("report"):
            values["due"] = True
        return values

    def is_deadline(self, span: Span, said_due: bool) -> bool:
        """Whether a span says when something is due, not when it was adopted.

        What lies ahead of today and of all that the register holds can only be due.
        """
        day, session = self.names.newest
        if span.unit == "session":
            ahead = span.first > max(session, session_of(self.today))
        else:
            ahead = date.fromordinal(span.first).isoformat() > max(day, self.today.isoformat())
        awaited = span.its or (span.unit == "session" and span.first > session)
        reported = awaited and self.meanings.get("report")
        return bool(span.deadline or said_due or reported or (ahead and span.bound == "in"))

    def sessions_due(self) -> list[str]:
        """Sessions at which something is due, as the texts write them: they have no date."""
        return [
            f'"{ordinal(span.last).replace("-", " ")} session"'
            for span, said_due in self.spans
            if span.unit == "session" and self.is_deadline(span, said_due)
        ]

    def sort(self, filter: Filter) -> str:
        """Strongest first, unless a due date or the order of a document matters more."""
        if "sort" in self.meanings:
            return self.meanings["sort"]
        if filter.due_before or filter.due_after or filter.due:
            return "due"
        return "symbol" if filter.documents and not filter.kinds else "strength"

    def quoted(self, ids: tuple[str, ...] | list[str]) -> list[str]:
        """Actors as texts write them."""
        return [f'"{self.names.label(id)}"' for id in ids]


def apart(filter: Filter) -> Filter:
    """A range of sessions as single ones, so that they can be put side by side."""
    single = [
        (n, n) for first, last in filter.sessions for n in range(first, min(last, first + MOST_COMPARED) + 1)
    ]
    return replace(filter, sessions=tuple(single))


def compared(filter: Filter) -> str:
    """The facet with several values to put side by side."""
    for name, facet in COMPARED.items():
        if len(getattr(filter, name)) > 1:
            return facet
    if filter.since and filter.until:
        return "year"
    raise NotUnderstoodError("a comparison needs two actors, organs, documents, verbs, sessions or years")
