"""The organs whose documents are read: what they are called, how they number their texts and count sessions.

This is the only place that knows them. To add one: an entry in ``ORGANS``, and in ``actors.yaml`` its name
behind ``organ:`` of the actor that it is.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from documents.kinds import DocumentKind

RESOLUTION, DECISION, STATEMENT = DocumentKind.RESOLUTION, DocumentKind.DECISION, DocumentKind.STATEMENT


class Series(NamedTuple):
    """Texts of one kind that are numbered in a row.

    ``symbol`` is the form of their canonical symbols (see `documents.forms`), ``printed`` that of the
    number above the text, "" where it prints none; ``also`` are other forms of the same symbols.
    """

    kind: DocumentKind
    symbol: str
    printed: str = ""
    also: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """What all its symbols begin with: "A/RES", "UNEP/EA"; "" for 1/CP.28."""
        return self.symbol.partition("{")[0].rstrip("/.")


class Run(NamedTuple):
    """Sessions at regular times: ``session`` fell into ``year``, the next ones follow every ``every`` years.

    ``months``: first and last month of each session of a year; 21 is September of the year after.
    """

    session: int
    year: int
    months: tuple[tuple[int, int], ...] = ((1, 12),)
    every: int = 1

    def session_on(self, day: date) -> int:
        """The session that is on, or was the last to open, on this day; where there is one a year."""
        return self.session + day.year - self.year - (day.month < self.months[0][0])


class Organ(NamedTuple):  # a tuple is made in a fraction of the time of a frozen dataclass
    """A body that adopts texts.

    ``name``: as its opening line has it and the register keeps it. ``initials``: what it is called for
    short, the usual one first. ``names``: its other names in full. ``shares``: how it calls itself by a
    name that others have too ("The Conference of the Parties,"). ``drafts``: what the symbols of its
    drafts begin with. ``runs``: its sessions; what is irregular stands in sessions.csv.
    """

    name: str
    initials: tuple[str, ...]
    series: tuple[Series, ...]
    drafts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()


def _texts(stem: str, number: str = "{session}/{number}", also: tuple[str, ...] = ()) -> tuple[Series, ...]:
    """Resolutions and decisions, whose symbols are the stem and the number that they print."""
    kinds = {"RES": RESOLUTION, "DEC": DECISION}
    return tuple(
        Series(kind, f"{stem}/{sign}/{number}", number, tuple(f"{other}/{sign}/{number}" for other in also))
        for sign, kind in kinds.items()
    )


def _decisions(number: str) -> tuple[Series, ...]:
    """Decisions whose symbol is no more than the number they print: 1/CP.28."""
    return (Series(DECISION, number, number),)


def _assembly(stem: str) -> tuple[Series, ...]:
    """UNEP/EA.4/RES.4, printed as 4/4."""
    return tuple(
        Series(kind, f"{stem}.{{session}}/{sign}.{{number}}", "{session}/{number}")
        for sign, kind in (("RES", RESOLUTION), ("DEC", DECISION))
    )


def _treaty_body(name: str, initials: str, stem: str, *series: Series) -> Organ:
    """A committee of experts that decides on communications: CCPR/C/137/D/2728/2016."""
    views = Series(DECISION, f"{stem}/{{session}}/D/{{number}}/{{year}}")
    return Organ(name, (initials,), (views, *series), drafts=(stem,), shares=("Committee",))


OLD_STYLE = "{number} ({roman})"  # until 1976: 174 (II)
_YEARLY = "{year}/{number}"
_CONFERENCE = ("Conference of the Parties", "Conference")
_AS_MEETING = "Conference of the Parties serving as the meeting of the Parties to the"
_CLIMATE = "United Nations Framework Convention on Climate Change"
_COUNCIL = ("Council",)
_COMMISSION = ("Commission",)

GENERAL_ASSEMBLY = "General Assembly"
SECURITY_COUNCIL = "Security Council"
ECONOMIC_AND_SOCIAL_COUNCIL = "Economic and Social Council"
HUMAN_RIGHTS_COUNCIL = "Human Rights Council"

ORGANS: tuple[Organ, ...] = (
    Organ(
        GENERAL_ASSEMBLY,
        ("GA", "UNGA"),
        (*_texts("A"), *_texts("A", OLD_STYLE)),
        drafts=("A",),
        names=("United Nations General Assembly",),
        shares=("Assembly",),
        runs=(Run(31, 1976, months=((9, 21),)),),
    ),
    Organ(
        SECURITY_COUNCIL,
        ("SC", "UNSC", "UNSCR", "SCR"),
        (
            Series(RESOLUTION, "S/RES/{number} ({year})", "{number} ({year})"),
            Series(STATEMENT, "S/PRST/{year}/{number}"),
        ),
        drafts=("S",),
        names=("United Nations Security Council",),
        shares=_COUNCIL,
    ),
    Organ(
        ECONOMIC_AND_SOCIAL_COUNCIL,
        ("ECOSOC",),
        (*_texts("E", _YEARLY), *_texts("E", OLD_STYLE)),
        drafts=("E",),
        names=("United Nations Economic and Social Council",),
        shares=_COUNCIL,
        runs=(
            Run(15, 1953, months=((1, 12), (1, 12))),
            Run(38, 1965, months=((1, 12), (1, 12))),
            Run(2015, 2014, months=((7, 21),)),  # from July to July, by resolution 68/1
        ),
    ),
    Organ(
        HUMAN_RIGHTS_COUNCIL,
        ("HRC", "UNHRC"),
        (*_texts("A/HRC"), Series(STATEMENT, "A/HRC/PRST/{session}/{number}", "PRST {session}/{number}")),
        drafts=("A/HRC",),
        names=("United Nations Human Rights Council",),
        shares=("Rights Council", *_COUNCIL),
        runs=(Run(7, 2008, months=((2, 4), (5, 7), (9, 10))),),
    ),
    Organ("Trusteeship Council", ("TC",), _texts("T", OLD_STYLE), drafts=("T",)),
    Organ(
        "Commission on Human Rights",
        ("CHR",),
        (*_texts("E/CN.4", _YEARLY), *_texts("E/CN.4", OLD_STYLE), *_texts("E/CN.4")),
        drafts=("E/CN.4",),
        shares=_COMMISSION,
        runs=(Run(6, 1950),),
    ),
    Organ(
        "Sub-Commission on the Promotion and Protection of Human Rights",
        (),
        (*_texts("E/CN.4/Sub.2", _YEARLY), *_texts("E/CN.4/Sub.2", OLD_STYLE)),
        drafts=("E/CN.4/Sub.2",),
        names=("Sub-Commission on Prevention of Discrimination and Protection of Minorities",),
        shares=("Sub-Commission",),
    ),
    Organ(
        "Statistical Commission",
        ("StatCom",),
        _texts("E/CN.3"),
        drafts=("E/CN.3",),
        shares=_COMMISSION,
        runs=(Run(31, 2000),),
    ),
    Organ(
        "Commission for Social Development",
        ("CSocD",),
        _texts("E/CN.5"),
        drafts=("E/CN.5",),
        shares=_COMMISSION,
        runs=(Run(38, 2000),),
    ),
    Organ(
        "Commission on the Status of Women",
        ("CSW",),
        _texts("E/CN.6"),
        drafts=("E/CN.6",),
        shares=_COMMISSION,
        runs=(Run(32, 1988),),
    ),
    Organ(
        "Commission on Narcotic Drugs",
        ("CND",),
        _texts("CND", also=("E/CN.7",)),
        drafts=("E/CN.7",),
        shares=_COMMISSION,
        runs=(Run(34, 1991),),
    ),
    Organ(
        "Commission on Population and Development",
        ("CPD",),
        _texts("E/CN.9", _YEARLY),
        drafts=("E/CN.9",),
        shares=_COMMISSION,
    ),
    Organ(
        "Commission on Crime Prevention and Criminal Justice",
        ("CCPCJ",),
        _texts("CCPCJ", also=("E/CN.15",)),
        drafts=("E/CN.15",),
        shares=_COMMISSION,
        runs=(Run(1, 1992),),
    ),
    Organ("United Nations Forum on Forests", ("UNFF",), _texts("E/CN.18"), ("E/CN.18",), shares=("Forum",)),
    Organ(
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        ("CTOC", "UNTOC"),
        _texts("CTOC/COP"),
        drafts=("CTOC/COP",),
        shares=_CONFERENCE,
        runs=(Run(12, 2024, every=2),),
    ),
    Organ(
        "Conference of the States Parties to the United Nations Convention against Corruption",
        ("COSP", "UNCAC"),
        _texts("CAC/COSP"),
        drafts=("CAC/COSP",),
        shares=("Conference of the States Parties", "Conference"),
        runs=(Run(11, 2025, every=2),),
    ),
    Organ(
        "United Nations Environment Assembly",
        ("UNEA",),
        _assembly("UNEP/EA"),
        drafts=("UNEP/EA",),
        names=("United Nations Environment Assembly of the United Nations Environment Programme",),
        shares=("Environment Assembly", "Assembly"),
    ),
    Organ(
        "Governing Council of the United Nations Environment Programme",
        (),
        _texts("UNEP/GC"),
        drafts=("UNEP/GC",),
        shares=("Governing Council",),
    ),
    Organ(
        "United Nations Habitat Assembly",
        ("UNHA",),
        _assembly("HSP/HA"),
        drafts=("HSP/HA",),
        names=("United Nations Habitat Assembly of the United Nations Human Settlements Programme",),
    ),
    Organ(
        "Governing Council of the United Nations Human Settlements Programme",
        (),
        _texts("HSP/GC"),
        drafts=("HSP/GC",),
        shares=("Governing Council",),
    ),
    Organ(
        "Economic and Social Commission for Asia and the Pacific",
        ("ESCAP", "UNESCAP"),
        _texts("ESCAP", also=("E/ESCAP",)),
        drafts=("ESCAP", "E/ESCAP"),
        names=("Economic Commission for Asia and the Far East",),
        shares=_COMMISSION,
        runs=(Run(20, 1964),),
    ),
    Organ(
        "Economic Commission for Latin America and the Caribbean",
        ("ECLAC", "UNECLAC"),
        _texts("ECLAC", OLD_STYLE),
        drafts=("LC",),
        names=("Economic Commission for Latin America",),
        shares=_COMMISSION,
        runs=(Run(30, 2004, every=2),),
    ),
    Organ(
        "Economic Commission for Africa",
        ("ECA", "UNECA"),
        _texts("ECA", OLD_STYLE, also=("E/ECA",)),
        drafts=("E/ECA",),
        shares=(*_COMMISSION, "Conference of Ministers"),
        runs=(Run(53, 2021),),
    ),
    Organ(
        "Economic and Social Commission for Western Asia",
        ("ESCWA", "UNESCWA"),
        _texts("ESCWA", OLD_STYLE, also=("E/ESCWA",)),
        drafts=("E/ESCWA",),
        shares=_COMMISSION,
    ),
    Organ(
        "Economic Commission for Europe",
        ("ECE", "UNECE"),
        _texts("ECE", OLD_STYLE, also=("E/ECE",)),
        drafts=("ECE", "E/ECE"),
        shares=_COMMISSION,
    ),
    Organ(
        f"Conference of the Parties to the {_CLIMATE}",
        ("UNFCCC",),
        _decisions("{number}/CP.{session}"),
        drafts=("FCCC/CP",),
        shares=_CONFERENCE,
        runs=(Run(1, 1995), Run(26, 2021)),
    ),
    Organ(
        f"{_AS_MEETING} Kyoto Protocol",
        ("CMP",),
        _decisions("{number}/CMP.{session}"),
        drafts=("FCCC/KP/CMP",),
        runs=(Run(1, 2005), Run(16, 2021)),
    ),
    Organ(
        f"{_AS_MEETING} Paris Agreement",
        ("CMA",),
        _decisions("{number}/CMA.{session}"),
        drafts=("FCCC/PA/CMA",),
        runs=(Run(3, 2021),),
    ),
    Organ(
        "Conference of the Parties to the United Nations Convention to Combat Desertification",
        ("UNCCD",),
        _decisions("{number}/COP.{session}"),
        drafts=("ICCD/COP",),
        shares=_CONFERENCE,
        runs=(Run(6, 2003, every=2), Run(15, 2022, every=2)),
    ),
    Organ(
        "Conference of the Parties to the Convention on Biological Diversity",
        ("CBD",),
        (
            Series(DECISION, "CBD/COP/DEC/{session}/{number}", "{session}/{number}"),
            Series(
                DECISION,
                "CBD/COP/DEC/{roman}/{number}",
                "{roman}/{number}",
                ("UNEP/CBD/COP/DEC/{roman}/{number}",),
            ),
        ),
        drafts=("CBD/COP", "UNEP/CBD/COP"),
        shares=_CONFERENCE,
        runs=(Run(3, 1996, every=2), Run(16, 2024, every=2)),
    ),
    _treaty_body("Human Rights Committee", "CCPR", "CCPR/C"),
    _treaty_body("Committee on Economic, Social and Cultural Rights", "CESCR", "E/C.12"),
    _treaty_body(
        "Committee on the Elimination of Racial Discrimination",
        "CERD",
        "CERD/C",
        Series(DECISION, "CERD/C/DEC/{number} ({session})", "{number} ({session})"),
        Series(DECISION, "CERD/C/DEC/{country}/{number}", also=("CERD/C/{country}/DEC/{number}",)),
    ),
    _treaty_body("Committee on the Elimination of Discrimination against Women", "CEDAW", "CEDAW/C"),
    _treaty_body("Committee against Torture", "CAT", "CAT/C"),
    _treaty_body("Committee on the Rights of the Child", "CRC", "CRC/C"),
    _treaty_body("Committee on the Rights of Persons with Disabilities", "CRPD", "CRPD/C"),
    _treaty_body("Committee on Enforced Disappearances", "CED", "CED/C"),
    _treaty_body(
        "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
        "CMW",
        "CMW/C",
    ),
)

_BY_NAME = {
    name.casefold(): organ for organ in ORGANS for name in (*organ.initials, *organ.names, organ.name)
}
# What the symbols of an organ begin with, the longest first, which are the most special.
_STEMS = sorted(
    (
        (stem, organ)
        for organ in ORGANS
        for stem in {*organ.drafts, *(series.stem for series in organ.series if series.stem)}
    ),
    key=lambda pair: -len(pair[0]),
)


def named(text: str) -> Organ | None:
    """The organ of this name or these initials, whatever their case; None if there is none."""
    return _BY_NAME.get(" ".join(text.split()).casefold())


def of_stem(symbol: str) -> Organ | None:
    """The organ whose symbols begin as this text does, whatever its case; None if there is none."""
    text = symbol.upper()
    begins = (organ for stem, organ in _STEMS if re.match(rf"{re.escape(stem.upper())}(?![A-Z0-9])", text))
    return next(begins, None)
