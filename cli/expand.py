"""Lets a command take a whole record of options as one parameter, so that commands can share options."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any


def expanded(command: Callable[..., None]) -> Callable[..., None]:
    """The command as Typer wants it: each field of its NamedTuple parameters an option of its own.

    Fields are annotated like Typer parameters (``Annotated[..., typer.Option(...)]``) and have defaults.
    The modules of records keep annotations as objects (no ``from __future__ import
    annotations``): to evaluate each of them from text would take longer than a query.
    """
    records: dict[str, Any] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        kind = parameter.annotation
        if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
            records[parameter.name] = kind
            parameters += options_of(kind)
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(command)
    def gathered(**values: Any) -> None:
        for name, record in records.items():
            values[name] = record(**{field: values.pop(field) for field in record._fields})
        command(**values)

    gathered.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    gathered.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return gathered


def options_of(record: Any) -> list[inspect.Parameter]:
    """The fields of a record as keyword parameters."""
    return [
        inspect.Parameter(
            field,
            inspect.Parameter.KEYWORD_ONLY,
            default=record._field_defaults[field],
            annotation=record.__annotations__[field],
        )
        for field in record._fields
    ]
