"""The skills of the group: who has, teaches, learns and wishes for which; what hangs on one."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from facilitator.commands.command import HELP, Command
from facilitator.commands.skills import COMMANDS, PEOPLE
from facilitator.core.skills.knowing import Known, overview
from facilitator.core.words import called, short_date
from facilitator.screens.filtered import MOVING, Filtered
from facilitator.screens.skill_changes import SkillChanges
from facilitator.screens.telling import LinesScreen
from facilitator.session import Session
from facilitator.ui.commands import bindings
from facilitator.ui.skill_glyphs import LEGEND
from facilitator.ui.skill_story import brief, story, wrapped
from facilitator.ui.skills import (
    SkillLine,
    fitting,
    people_count,
    person_lines,
    skill_lines,
    summary,
)
from facilitator.ui.text import fit, visible
from facilitator.widgets.headline import Headline
from facilitator.widgets.keybar import KeyBar
from facilitator.widgets.panels import LinesPanel
from facilitator.widgets.skill_list import SkillList

TITLE_CELLS = 60
EMPTY = (
    "Nothing is known of skills yet. a writes one down: + @ana first aid (used), "
    "? @bo wiring (wished for), * @dee knots (teaches). In a circle the line of notes takes "
    "the same while people speak."
)
ABOUT_LINES = 3
NEED_A_SKILL = {"look", "rename", "sort", "withdraw"}


class SkillsScreen(Filtered, SkillChanges):
    """A matrix of skills and people."""

    CSS_PATH: ClassVar = ["filtered.tcss", "skills.tcss"]
    COMMANDS_OF_SCREEN = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings((*COMMANDS, HELP)),
        *MOVING,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._known: dict[str, Known] = {}
        self._lines: tuple[SkillLine, ...] = ()
        self._by_person = False

    def compose(self) -> ComposeResult:
        """Headline, the matrix, what is said of the line under the cursor, legend, keys."""
        yield Headline()
        yield Static(id="head")
        yield SkillList(id="skills")
        yield LinesPanel(id="about")
        yield Static(Content(LEGEND), id="legend")
        yield from self.compose_filter("A skill, a person, practical, only …")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the skills, and follow them."""
        self.follow_the_filter()
        self.begin_following()

    def on_resize(self) -> None:
        """The counts stand where there is room for them."""
        self.call_after_refresh(self._show_head)

    @property
    def aimed_at(self) -> Known | None:
        """The skill under the cursor, if it is on one."""
        return None if self._by_person else self._known.get(self.query_one(SkillList).cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about one skill needs one; Enter in the filter leaves it."""
        if action == "look" and isinstance(self.focused, Input):
            return False
        if action in NEED_A_SKILL and action != "look" and self.aimed_at is None:
            return False
        if action in ("look", "filter", "people") and not self._known:
            return False
        return super().check_action(action, parameters)

    def label_of(self, command: Command) -> str:
        """What *by person* would change to."""
        if command is PEOPLE and self._by_person:
            return "by skill"
        return super().label_of(command)

    def changed(self) -> None:
        """Something was said: work out anew who does what."""
        self._look_again()
        self.show()

    def begin_following(self) -> None:
        """Work out who does what, then follow it."""
        self._look_again()
        super().begin_following()

    def _look_again(self) -> None:
        names = self.session.names
        self._known = {each.skill.key: each for each in overview(self.session.state)}
        known = tuple(self._known.values())
        self._lines = person_lines(known, names) if self._by_person else skill_lines(known, names)

    def show(self) -> None:
        """Show the lines that fit."""
        found = fitting(self._lines, self.words)
        skills = self.query_one(SkillList)
        skills.empty = EMPTY
        if self._lines:
            skills.empty = f"Nothing fits “{visible(self.words)}”. Esc shows all."
        skills.lines = found
        count = people_count(self._lines) if self._by_person else summary([*self._known.values()])
        if len(found) != len(self._lines):
            count = f"{len(found)} of {count}"
        day = short_date(self.session.today)
        self.query_one(Headline).parts = ("Skills", day, count if self._lines else "")
        self.query_one("#legend").display = bool(self._lines)
        self._show_head()
        self.show_about()
        self.refresh_keys()

    def _show_head(self) -> None:
        head = self.query_one("#head", Static)
        head.display = bool(self._lines)
        head.update(Content(self.query_one(SkillList).head))

    def show_about(self) -> None:
        """Show what is said of the line under the cursor."""
        about = self.query_one("#about", LinesPanel)
        about.display = bool(self._lines)
        cursor = self.query_one(SkillList).cursor
        line = next((each for each in self._lines if each.id == cursor), None)
        if line is None:
            about.border_title, about.lines = "", ()
            return
        about.border_title = Content(fit(line.name, TITLE_CELLS))
        known, width = self._known.get(cursor), about.content_size.width or 70
        if self._by_person or known is None:
            told: tuple[str, ...] = tuple(f"{each.glyph} {each.words}" for each in line.groups)
        else:
            told = brief(known, self.session.names)
        about.lines = tuple(fit(words, width) for words in told[:ABOUT_LINES])

    def action_slide(self, steps: int) -> None:
        """See more of long lines, or their beginning."""
        self.query_one(SkillList).slide(steps)

    def action_people(self) -> None:
        """A line for each person, or for each skill."""
        self._by_person = not self._by_person
        self.query_one(SkillList).slid = 0
        self.changed()

    def action_look(self) -> None:
        """Look at one skill, or one person."""
        cursor, names = self.query_one(SkillList).cursor, self.session.names
        if not cursor or not self.on_top:
            return
        known = self._known.get(cursor)
        if self._by_person or known is None:
            line = next(each for each in self._lines if each.id == cursor)
            told = [line.alone, *(f"{group.glyph} {group.words}" for group in line.groups)]
            title = called(cursor, names)
        else:
            told, title = [*story(known, names)], known.skill.name
        lines = partial(wrapped, tuple(filter(None, told)))
        self.app.push_screen(LinesScreen(fit(title, TITLE_CELLS), lines))
