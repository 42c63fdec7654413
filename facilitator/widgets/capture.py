"""The line that notes, commitments and decisions are typed in, with what was understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Label

from facilitator.commands.written import IN_THE_LINE
from facilitator.core.completing import role_begun, skill_begun
from facilitator.core.events import PersonId
from facilitator.core.forms import is_sign
from facilitator.ui.chips import USUAL
from facilitator.ui.text import fit
from facilitator.widgets.field import Completion, EntryField, Field, completed


class LineCompletion(Completion):
    """Completes people behind an ``@``, skills where a line is about skills, a role and its taker.

    Attributes:
        people: what everyone is called who can be meant.
        skills: what the group's skills are called.
        roles: what its roles are called.
    """

    def __init__(self) -> None:
        super().__init__(mark="@")
        self.people: Mapping[PersonId, str] = {}
        self.skills: tuple[str, ...] = ()
        self.roles: tuple[str, ...] = ()

    async def get_suggestion(self, value: str) -> str | None:
        """The line with the name completed: a person's, a skill's or a role's."""
        person = await super().get_suggestion(value)
        if person is not None:
            return person
        start, known = self._begun(value)
        name = completed(value[start:], known)
        return value[:start] + name if name is not None else None

    def _begun(self, value: str) -> tuple[int, Iterable[str]]:
        """Where the name begins that is being typed, and what it can be."""
        skill = skill_begun(value, self.people)
        if skill is not None:
            return skill, self.skills
        role = role_begun(value, self.people)
        if role is not None:
            start, of_role = role
            return start, self.roles if of_role else self.people.values()
        return len(value), ()


class LineField(EntryField):
    """The field of the line: keys that are about its words are looked at in their order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(command.typing_key, f"screen.{command.name}", command.label, show=False)
        for command in IN_THE_LINE
    ]


class CaptureLine(Horizontal):
    """A field with chips that say what the words in it will become.

    Attributes:
        chips: what was understood, shown behind the words before ``Enter``.
    """

    DEFAULT_CSS = """
    CaptureLine { height: 1; padding: 0 1; background: $surface; }
    CaptureLine > Label { width: auto; max-width: 60%; color: $text-muted; }
    CaptureLine > #sign { color: $text-muted; }
    CaptureLine:focus-within > #sign { color: $warning; text-style: bold; }
    CaptureLine > EntryField, CaptureLine > EntryField:focus {
        width: 1fr;
        border: none;
        height: 1;
        padding: 0 1;
        background: $surface;
        background-tint: $surface 0%;
    }
    """

    chips: reactive[str] = reactive("")

    @dataclass
    class Typed(Message):
        """The words changed; they are to be understood and kept.

        Attributes:
            words: as they stand.
        """

        words: str

    @dataclass
    class Captured(Message):
        """``Enter`` was pressed, or several lines were pasted.

        Attributes:
            lines: as typed, in order; the field is empty again.
            pasted: whether they were pasted; a last line then stands in the field.
        """

        lines: tuple[str, ...]
        pasted: bool = False

    def compose(self) -> ComposeResult:
        """A sign, the field, the chips."""
        yield Label("▏", id="sign")
        yield LineField(
            placeholder=USUAL,
            suggester=LineCompletion(),
            id="words",
        )
        yield Label("", id="chips")

    @property
    def field(self) -> EntryField:
        """Where the words are typed."""
        return self.query_one(EntryField)

    @property
    def words(self) -> str:
        """What is typed so far."""
        return self.field.value

    @property
    def bare(self) -> bool:
        """Whether nothing is typed but, at most, a sign."""
        return not self.words.strip() or is_sign(self.words)

    def complete_with(
        self, people: Mapping[PersonId, str], skills: tuple[str, ...], roles: tuple[str, ...]
    ) -> None:
        """Offer people after an ``@``, skills after a ``+`` or a ``?``, roles after a ``%``."""
        suggester = self.field.suggester
        if isinstance(suggester, LineCompletion):
            suggester.names = tuple(people.values())
            suggester.people, suggester.skills, suggester.roles = people, skills, roles

    def on_resize(self) -> None:
        """There is room for more of what was understood, or for less."""
        self.watch_chips(self.chips)

    def watch_chips(self, chips: str) -> None:
        """Show what was understood."""
        if self.is_mounted:
            room = max(10, self.size.width * 3 // 5)
            self.query_one("#chips", Label).update(Content(fit(chips, room)))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(EntryField.Entered)
    def _entered(self, event: EntryField.Entered) -> None:
        event.stop()
        self.post_message(self.Captured((event.words,)))

    @on(Field.Pasted)
    def _pasted(self, event: Field.Pasted) -> None:
        """Several pasted lines are several facts; the last one stays to be looked at."""
        event.stop()
        first, *rest, last = event.lines
        lines = (self.words + first, *rest)
        with self.field.prevent(Input.Changed):
            self.field.clear()
        self.post_message(self.Captured(lines, pasted=True))
        self.field.put(last)
