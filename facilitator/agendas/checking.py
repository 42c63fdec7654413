"""Every mistake in the data of an agenda file, each with its line and a sentence.

`msgspec` stops at the first mistake; this walks the same types and goes on. What it accepts is
exactly what `facilitator.core.agenda.decode_agenda` accepts.
"""

from __future__ import annotations

import re

from msgspec import inspect

from facilitator.agendas.layout import Place
from facilitator.agendas.problems import quoted, shown
from facilitator.agendas.schema import (
    KIND,
    Fields,
    fields_of,
    fields_of_any_step,
    home_of,
    kind_meant_by,
    meant_by,
    nearest,
    one_of,
)
from facilitator.agendas.syntax import Mistake, Reading
from facilitator.core.agenda import STEP_KINDS, Agenda

Table = dict[str, object]


def find_mistakes(reading: Reading) -> list[Mistake]:
    """Every mistake in what was read, those of its syntax included, in the order of the lines."""
    found = list(reading.mistakes)
    if reading.data is not None and (reading.data or not found):
        found += _Walk(reading).mistakes(reading.data)
    return sorted(set(found))


class _Walk:
    """One walk through the data of a file, along the types of an agenda."""

    def __init__(self, reading: Reading) -> None:
        self._layout = reading.layout
        self._torn = reading.torn
        self._found: list[Mistake] = []

    def mistakes(self, data: dict[str, object]) -> list[Mistake]:
        if data:
            self._fields(fields_of(Agenda), data, ())
        else:
            example = 'title = "Weekly circle"'
            self._say((), f"there is nothing here; an agenda needs {example} and some [[step]]s")
        return self._found

    def _say(self, place: Place, text: str) -> None:
        self._found.append(Mistake(self._layout.line_of(place), text))

    def _value(self, kind: inspect.Type, value: object, place: Place, name: str) -> None:
        hints: inspect.Metadata | None = None
        if isinstance(kind, inspect.Metadata):
            hints, kind = kind, kind.type
        match kind:
            case inspect.StrType():
                self._words(kind, value, place, name)
            case inspect.IntType():
                self._number(kind, hints, value, place, name)
            case inspect.BoolType():
                self._yes_or_no(value, place, name)
            case inspect.EnumType():
                self._choice([str(member.value) for member in kind.cls], value, place, name)
            case inspect.VarTupleType():
                self._list(kind, value, place, name)
            case inspect.StructType():
                self._table(kind.cls, value, place, name)
            case inspect.UnionType(types=(only, inspect.NoneType())):
                self._value(only, value, place, name)
            case inspect.UnionType():
                self._step(value, place, name)
            case _:
                raise TypeError(f"agenda files cannot hold {kind}")

    def _words(self, kind: inspect.StrType, value: object, place: Place, name: str) -> None:
        if not isinstance(value, str):
            self._say(place, f"{name} must be words in quotes; it is {shown(value)}")
        elif kind.pattern is not None and not re.search(kind.pattern, value):
            self._say(place, f"{name} is empty; write a few words between the quotes")
        elif kind.max_length is not None and len(value) > kind.max_length:
            most = f"{kind.max_length} are the most"
            self._say(place, f"{name} has {len(value)} characters; {most}")

    def _yes_or_no(self, value: object, place: Place, name: str) -> None:
        if not isinstance(value, bool):
            self._say(place, f"{name} must be true or false; it is {shown(value)}")

    def _number(
        self,
        kind: inspect.IntType,
        hints: inspect.Metadata | None,
        value: object,
        place: Place,
        name: str,
    ) -> None:
        schema = (hints and hints.extra_json_schema) or {}
        extra = (hints and hints.extra) or {}
        if not isinstance(value, int) or isinstance(value, bool):
            right = f"{schema['description']}, such as {schema['examples'][0]}"
            self._say(place, f"{name} must be {right}; it is {shown(value)}")
        elif not (kind.ge or 0) <= value <= (kind.le or 0):
            span = f"from {kind.ge} to {kind.le} ({extra['most']})"
            self._say(place, f"{name} must be {span}; it is {shown(value)}")

    def _choice(
        self, known: list[str], value: object, place: Place, name: str, right: str | None = None
    ) -> None:
        """Report a value that is none of those known, with the one that was probably meant."""
        if value in known:
            return
        if right is None and isinstance(value, str):
            right = nearest(value, known)
        meant = f'; did you mean "{right}"?' if right else ""
        choices = one_of([f'"{word}"' for word in known])
        self._say(place, f"{name} must be {choices}; it is {shown(value)}{meant}")

    def _list(self, kind: inspect.VarTupleType, value: object, place: Place, name: str) -> None:
        of_tables = isinstance(kind.item_type, inspect.StructType | inspect.UnionType)
        header = ".".join([*(part for part in place[:-1] if isinstance(part, str)), name])
        if not isinstance(value, list):
            right = (
                f"must be tables, each beginning with [[{header}]]"
                if of_tables
                else 'must be a list, such as ["one", "two"]'
            )
            self._say(place, f"{name} {right}; it is {shown(value)}")
            return
        if len(value) < (kind.min_length or 0):
            self._say(place, f"there are no {name}s; add at least one, beginning with [[{header}]]")
        if kind.max_length is not None and len(value) > kind.max_length:
            self._say(place, f"there are {len(value)} {name}s; {kind.max_length} are the most")
        for number, item in enumerate(value):
            self._value(kind.item_type, item, (*place, number), f"number {number + 1} of {name}")

    def _table(self, kind: type, value: object, place: Place, name: str) -> None:
        if isinstance(value, dict):
            self._fields(fields_of(kind), value, place)
        else:
            self._say(place, f"{name} must be a table; it is {shown(value)}")

    def _step(self, value: object, place: Place, name: str) -> None:
        if not isinstance(value, dict):
            self._say(place, f"{name} must be a table; it is {shown(value)}")
            return
        key = self._key_of_kind(value)
        tag = value.get(key) if key else None
        right = kind_meant_by(tag) if isinstance(tag, str) and tag not in STEP_KINDS else None
        if key:
            self._choice(list(STEP_KINDS), tag, (*place, key), KIND, right)
        elif place not in self._torn:
            choices = one_of([f'"{kind}"' for kind in STEP_KINDS])
            self._say(place, f"{KIND} is missing; add {KIND} = and one of {choices}")
        step = STEP_KINDS.get(right or tag) if isinstance(tag, str) else None
        self._fields(fields_of(step) if step else fields_of_any_step(), value, place, (KIND,))

    def _key_of_kind(self, table: Table) -> str | None:
        known = [KIND, *fields_of_any_step()]
        if KIND in table:
            return KIND
        return next((key for key in table if meant_by(key, known) == KIND), None)

    def _fields(
        self, fields: Fields, table: Table, place: Place, also_known: tuple[str, ...] = ()
    ) -> None:
        known = [*also_known, *fields]
        there = {key for key in table if key in known}
        for key, value in table.items():
            name = key
            if key not in known:
                name = self._say_unknown(key, known, place)
                if name in there:
                    continue
                there.add(name)
            if name in fields:
                self._value(fields[name].type, value, (*place, key), name)
        for name, field in fields.items():
            if field.required and name not in there:
                self._say_missing(name, field, place)

    def _say_unknown(self, key: str, known: list[str], place: Place) -> str:
        """Report a key; what was probably meant, or nothing."""
        right, home = meant_by(key, known), home_of(key)
        if right:
            advice = f'did you mean "{right}"?'
        elif home:
            advice = f"it belongs in {home}"
        else:
            advice = f"known here are {', '.join(known)}"
        self._say((*place, key), f"{quoted(key)} is not known here; {advice}")
        return right or ""

    def _say_missing(self, name: str, field: inspect.Field, place: Place) -> None:
        if isinstance(field.type, inspect.VarTupleType):
            self._list(field.type, [], (*place, name), name)
        elif place not in self._torn:
            self._say(place, f'{name} is missing; add {name} = "…"')
