"""The keys for skills in a circle: what was used and wished for, pairs, what was learned."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.skills import LEARNED, PAIRS, USED, WISHED
from facilitator.core.skills.matching import match_words, nobody_knows, nobody_words
from facilitator.core.step import Filing, Occasion
from facilitator.screens.circle_choosing import CircleChoosing
from facilitator.screens.skill_actions import SkillActions
from facilitator.screens.skills import SkillsScreen
from facilitator.widgets.panels import LinesPanel

ABOUT_SKILLS = {Filing.SKILL, Filing.TEACH, Filing.WISH}
WHERE_PEOPLE_LEARN = {Filing.SKILL, Filing.PAIR}
"""Where a skill share looks back on what somebody can do now, or makes pairs."""

MOST_PAIRS, MOST_UNMATCHED = 8, 2


class CircleSkills(SkillActions, CircleChoosing):
    """Skills are written down as they are spoken of, and pairs taken at the step for it."""

    @property
    def filing(self) -> Filing:
        """What is said at this step is filed as."""
        step = self.meeting.step
        return step.filed_as if step is not None else Filing.NOTE

    def shows(self, command: Command) -> bool:
        """The signs stand in the bar where they are wanted, and the pairs at their step."""
        if command in (USED, WISHED):
            return self.filing in ABOUT_SKILLS
        if command is PAIRS:
            return self.filing is Filing.PAIR
        if command is LEARNED:
            return self.filing in WHERE_PEOPLE_LEARN and self._sharing
        return super().shows(command)

    @property
    def _sharing(self) -> bool:
        """Whether this circle is there to share skills."""
        return self.meeting.agenda.occasion is Occasion.SKILL_SHARE

    def label_of(self, command: Command) -> str:
        """What ``+`` means at this step; how many pairs are suggested."""
        if command is USED and self.filing is Filing.TEACH:
            return "teaches"
        if command is PAIRS and self.filing is Filing.PAIR:
            count = len(self.suggested())
            return f"{count} pair{'' if count == 1 else 's'}" if count else command.label
        return super().label_of(command)

    def show_pairs(self) -> None:
        """At the step for it, who practices with whom, and who could."""
        panel = self.query_one("#pairs", LinesPanel)
        panel.display = self.filing is Filing.PAIR
        if panel.display:
            panel.lines = tuple(self._pair_lines())

    def _pair_lines(self) -> list[str]:
        state, names, found = self.session.state, self.session.names, self.suggested()
        lines = [
            f"✓ {self.pair_words(each)}"
            for each in state.skills.practicing()
            if each.meeting == self.meeting.id
        ]
        lines += [f"· {match_words(each, state, names)}" for each in found]
        if len(lines) > MOST_PAIRS:
            lines = [*lines[: MOST_PAIRS - 1], f"and {len(lines) - MOST_PAIRS + 1} more"]
        unmatched = nobody_knows(state, found, set(self.here))[:MOST_UNMATCHED]
        nobody = [nobody_words(each, names) for each in unmatched]
        return [*lines, *nobody]

    def action_used(self) -> None:
        """Go to the line with the sign for a skill that was used in it."""
        self.begin_line("+ ")

    def action_wished(self) -> None:
        """Go to the line with the sign for a wish in it."""
        self.begin_line("? ")

    def action_skills(self) -> None:
        """Look at the skills of the group."""
        self.app.push_screen(SkillsScreen(self.session))
