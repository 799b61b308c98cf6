"""Numbers as lists print them: what a word processor or a browser adds and no text holds."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """``4`` as ``iv``; as plain digits outside 1 to 3999."""
    if not 0 < number < 4000:
        return str(number)
    digits = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits.append(sign * count)
    return "".join(digits)


def letter(number: int) -> str:
    """``3`` as ``c``, ``28`` as ``bb``, as United Nations texts count on; as plain digits below 1."""
    if not 0 < number <= 26 * 26:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)
