"""A question's pieces in their order, and what stands around each of them."""

from __future__ import annotations

from dataclasses import dataclass

from cli.questions.pieces import Piece

BEING = {"is", "are", "was", "were", "be", "been", "being"}
HAVING = {"has", "have", "had", "does", "do", "did"}
FINITE = ("helping", "modal", "asking", "who", "what", "verb", "about")


@dataclass(frozen=True, slots=True)
class Clause:
    """Places are counted from 0; noise stands for nothing and is looked over."""

    pieces: tuple[Piece, ...]

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

    def past_helping(self, place: int) -> int:
        """The nearest place to the right that is neither noise nor a helping verb."""
        place = self.after(place)
        while self.at(place).kind == "helping":
            place = self.after(place)
        return place

    def asks(self, place: int) -> bool:
        """Whether the piece says that somebody asks: "requested", "urges", "binding", "demands"."""
        piece = self.at(place)
        return piece.kind in ("asking", "verb") or bool(piece.meaning.get("strengths"))

    def has_verb(self) -> bool:
        """Whether the question has a finite verb, so that its words have places."""
        return any(piece.kind in FINITE for piece in self.pieces)

    def is_finite(self, place: int) -> bool:
        """Whether a bare verb is the verb of the clause: "does 73/186 urge", "resolutions condemn"."""
        left = place - 1
        while self.at(left).kind in ("noise", "actor", "links", "time") or self.is_text(left):
            if self.is_text(left) or self.at(left).organs:
                return True
            left -= 1
        return self.at(left).norm in ("does", "did", "do", "verb", "verbs")

    def is_text(self, place: int) -> bool:
        """Whether the piece is what an organ adopts: "73/186", "resolutions", "presidential statements"."""
        piece = self.at(place)
        return piece.kind in ("document", "things") or "document_kinds" in piece.meaning

    def is_owned(self, place: int) -> bool:
        """Whether a bare verb names a kind of provision: "take note provisions", "welcome statements"."""
        following = self.at(self.after(place))
        return following.kind == "things" or "kinds" in following.meaning

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
            or follows.meaning.keys() & {"kinds", "document_kinds", "strengths"}
        )
