"""What is done about skills with a dialog, at a circle and on the skills screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from facilitator.core import intents
from facilitator.core.events import NOBODY, PersonId
from facilitator.core.skill import Pairing, Skill
from facilitator.core.skills.matching import Match, match_words, matches, reason_words
from facilitator.core.words import called
from facilitator.screens.live import Live, Way
from facilitator.widgets.choice_list import Choice

NEW_SKILL, NO_TEACHER = " new", " nobody"

Then: TypeAlias = Callable[[str], object]
"""Goes on with what was picked."""


class SkillActions(Live):
    """Pairs, and what was learned."""

    @property
    def here(self) -> list[PersonId]:
        """The people who are there; between meetings everyone in the group, by name."""
        meeting, names = self.session.meeting, self.session.names
        if meeting is not None and meeting.live:
            return list(meeting.present)
        departed = self.session.state.departed
        known = (person for person in names if person not in departed)
        return sorted(known, key=lambda person: names[person].casefold())

    @property
    def newcomers(self) -> Collection[PersonId]:
        """Who is new here."""
        meeting = self.session.meeting
        if meeting is None:
            return self.session.group.newcomers()
        return {one for one, each in meeting.attendance.items() if each.newcomer}

    def suggested(self) -> list[Match]:
        """Who could practice with whom, of those who are there."""
        return matches(self.session.state, self.newcomers, set(self.here))

    def action_pairs(self) -> None:
        """Take the suggested pairs, all or one; or make another."""
        state, names = self.session.state, self.session.names
        found = self.suggested()
        step = self._step()
        ways: list[Way] = []
        if len(found) > 1:
            ways.append(
                (f"✓ Take all {len(found)} pairs", "as suggested", lambda: self._take(found))
            )
        ways += [
            (match_words(each, state, names), reason_words(each, names), _pair(each, step))
            for each in found
        ]
        ways.append(("+ Another pair", "a skill, who learns it, who shows it", self._other_pair))
        ways += [
            (f"◐ {self.pair_words(each)}", "practice already; part", intents.EndPairing(each.id))
            for each in state.skills.practicing()
        ]
        self.menu("Who practices with whom?", ways)

    def _take(self, found: Iterable[Match]) -> None:
        step = self._step()
        before = len(self.session.state.skills.pairings)
        if self.do(intents.MakePairings(tuple(_pair(each, step) for each in found))):
            made = len(self.session.state.skills.pairings) - before
            self.say_done(f"{made} pair{'' if made == 1 else 's'} made")

    def _step(self) -> str:
        meeting = self.session.meeting
        return (meeting.step_id or "") if meeting is not None and meeting.live else ""

    def pair_words(self, pairing: Pairing) -> str:
        """``Bo shows first aid to Dee``."""
        names = self.session.names
        skill = self.session.state.skills.called(pairing.skill)
        teacher, learner = called(pairing.teacher, names), called(pairing.learner, names)
        return f"{teacher} shows {skill} to {learner}"

    def _other_pair(self) -> None:
        self.pick_skill("Practice what?", self._pair_in)

    def _pair_in(self, words: str) -> None:
        skill = self.session.state.skills.named(words)

        def with_learner(learner: PersonId) -> None:
            self.pick_teacher(
                skill,
                f"Who shows {words} to {called(learner, self.session.names)}?",
                learner,
                lambda teacher: self.do(intents.MakePairing(words, teacher, learner, self._step())),
            )

        wishing = set(skill.wishes) if skill is not None else set()
        self.pick_first(f"Who learns {words}?", wishing, "wishes for it", with_learner)

    def action_learned(self) -> None:
        """Who can do what now: a pair that practiced, or anybody."""
        pairs = {each.id: each for each in self.session.state.skills.practicing()}
        names, here = self.session.names, set(self.here)
        choices = [
            Choice(
                each.id,
                f"{called(each.learner, names)}: {self.session.state.skills.called(each.skill)}",
                f"from {called(each.teacher, names)}",
            )
            for each in pairs.values()
            if each.learner in here
        ]
        choices += self.people(self.here)

        def chosen(choice: str) -> None:
            pair = pairs.get(choice)
            if pair is None:
                self._learned_by(choice)
            else:
                name = self.session.state.skills.called(pair.skill)
                self.do(intents.LearnSkill(pair.learner, name, pair.teacher))

        self.pick("Who can do it now?", choices, chosen)

    def _learned_by(self, person: PersonId) -> None:
        name = called(person, self.session.names)

        def what(words: str) -> None:
            self.pick_teacher(
                self.session.state.skills.named(words),
                f"Who showed {words} to {name}?",
                person,
                lambda teacher: self.do(intents.LearnSkill(person, words, teacher)),
                or_nobody=True,
            )

        self.pick_skill(f"What did {name} learn?", what, person)

    def pick_skill(self, title: str, then: Then, wished_by: PersonId = NOBODY) -> None:
        """Let a skill be picked; what somebody wishes for comes first, and a new one last."""
        known = list(self.session.state.skills.known.values())
        known.sort(key=lambda skill: (wished_by not in skill.wishes, skill.name.casefold()))
        choices = [
            Choice(skill.name, skill.name, "wished for" if wished_by in skill.wishes else "")
            for skill in known
        ]
        choices.append(Choice(NEW_SKILL, "+ Another skill", "type what it is called"))

        def chosen(choice: str) -> None:
            if choice == NEW_SKILL:
                self.ask(title, "what it is called: first aid", named)
            else:
                then(choice)

        def named(words: str) -> str:
            self.call_later(then, " ".join(words.split()))
            return ""

        self.pick(title, choices, chosen)

    def pick_teacher(
        self,
        skill: Skill | None,
        title: str,
        learner: PersonId,
        then: Then,
        *,
        or_nobody: bool = False,
    ) -> None:
        """Let somebody be picked who shows a skill; who has it comes first."""
        knowers = skill.knowers if skill is not None else set()
        others = [person for person in self.here if person != learner]
        choices = [
            Choice(one.id, one.label, "has it" if one.id in knowers else "")
            for one in self.people(sorted(others, key=lambda person: person not in knowers))
        ]
        if or_nobody:
            choices.append(Choice(NO_TEACHER, "nobody, or somebody else", "it is not known who"))
        self.pick(title, choices, lambda choice: then(NOBODY if choice == NO_TEACHER else choice))

    def pick_first(self, title: str, first: Collection[PersonId], detail: str, then: Then) -> None:
        """Let somebody be picked, some people before the others."""
        people = sorted(self.here, key=lambda person: person not in first)
        choices = [
            Choice(one.id, one.label, detail if one.id in first else "")
            for one in self.people(people)
        ]
        self.pick(title, choices, then)


def _pair(match: Match, step: str) -> intents.MakePairing:
    return intents.MakePairing(match.skill, match.teacher, match.learner, step)
