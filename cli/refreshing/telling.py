"""What a refresh has to say: documents, and for each actor the provisions that changed; else nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from cli.refreshing.lists import Rendered
from cli.refreshing.sources import Failure
from db.changes import DocumentChange, ProvisionChange, What

_SIGNS = {What.ADDED: "+", What.CHANGED: "~", What.WITHDRAWN: "-"}
_MOST = 20  # provisions told per actor; a list holds them all
_WIDTH = 160  # characters of a provision's words


@dataclass(frozen=True, slots=True)
class News:
    """What came of a run. ``lists``: those that were rewritten. ``notices``: what became of other files of a
    document that was read, a sentence each."""

    run: int
    documents: Sequence[DocumentChange]
    lists: Sequence[Rendered]
    failures: Sequence[Failure]
    notices: Sequence[str] = ()


def as_text(news: News) -> str:
    """Plain text for a mail; "" when there is nothing to say. Failures and notices are told elsewhere."""
    parts = [_documents(news.documents), *_actors(news.documents), _lists(news.lists)]
    return "\n\n".join(part for part in parts if part)


def as_json(news: News) -> str:
    """The same and the failures, for programs."""
    return json.dumps(
        {
            "run": news.run,
            "documents": [asdict(document) for document in news.documents],
            "lists": [{"name": x.name, "file": str(x.file), "provisions": x.rows} for x in news.lists],
            "failed": [asdict(failure) for failure in news.failures],
            "notices": list(news.notices),
        },
        ensure_ascii=False,
        indent=1,
    )


def _documents(documents: Sequence[DocumentChange]) -> str:
    if not documents:
        return ""
    counts = {what: sum(d.what is what for d in documents) for what in What}
    head = "Documents: " + ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return "\n".join([head, *(f"  {_SIGNS[d.what]} {_document(d)}" for d in documents)])


def _document(document: DocumentChange) -> str:
    counts = {what: sum(p.what is what for p in document.provisions) for what in What}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    told = told or ("the same" if document.what is What.CHANGED else "none")
    version = f", version {document.versions}" if document.versions > 1 else ""
    why = ", read with other rules" if document.reread else version
    title = f" {_short(document.title, 80)}" if document.title else ""
    return f"{document.symbol}{title} (provisions: {told}{why})"


def _actors(documents: Sequence[DocumentChange]) -> Iterator[str]:
    """A block for each addressee, in the order of their names."""
    names: dict[str, str] = {}
    by_actor: dict[str, list[ProvisionChange]] = {}
    for provision in (p for d in documents for p in d.provisions):
        for actor, name in zip(provision.actors, provision.actor_names, strict=True):
            names[actor] = name
            by_actor.setdefault(actor, []).append(provision)
    for actor in sorted(by_actor, key=lambda a: names[a].lower()):
        lines = [f"For {names[actor]} ({actor})"]
        for provision in by_actor[actor][:_MOST]:
            lines += _provision(provision)
        if (rest := len(by_actor[actor]) - _MOST) > 0:
            lines.append(f"  and {rest} more")
        yield "\n".join(lines)


def _provision(provision: ProvisionChange) -> Iterator[str]:
    symbol = provision.id.partition("#")[0]
    where = f"{symbol}, para. {provision.paragraph}"
    moved = f" (before: para. {provision.moved_from})" if provision.moved_from else ""
    verb = "" if provision.verb_phrase in provision.text else f"{provision.verb_phrase} … "
    yield f"  {_SIGNS[provision.what]} {where}{moved}: {verb}{_short(provision.text, _WIDTH)}"
    if provision.before:
        yield f"      before: {_short(provision.before, _WIDTH)}"


def _lists(lists: Sequence[Rendered]) -> str:
    if not lists:
        return ""
    return "\n".join(["Lists rewritten", *(f"  {x.file} ({x.rows} provisions)" for x in lists)])


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rsplit(" ", 1)[0] + "…"
