"""The keys of a handoff: who is next, how far the training is, who has signed."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from facilitator.core import intents
from facilitator.core.events import NOBODY, PersonId, Text
from facilitator.core.roles.standing import know_it
from facilitator.core.tenure import Handoff, Role, Term
from facilitator.core.words import called, plain
from facilitator.screens.picking import EachOf, let_pick
from facilitator.screens.role_terms import RoleTerms
from facilitator.widgets.choice_list import Choice

NO_SUCCESSOR = "nobody"
"""The choice that takes a successor back: a choice without a name of its own is none."""


class Part(Enum):
    """One part of a handoff in words; the value is what it is called."""

    DONE = "what was done"
    LEFT = "what is left to do"
    KNOW = "what is good to know"

    def of(self, handoff: Handoff) -> Text:
        """What is written down of it."""
        return {Part.DONE: handoff.done, Part.LEFT: handoff.left, Part.KNOW: handoff.know}[self]

    def told(self, term: Term, words: Text) -> intents.TellHandoff:
        """What writes it down."""
        match self:
            case Part.DONE:
                return intents.TellHandoff(term.id, done=words)
            case Part.LEFT:
                return intents.TellHandoff(term.id, left=words)
            case Part.KNOW:
                return intents.TellHandoff(term.id, know=words)


class RoleTraining(RoleTerms):
    """How the next one is trained. Every refusal is said in its words."""

    def action_successor(self) -> None:
        """Pick who has the role next; whoever has had it comes first."""
        found = self.held()
        if found is None:
            return
        role, term = found
        able, names = know_it(role, self.session.state), self.session.names
        people = [one for one in self.group_people() if one != term.person]
        people.sort(key=lambda one: one not in able)
        choices = [Choice(one, called(one, names), _detail(one, term, able)) for one in people]
        if term.successor:
            choices.append(Choice(NO_SUCCESSOR, "Nobody", "take it back"))
        self.pick(
            f"Who has “{role.name}” after {called(term.person, names)}?",
            choices,
            lambda person: self.do(
                intents.NameSuccessor(term.id, NOBODY if person == NO_SUCCESSOR else person)
            ),
        )

    def action_shadow(self) -> None:
        """The successor goes along."""
        if (found := self.held()) is not None:
            self.do(intents.BeginShadowing(found[1].id))

    def action_led(self) -> None:
        """The successor did it once."""
        if (found := self.held()) is not None:
            self.do(intents.RecordLed(found[1].id))

    def action_tick(self) -> None:
        """Tick skills, one after the other, until Esc."""

        def left(role: Role, term: Term) -> list[str]:
            return [skill for skill in role.skills if skill not in term.ticked]

        found = self._with_skills()
        if found is None:
            return
        role, term = found
        who = called(term.successor, self.session.names)
        if not term.successor:
            self.do(intents.TickSkill(term.id, role.skills[0]))
        elif not left(role, term):
            self.say(f"{who} has ticked every skill.")
        else:
            self._each(f"Which skill can {who} do now?", term, left, intents.TickSkill)

    def action_confirm_skill(self) -> None:
        """Confirm what was ticked, one after the other, until Esc."""

        def left(role: Role, term: Term) -> list[str]:
            return [
                skill
                for skill in role.skills
                if skill in term.ticked and skill not in term.confirmed
            ]

        found = self._with_skills()
        if found is None:
            return
        role, term = found
        who = called(term.person, self.session.names)
        unsaid = [skill for skill in role.skills if skill not in term.confirmed]
        if not unsaid:
            self.say(f"{who} has confirmed every skill.")
        elif not left(role, term):
            self.do(intents.ConfirmSkill(term.id, unsaid[0]))
        else:
            self._each(f"Which skill does {who} confirm?", term, left, intents.ConfirmSkill)

    def _with_skills(self) -> tuple[Role, Term] | None:
        """The role and its term, if there is a list of skills to pass on."""
        found = self.held()
        if found is not None and not found[0].skills:
            self.warn(f"{found[0].name} has no list of skills yet. e says which it needs.")
            return None
        return found

    def _each(
        self,
        title: str,
        term: Term,
        left: Callable[[Role, Term], list[str]],
        sent: type[intents.TickSkill] | type[intents.ConfirmSkill],
    ) -> None:
        """Let one skill after the other be picked."""

        def choices() -> list[Choice]:
            now = self.session.state.term(term.id)
            # A skill may be as long as somebody liked to type it, so its place names it.
            return (
                [Choice(str(now[0].skills.index(skill)), skill) for skill in left(*now)]
                if now is not None
                else []
            )

        def take(place: str) -> None:
            now = self.session.state.term(term.id)
            if now is not None and int(place) < len(now[0].skills):
                self.do(sent(term.id, now[0].skills[int(place)]))

        let_pick(self.app, EachOf(title, choices, take))

    def action_sign(self) -> None:
        """Pick who signs: the holder, or the successor."""
        found = self.held()
        if found is None:
            return
        role, term = found
        names = self.session.names
        both = ((term.person, "has it now"), (term.successor, "is next"))
        choices = [
            Choice(one, called(one, names), detail)
            for one, detail in both
            if one and one not in term.signed
        ]
        self.pick(
            f"Who signs the handoff of “{role.name}”?",
            choices,
            lambda person: self.do(intents.SignHandoff(term.id, person)),
        )

    def action_tell(self) -> None:
        """Pick a part of the handoff, and write it down."""
        found = self.held()
        if found is None:
            return
        role, term = found

        def ask(part: Part) -> None:
            self.ask(
                f"{part.value[0].upper()}{part.value[1:]}: {role.name}",
                "in your own words",
                lambda words: self.answer(part.told(term, self.meant(words))),
                value=self.as_typed(part.of(term.handoff)),
            )

        self.menu(
            f"The handoff of “{role.name}” in words",
            [
                (part.value, plain(part.of(term.handoff), self.session.names), partial(ask, part))
                for part in Part
            ],
        )


def _detail(person: PersonId, term: Term, able: set[PersonId]) -> str:
    if person == term.successor:
        return "is named now"
    return "knows it" if person in able else ""
