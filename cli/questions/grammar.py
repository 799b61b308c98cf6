"""The grammar of questions: which actor is asked, which organ asks, what is topic, what is a condition.

A question is walked once from left to right. Vocabulary is in words.toml; here is only the order of
words: "what has the Security Council demanded" has the Council ask, "what is the Security Council asked"
has it act; words after "about" or "to" are looked for in the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from cli.errors import suggestion
from cli.questions.names import Names
from cli.questions.pieces import Piece, UnknownDocumentError, cut
from cli.questions.reading import NotUnderstoodError, Reading, UnknownNameError
from cli.questions.times import Span, ordinal, session_of
from cli.questions.tokens import scan
from db.filters import Filter

SKIPPED = ("noise", "what", "who")
BEING = {"is", "are", "was", "were", "be", "been", "being"}
HAVING = {"has", "have", "had", "does", "do", "did"}
# Fields of the filter whose values can be put side by side, and the facet that tells them apart.
COMPARED = {
    "actors": "actor",
    "documents": "document",
    "organs": "organ",
    "sessions": "session",
    "verbs": "verb",
    "strengths": "strength",
}
NAMED = ("mentioned", "named", "referred to")
EVERYBODY = ("un-system",)  # as a subject, "the United Nations" is whichever organ
ENDS_TOPIC = {"report", "due", "qualifiers", "due_until", "due_from", "review"}
MOST_COMPARED = 12  # sessions of a range


def read_question(question: str, names: Names, today: date) -> Reading:
    """Read a question. Raises NotUnderstoodError, whose message says what is missing and what to write."""
    try:
        pieces = cut(scan(question), names, today)
    except UnknownDocumentError as error:
        near = suggestion(list(names.near_documents(str(error))))
        raise UnknownNameError(f"the register has no document {str(error)!r}{near}") from error
    walk = Walk(pieces, names, today)
    for place in range(len(pieces)):
        walk.step(place)
    return walk.reading()


@dataclass
class Walk:
    """What has been understood so far."""

    pieces: tuple[Piece, ...]
    names: Names
    today: date
    actors: list[str] = field(default_factory=list)
    organs: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    meanings: dict[str, Any] = field(default_factory=dict)
    spans: list[tuple[Span, bool]] = field(default_factory=list)  # with: is a deadline
    left_out: list[str] = field(default_factory=list)
    wholes: dict[str, str] = field(default_factory=dict)  # groups, within -> the words for it
    asked: bool = False  # the question is about what somebody is to do
    due: bool = False  # "due" was said
    in_topic: bool = False
    act: bool = False  # a modal was said, and the verb it wants is still to come
    role: str = ""  # of the last actor: addressee, asker, topic

    # --- Looking around -------------------------------------------------------------------------------

    def at(self, place: int) -> Piece:
        """The piece at ``place``; an empty one beyond the ends."""
        return self.pieces[place] if 0 <= place < len(self.pieces) else Piece("end", "", "")

    def before(self, place: int) -> int:
        """The nearest place to the left that is not noise."""
        place -= 1
        while self.at(place).kind == "noise":
            place -= 1
        return place

    def after(self, place: int) -> int:
        """The nearest place to the right that is not noise."""
        place += 1
        while self.at(place).kind == "noise":
            place += 1
        return place

    def asks(self, place: int) -> bool:
        """Whether the piece says that somebody asks: "requested", "urges", "binding", "demands"."""
        piece = self.at(place)
        return piece.kind in ("asking", "verb") or bool(piece.meaning.get("strengths"))

    # --- One step -------------------------------------------------------------------------------------

    def step(self, place: int) -> None:
        """Take one piece in."""
        piece = self.at(place)
        handler = getattr(self, f"on_{piece.kind}", None)
        if handler:
            handler(place, piece)

    def on_quote(self, place: int, piece: Piece) -> None:
        if self.at(place - 1).norm in ("verb", "verbs") and tuple(piece.norm.split()) in self.names.verbs:
            self.verbs += self.names.verbs[tuple(piece.norm.split())]
        elif piece.norm.strip():
            self.topic.append(f'"{piece.text.strip()}"')

    def on_document(self, place: int, piece: Piece) -> None:
        self.documents += piece.ids
        self.in_topic = False

    def on_paragraph(self, place: int, piece: Piece) -> None:
        self.paragraphs += piece.ids
        self.in_topic = False

    def on_time(self, place: int, piece: Piece) -> None:
        if piece.span:
            self.spans.append((piece.span, self.due and piece.span.bound != "since"))
        self.in_topic = False

    def on_phrase(self, place: int, piece: Piece) -> None:
        meaning = piece.meaning
        if self.in_topic and " " not in piece.norm and not meaning.keys() & ENDS_TOPIC:
            self.topic.append(piece.text)
            return
        self.due |= bool(meaning.get("due"))
        for name, value in meaning.items():
            if name == "topic":
                self.topic.append(value)
            elif isinstance(value, list):
                if name in ("groups", "within"):
                    self.wholes[name] = piece.text
                self.meanings[name] = tuple(dict.fromkeys((*self.meanings.get(name, ()), *value)))
            else:
                self.meanings.setdefault(name, value)
        self.in_topic = False
        self.act = self.act and not meaning.get("report")

    def on_due(self, place: int, piece: Piece) -> None:
        self.due = True
        self.in_topic = False

    def on_who(self, place: int, piece: Piece) -> None:
        self.asked = True

    def on_about(self, place: int, piece: Piece) -> None:
        following = self.at(self.after(place))
        if not (piece.norm == "on" and self.asks(self.before(place)) and following.kind == "actor"):
            self.in_topic = True

    def on_loose(self, place: int, piece: Piece) -> None:
        following = self.at(self.after(place))
        if following.kind in ("word", "thing") and self.before(place) >= 0:
            self.in_topic = True

    def on_links(self, place: int, piece: Piece) -> None:
        """ "To" before an act opens the topic; "of" and the like leave everything as it is."""
        following = self.at(self.after(place))
        if piece.norm != "to" or following.kind not in ("word", "verb", "about"):
            return
        if following.kind == "word" and following.text.isupper() and following.text != following.text.lower():
            return  # an acronym: "requests to UNDOC"
        self.in_topic = True

    def on_modal(self, place: int, piece: Piece) -> None:
        self.asked, self.act, self.in_topic = True, True, False

    def on_helping(self, place: int, piece: Piece) -> None:
        self.in_topic = False

    def on_selves(self, place: int, piece: Piece) -> None:
        raise NotUnderstoodError(f"the register cannot know who {piece.text!r} is; name the actor")

    def on_negation(self, place: int, piece: Piece) -> None:
        if not self.in_topic:
            raise NotUnderstoodError(
                f"{piece.text!r}: a question says what to look for, not what to leave out"
            )

    def on_asking(self, place: int, piece: Piece) -> None:
        following = self.at(self.after(place))
        if (
            self.in_topic
            and following.kind not in ("links", "actor")
            and self.at(place - 1).kind != "helping"
        ):
            self.topic.append(piece.text)
            return
        self.asked, self.in_topic = True, False

    def on_verb(self, place: int, piece: Piece) -> None:
        following = self.at(self.after(place))
        if self.in_topic and (piece.base or following.kind not in ("links", "actor")):
            self.topic.append(piece.text)
        elif piece.base and not self.finite(place) and not self.is_owned(following):
            self.on_word(place, piece)
        else:
            self.verbs += piece.ids
            self.in_topic = False

    def is_owned(self, following: Piece) -> bool:
        """Whether a bare verb names a kind of provision: "take note provisions", "welcome statements"."""
        return following.kind == "things" or "kinds" in following.meaning

    def finite(self, place: int) -> bool:
        """Whether a bare verb is the verb of the clause: "does 73/186 urge", "resolutions condemn"."""
        left = place - 1
        while self.at(left).kind in ("noise", "actor", "links", "document", "time", "things"):
            if self.at(left).kind in ("document", "things") or self.at(left).organs:
                return True
            left -= 1
        return self.at(left).norm in ("does", "did", "do", "verb", "verbs")

    # --- Actors ---------------------------------------------------------------------------------------

    def on_actor(self, place: int, piece: Piece) -> None:
        if piece.organs and self.at(self.after(place)).kind == "document":
            return  # "Security Council resolution 2341"
        if self.at(place - 1).kind == "links" and self.at(place - 2).meaning.get("qualifiers"):
            self.left_out.append(piece.text)  # "upon request of Member States"
            return
        self.role = self.role_of(place, piece)
        if self.role == "addressee":
            self.actors += piece.ids
            self.in_topic = False
        elif self.role == "asker":
            self.organs += piece.organs
            self.in_topic = False
        elif self.role == "recipient":
            self.topic += self.named(piece.ids)
        elif piece.text.isupper():
            self.topic.append(f"{self.named(piece.ids)[0]} OR {piece.text}")
        else:
            self.topic.append(piece.text)

    def named(self, ids: Iterable[str]) -> list[str]:
        """Actors as texts write them."""
        return [f'"{self.names.label(id)}"' for id in ids]

    def role_of(self, place: int, piece: Piece) -> str:
        """addressee, asker, recipient (of a report) or topic."""
        left = self.before(place)
        before = self.at(left)
        head = self.before(left)
        if self.at(left).kind == "actor" or (before.norm in ("and", "or") and self.at(head).kind == "actor"):
            return self.role if self.role != "asker" or piece.organs else "addressee"
        if before.kind == "links" and before.norm not in ("and", "or"):
            return self.role_after_link(before.norm, head, piece)
        if before.kind == "loose":
            return self.role_after_loose(before.norm, piece)
        if self.at(self.past_helping(place)).norm in NAMED:
            return "topic"
        if before.kind == "due":
            return "recipient"
        if before.kind == "phrase" and "presentation" in before.meaning and self.role:
            return self.role
        if before.kind == "about":
            return "topic" if self.in_topic else "addressee"
        if self.in_topic:
            return "topic"
        asks = piece.organs or piece.ids == EVERYBODY
        return "asker" if asks and self.is_subject(place) else "addressee"

    def role_after_link(self, link: str, head: int, piece: Piece) -> str:
        reported = self.meanings.get("report") and not self.asks(head)
        if link == "by":
            return "asker" if piece.organs else "addressee"
        if link == "from":
            return "asker" if piece.organs and not reported else "addressee"
        if link == "to" and (reported or self.in_topic):
            return "recipient" if reported else "topic"
        owns = not self.asks(head) or (self.at(head).kind == "verb" and self.at(head).norm.endswith("s"))
        if link == "of" and piece.organs and owns:
            return "asker" if not self.in_topic else "topic"
        return "topic" if self.in_topic else "addressee"

    def role_after_loose(self, link: str, piece: Piece) -> str:
        if link in ("in", "under", "within") and piece.organs:
            return "asker"
        if link == "with" and self.meanings.get("presentation") == "compare" and self.role:
            return self.role
        if link == "for" and not self.in_topic:
            return "addressee"
        return "topic"

    def past_helping(self, place: int) -> int:
        """The nearest place to the right that is neither noise nor a helping verb."""
        place = self.after(place)
        while self.at(place).kind == "helping":
            place = self.after(place)
        return place

    def is_subject(self, place: int) -> bool:
        """Whether an organ asks here, being the subject of an active clause or the owner of texts."""
        helping = {self.at(place - 1).norm} if self.at(place - 1).kind in ("helping", "modal") else set()
        right = self.after(place)
        while self.at(right).kind == "actor" or self.at(right).norm == "and":
            right = self.after(right)  # "the General Assembly and the Security Council demand"
        while self.at(right).kind in ("helping", "modal"):
            helping.add("modal" if self.at(right).kind == "modal" else self.at(right).norm)
            right = self.after(right)
        if self.at(place - 1).kind == "modal" or "modal" in helping or helping & BEING:
            return False
        if self.at(place - 1).kind in ("asking", "verb"):
            return False
        follows = self.at(right)
        return bool(
            helping & HAVING
            or follows.kind in ("asking", "verb", "things")
            or follows.meaning.keys() & {"kinds", "strengths"}
        )

    # --- Words that stand for nothing yet -------------------------------------------------------------

    def on_word(self, place: int, piece: Piece) -> None:
        comparing = self.meanings.get("presentation") == "compare" and not self.in_topic
        if not comparing and (self.in_topic or self.is_topic(place)):
            self.topic.append(piece.text)
        else:
            self.refuse_unknown_actor(place)
            self.left_out.append(piece.text)

    def is_topic(self, place: int) -> bool:
        """Whether a word outside a topic belongs to one by its place in the clause."""
        start, end = place, place
        while self.at(start - 1).kind == "word":
            start -= 1
        while self.at(end + 1).kind in ("word", "links") or self.at(end + 1).base:
            end += 1
        left, right = self.at(self.before(start)), self.at(self.after(end))
        if self.act and right.norm != "do":
            self.in_topic = True  # "must States protect civilians", "who should protect"
        elif left.kind == "what" and right.kind not in ("end", "loose", "time", "document"):
            return True  # "what technical assistance is UNODC to provide"
        elif right.kind == "things" or right.meaning.get("report"):
            return True  # "climate change resolutions"
        elif right.kind in ("asking", "verb") and right.norm.endswith("s") and left.kind != "helping":
            return True  # "human rights obligations"
        elif not self.is_clause():
            self.in_topic = True  # "UNODC cybercrime"
        elif left.kind == "actor" and self.role == "addressee" and right.kind not in ("asking", "verb"):
            self.in_topic = True  # "does Israel allow aid"
        elif left.kind == "asking" and (self.actors or left.norm.endswith(" to")):
            self.in_topic = True  # "duties protecting civilians", "required to ratify"
        elif left.kind == "verb" and right.norm != "to":
            self.in_topic = True  # "condemn terrorism"
        return self.in_topic

    def is_clause(self) -> bool:
        """Whether the question has a finite verb, so that its words have places."""
        return any(
            piece.kind in ("helping", "modal", "asking", "who", "what", "verb", "about")
            for piece in self.pieces
        )

    def refuse_unknown_actor(self, place: int) -> None:
        """Stop where a word stands in the place of an actor, or is nearly the name of one."""
        end = place
        while self.at(end + 1).kind == "word":
            end += 1
        words = " ".join(piece.text for piece in self.pieces[place : end + 1])
        left, right = self.before(place), self.after(end)
        subject = self.at(left).kind in ("helping", "modal") and (
            self.asks(right) or self.at(right).kind in ("helping", "modal")
        )
        object = self.at(left).norm in ("of", "by", "from", "to") and self.asks(self.before(left))
        near = self.names.near(words) or self.names.near(self.at(place).text)
        if near or ((subject or object) and not self.actors):
            raise UnknownNameError(f"the register knows no actor called {words!r}{suggestion(near)}")

    # --- The end --------------------------------------------------------------------------------------

    def reading(self) -> Reading:
        """What was asked, or NotUnderstoodError where nothing of it was."""
        filter = self.filter()
        if filter == Filter() or (filter == Filter(kinds=("directive",)) and self.left_out):
            words = " ".join(self.left_out) or "the question"
            raise NotUnderstoodError(
                f"{words!r} names no actor, verb, document, time or topic that the register knows"
            )
        presentation = self.meanings.get("presentation", "list")
        if presentation == "compare":
            filter = apart(filter)
        by = self.meanings.get("by", "") or (compared(filter) if presentation == "compare" else "")
        if presentation == "compare" and not by:
            raise NotUnderstoodError(
                "a comparison needs two actors, organs, documents, verbs, sessions or years"
            )
        if by and presentation == "list":
            presentation = "count"
        left_out = tuple(dict.fromkeys(self.left_out))
        return Reading(
            filter, presentation, self.sort(filter), by, self.meanings.get("counted", ""), left_out
        )

    def filter(self) -> Filter:
        """The filter that the question stands for."""
        values = dict(self.times())
        for name in ("groups", "within", "strengths", "kinds", "qualifiers", "report", "due", "review"):
            if name in self.meanings:
                values[name] = self.meanings[name]
        if "due_until" in self.meanings:
            values["due_before"] = (self.today - timedelta(days=1)).isoformat()
        if "due_from" in self.meanings:
            values["due_after"] = self.today.isoformat()
        if self.due and not values.keys() & {"due_before", "due_after", "report"} and not self.due_in_topic():
            values["due"] = True
        stating = bool(self.verbs) and self.names.statements.issuperset(self.verbs)
        topic = list(self.topic)
        actors = list(self.actors)
        if stating and actors:
            topic += self.named(actors)
            actors = []
        if stating:
            self.left_out += [words for name, words in self.wholes.items() if values.pop(name, None)]
        directing = (
            self.asked
            or actors
            or self.due
            or values.keys() & {"groups", "within", "report", "due_before", "due_after", "due"}
        )
        if directing and not stating and not self.meanings.get("kinds") and not self.meanings.get("review"):
            values["kinds"] = ("directive",)
        return Filter(
            **{
                **values,
                "actors": tuple(dict.fromkeys(actors)),
                "organs": tuple(dict.fromkeys(self.organs)),
                "verbs": tuple(dict.fromkeys(self.verbs)),
                "documents": tuple(dict.fromkeys(self.documents)),
                "paragraphs": tuple(dict.fromkeys(self.paragraphs)),
                "topic": " ".join(dict.fromkeys([*topic, *self.sessions_due()])),
            }
        )

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
        reported = span.its and self.meanings.get("report")
        return bool(span.deadline or said_due or reported or (ahead and span.bound == "in"))

    def sessions_due(self) -> list[str]:
        """Sessions at which something is due, as the texts write them: they have no date."""
        return [
            f'"{ordinal(span.last).replace("-", " ")} session"'
            for span, said_due in self.spans
            if span.unit == "session" and self.is_deadline(span, said_due)
        ]

    def due_in_topic(self) -> bool:
        return bool(self.sessions_due())

    def sort(self, filter: Filter) -> str:
        """Strongest first, unless a due date or the order of a document matters more."""
        if "sort" in self.meanings:
            return self.meanings["sort"]
        if filter.due_before or filter.due_after or filter.due:
            return "due"
        return "symbol" if filter.documents and not filter.kinds else "strength"


def apart(filter: Filter) -> Filter:
    """A range of sessions as single ones, so that they can be put side by side."""
    single = [
        (n, n) for first, last in filter.sessions for n in range(first, min(last, first + MOST_COMPARED) + 1)
    ]
    return replace(filter, sessions=tuple(single))


def compared(filter: Filter) -> str:
    """The facet with several values to put side by side, "" if there is none."""
    several = (facet for name, facet in COMPARED.items() if len(getattr(filter, name)) > 1)
    return next(several, "year" if filter.since and filter.until else "")
