"""The grammar of questions: which actor is asked, which organ asks, what is topic, what is a condition.

A question is walked once from left to right. Vocabulary is in words.toml; here is only the order of
words: "what has the Security Council demanded" has the Council ask, "what is the Security Council asked"
has it act; words after "about" or "to" are looked for in the text.
"""

from __future__ import annotations

from datetime import date

from cli.errors import suggestion
from cli.questions.clause import Clause
from cli.questions.found import Found
from cli.questions.names import Names
from cli.questions.pieces import Piece, cut
from cli.questions.reading import NotUnderstoodError, Reading, UnknownNameError
from cli.questions.tokens import scan
from cli.questions.words import vocabulary

EVERYBODY = ("un-system",)  # as a subject, "the United Nations" is whichever organ
NEAR, NEARLY_SAME = 0.75, 0.86  # how near a slip is to a name: where one is expected, and elsewhere
ENDS_TOPIC = {"report", "due", "qualifiers", "due_until", "due_from", "review"}


def read_question(question: str, names: Names, today: date) -> Reading:
    """Read a question. Raises NotUnderstoodError, whose message says what is missing and what to write."""
    pieces = cut(scan(question), names, today)
    walk = Walk(pieces, names, today)
    for place in range(len(pieces)):
        walk.step(place)
    return walk.found.reading()


class Walk:
    """One walk through a question: ``found`` is filled, piece by piece."""

    def __init__(self, pieces: tuple[Piece, ...], names: Names, today: date) -> None:
        self.clause = Clause(pieces)
        self.names = names
        self.found = Found(names, today)
        self.in_topic = False
        self.act = False  # a modal was said, and the verb it wants is still to come
        self.role = ""  # of the last actor: addressee, asker, recipient, topic

    def step(self, place: int) -> None:
        """Take one piece in."""
        piece = self.clause.at(place)
        handler = getattr(self, f"on_{piece.kind}", None)
        if handler:
            handler(place, piece)

    def on_quote(self, place: int, piece: Piece) -> None:
        if (
            self.clause.at(place - 1).norm in ("verb", "verbs")
            and tuple(piece.norm.split()) in self.names.verbs
        ):
            self.found.verbs += self.names.verbs[tuple(piece.norm.split())]
        elif piece.norm.strip():
            self.found.topic.append(f'"{piece.text.strip()}"')

    def on_document(self, place: int, piece: Piece) -> None:
        naming = self.clause.at(self.clause.before(place)).norm in vocabulary().naming
        if naming or (self.in_topic and not piece.ids):
            self.found.topic.append(f'"{piece.text}"')
            return
        if not piece.ids:
            near = suggestion(list(self.names.near_documents(piece.text)))
            raise UnknownNameError(f"the register has no document {piece.text!r}{near}")
        self.found.documents += piece.ids
        self.in_topic = False

    def on_paragraph(self, place: int, piece: Piece) -> None:
        self.found.paragraphs += piece.ids
        self.in_topic = False

    def on_time(self, place: int, piece: Piece) -> None:
        if piece.span:
            self.found.add_time(piece.span)
        self.in_topic = False

    def on_phrase(self, place: int, piece: Piece) -> None:
        meaning = piece.meaning
        if self.in_topic and " " not in piece.norm and not meaning.keys() & ENDS_TOPIC:
            self.found.topic.append(piece.text)
            return
        self.found.add_meaning(meaning, piece.text)
        self.in_topic = False
        self.act = self.act and not meaning.get("report")

    def on_due(self, place: int, piece: Piece) -> None:
        self.found.due = True
        self.in_topic = False

    def on_things(self, place: int, piece: Piece) -> None:
        self.found.everything = True

    def on_who(self, place: int, piece: Piece) -> None:
        self.found.asked = True

    def on_about(self, place: int, piece: Piece) -> None:
        following = self.clause.at(self.clause.after(place))
        if not (
            piece.norm == "on" and self.clause.asks(self.clause.before(place)) and following.kind == "actor"
        ):
            self.in_topic = True

    def on_loose(self, place: int, piece: Piece) -> None:
        following = self.clause.at(self.clause.after(place))
        if following.kind == "word" and self.clause.before(place) >= 0:
            self.in_topic = True

    def on_links(self, place: int, piece: Piece) -> None:
        """ "To" before an act opens the topic; "of" and the like leave everything as it is."""
        following = self.clause.at(self.clause.after(place))
        if piece.norm != "to" or following.kind not in ("word", "verb", "about"):
            return
        if following.kind == "word" and following.text.isupper() and following.text != following.text.lower():
            return  # an acronym: "requests to UNDOC"
        self.in_topic = True

    def on_modal(self, place: int, piece: Piece) -> None:
        self.found.asked, self.act, self.in_topic = True, True, False

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
        following = self.clause.at(self.clause.after(place))
        helped = self.clause.at(place - 1).kind == "helping"
        if self.in_topic and not helped and following.kind not in ("links", "actor"):
            self.found.topic.append(piece.text)
        else:
            self.found.asked, self.in_topic = True, False

    def on_verb(self, place: int, piece: Piece) -> None:
        following = self.clause.at(self.clause.after(place))
        if self.in_topic and (piece.base or following.kind not in ("links", "actor")):
            self.found.topic.append(piece.text)
        elif piece.base and not self.clause.is_finite(place) and not self.clause.is_owned(place):
            self.on_word(place, piece)
        else:
            self.found.verbs += piece.ids
            self.in_topic = False

    # --- Actors ---------------------------------------------------------------------------------------

    def on_actor(self, place: int, piece: Piece) -> None:
        if piece.organs and self.clause.at(self.clause.after(place)).kind == "document":
            return  # "Security Council resolution 2341"
        if self.clause.at(place - 1).kind == "links" and self.clause.at(place - 2).meaning.get("qualifiers"):
            self.found.left_out.append(piece.text)  # "upon request of Member States"
            return
        self.role = self.role_of(place, piece)
        if self.role == "addressee":
            self.found.actors += piece.ids
            self.in_topic = False
        elif self.role == "asker":
            self.found.organs += piece.organs
            self.in_topic = False
        elif self.role == "recipient":
            self.found.topic += self.found.quoted(piece.ids)
        elif piece.text.isupper():
            self.found.topic.append(f"{self.found.quoted(piece.ids)[0]} OR {piece.text}")
        else:
            self.found.topic.append(piece.text)

    def role_of(self, place: int, piece: Piece) -> str:
        """addressee, asker, recipient (of a report) or topic."""
        left = self.clause.before(place)
        before = self.clause.at(left)
        head = self.clause.before(left)
        if self.clause.at(left).kind == "actor" or (
            before.norm in ("and", "or") and self.clause.at(head).kind == "actor"
        ):
            return self.role if self.role != "asker" or piece.organs else "addressee"
        if before.kind == "links" and before.norm not in ("and", "or"):
            return self.role_after_link(before.norm, head, piece)
        if before.kind == "loose":
            return self.role_after_loose(before.norm, piece)
        if self.clause.at(self.clause.past_helping(place)).norm in vocabulary().naming:
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
        return "asker" if asks and self.clause.is_subject(place) else "addressee"

    def role_after_link(self, link: str, head: int, piece: Piece) -> str:
        reported = self.found.meanings.get("report") and not self.clause.asks(head)
        if link == "by":
            return "asker" if piece.organs else "addressee"
        if link == "from":
            return "asker" if piece.organs and not reported else "addressee"
        if link == "to" and (reported or self.in_topic):
            return "recipient" if reported else "topic"
        if link == "to" and self.found.actors and not self.clause.asks(head):
            return "topic"  # "urged to give to developing countries"
        owns = not self.clause.asks(head) or (
            self.clause.at(head).kind == "verb" and self.clause.at(head).norm.endswith("s")
        )
        if link == "of" and piece.organs and owns:
            return "asker" if not self.in_topic else "topic"
        return "topic" if self.in_topic else "addressee"

    def role_after_loose(self, link: str, piece: Piece) -> str:
        if link in ("in", "under", "within") and piece.organs:
            return "asker"
        if link == "with" and self.found.comparing and self.role:
            return self.role
        if link == "for" and not self.in_topic:
            return "addressee"
        return "topic"

    # --- Words that stand for nothing yet -------------------------------------------------------------

    def on_word(self, place: int, piece: Piece) -> None:
        if piece.norm in vocabulary().handing_in and self.found.meanings.get("report"):
            return
        comparing = self.found.comparing and not self.in_topic
        if not comparing and (self.in_topic or self.is_topic(place)):
            self.found.topic.append(piece.text)
        else:
            self.refuse_unknown_actor(place)
            self.found.left_out.append(piece.text)

    def is_topic(self, place: int) -> bool:
        """Whether a word outside a topic belongs to one by its place in the clause."""
        start, end = place, place
        while self.clause.at(start - 1).kind == "word":
            start -= 1
        while self.clause.at(end + 1).kind in ("word", "links") or self.clause.at(end + 1).base:
            end += 1
        left, right = self.clause.at(self.clause.before(start)), self.clause.at(self.clause.after(end))
        if self.act and right.norm != "do":
            self.in_topic = True  # "must States protect civilians", "who should protect"
        elif left.kind == "what" and right.kind not in ("end", "loose", "time", "document"):
            return True  # "what technical assistance is UNODC to provide"
        elif right.kind == "things" or right.meaning.get("report"):
            return True  # "climate change resolutions"
        elif right.kind in ("asking", "verb") and right.norm.endswith("s") and left.kind != "helping":
            return True  # "human rights obligations"
        elif not self.clause.has_verb():
            self.in_topic = True  # "UNODC cybercrime"
        elif left.kind == "actor" and self.role == "addressee" and right.kind not in ("asking", "verb"):
            self.in_topic = True  # "does Israel allow aid"
        elif left.kind == "asking" and (self.found.actors or left.norm.endswith(" to")):
            self.in_topic = True  # "duties protecting civilians", "required to ratify"
        elif left.kind == "verb" and right.norm != "to":
            self.in_topic = True  # "condemn terrorism"
        return self.in_topic

    def refuse_unknown_actor(self, place: int) -> None:
        """Stop where a word stands in the place of an actor, or is nearly the name of one."""
        end = place
        while self.clause.at(end + 1).kind == "word":
            end += 1
        words = " ".join(piece.text for piece in self.clause.pieces[place : end + 1])
        left, right = self.clause.before(place), self.clause.after(end)
        subject = self.clause.at(left).kind in ("helping", "modal") and (
            self.clause.asks(right) or self.clause.at(right).kind in ("helping", "modal")
        )
        object = self.clause.at(left).norm in ("of", "by", "from", "to") and self.clause.asks(
            self.clause.before(left)
        )
        expected = self.found.comparing or ((subject or object) and not self.found.actors)
        cutoff = NEAR if expected else NEARLY_SAME
        near = self.names.near(words, cutoff) or self.names.near(self.clause.at(place).text, cutoff)
        if near or expected:
            raise UnknownNameError(f"the register knows no actor called {words!r}{suggestion(near)}")
