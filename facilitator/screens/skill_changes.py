"""What the skills screen changes: what is said of people, and what a skill is called."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.events import Sense, SkillSort
from facilitator.core.forms import Kind
from facilitator.core.skills.knowing import Known
from facilitator.core.telling_of_skills import HOW
from facilitator.core.words import called, short_date
from facilitator.screens.dialogs import ConfirmScreen
from facilitator.screens.live import Way
from facilitator.screens.skill_actions import SkillActions
from facilitator.ui.text import fit

TEACHES_SIGN = "*"
LIKE = "Begin with a sign and a name, as in: + @ana first aid."


class SkillChanges(SkillActions):
    """Actions that are about one skill, or add to what is known."""

    @property
    def aimed_at(self) -> Known | None:
        """The skill that the cursor is on."""
        return None

    def action_add(self) -> None:
        """Ask who used, wishes for or teaches which."""
        names = self.session.names
        people = tuple(names[person] for person in self.here if person in names)
        self.ask(
            "Who can do what, or wishes for it?",
            "e.g. + @ana first aid   ? @bo wiring   * @dee knots",
            self._added,
            names=tuple(f"{sign} @{name}" for name in people for sign in "+?*"),
        )

    def _added(self, words: str) -> str:
        names = self.session.names
        here = {person: names[person] for person in self.here if person in names}
        teaches = words.strip().startswith(TEACHES_SIGN)
        captured = understand(f"+{words.strip()[1:]}" if teaches else words, here)
        if captured.kind is not Kind.SKILL:
            return LIKE
        if captured.stranger:
            return f"Nobody of that name: {captured.stranger}."
        sense = Sense.TEACHES if teaches else captured.sense
        return self.answer(intents.FileSkill(captured.owner, captured.skills, sense))

    def action_rename(self) -> None:
        """Ask what the skill is called; of the name of another one, whether to make one of two."""
        known = self.aimed_at
        if known is None:
            return
        before = known.skill.name

        def accept(words: str) -> str:
            intent = intents.DescribeSkill(before, words)
            other = self.session.state.skills.named(words)
            if other is None or other.key == known.skill.key:
                return self.answer(intent)
            self.call_later(self._ask_to_merge, before, other.name, intent)
            return ""

        names = tuple(skill.name for skill in self.session.state.skills.known.values())
        self.ask("What is it called?", "e.g. first aid", accept, value=before, names=names)

    def _ask_to_merge(self, before: str, other: str, intent: intents.DescribeSkill) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self.do(intent)

        words = f"“{fit(before, 200)}” becomes part of “{fit(other, 200)}”, with its people."
        self.app.push_screen(ConfirmScreen("Make one of the two?", words, "one skill"), answered)

    def action_sort(self) -> None:
        """Let its sort be picked."""
        known = self.aimed_at
        if known is None:
            return
        examples = {
            SkillSort.PRACTICAL: "first aid, cooking for 100",
            SkillSort.STRATEGIC: "facilitation, mapping a neighborhood",
        }
        name = known.skill.name
        self.menu(
            f"Of which sort is {name}?",
            [
                (sort.value, examples[sort], intents.DescribeSkill(name, sort=sort))
                for sort in SkillSort
            ],
        )

    def action_withdraw(self) -> None:
        """Let something be picked that is not so."""
        known = self.aimed_at
        if known is None:
            return
        skill, names = known.skill, self.session.names
        ways: list[Way] = [
            (
                f"{called(person, names)} {HOW[sense]} it",
                f"since {short_date(since.on)}",
                intents.WithdrawSkill(person, skill.name, sense),
            )
            for sense in Sense
            for person, since in skill.said(sense).items()
        ]
        ways += [
            (
                f"{called(person, names)} learned it",
                f"on {short_date(learned.on)}",
                intents.WithdrawSkill(person, skill.name),
            )
            for person, learned in skill.learned.items()
        ]
        ways += [
            (self.pair_words(each), "part", intents.EndPairing(each.id)) for each in known.pairings
        ]
        if ways:
            self.menu("What is not so?", ways)
        else:
            self.say("Nothing is said of anybody and this skill.")
