"""The keys for what roles there are, and what each of them is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.core import intents
from facilitator.core.intents import DescribeRole
from facilitator.core.roles.standing import role_called
from facilitator.core.roles.typed import typed_length, typed_role
from facilitator.core.tenure import Role, kind_by_length
from facilitator.core.vocabulary import FactId, RoleKind
from facilitator.core.words import length
from facilitator.screens.role_training import RoleTraining
from facilitator.widgets.choice_list import Choice

BETWEEN = "; "
"""What stands between the things of a list on one line."""

NO_LENGTH = "Type a number of days, weeks or months: 10 days, 2 weeks, 3 months."
NO_DAYS = "Type a whole number of days."


class RoleDescribing(RoleTraining):
    """Roles are opened, described, merged and dropped. Every refusal is said in its words."""

    def opened(self, role: FactId) -> None:
        """A role was opened: it can be shown."""

    def action_open_role(self) -> None:
        """Ask what it is called, and how long a term is."""

        def opened(words: str) -> str:
            name, days, months = typed_role(words)
            why = self.answer(intents.OfferRole(name, self._step, days, months))
            if not why and (role := role_called(self.session.state, name)) is not None:
                self.opened(role.id)
                how_long = length(role.days, role.months)
                self.say(f"{role.name} is open, for {how_long}. e says what it is for.")
            return why

        self.ask("Open a role", "its name, and how long a term is: Pantry, 3 months", opened)

    @property
    def _step(self) -> str:
        meeting = self.session.meeting
        return (meeting.step_id or "") if meeting is not None else ""

    def action_describe(self) -> None:
        """Pick what to say anew."""
        role = self.role
        if role is None:
            return
        self.menu(
            f"What is “{role.name}”?",
            [
                ("its name", role.name, partial(self._rename, role)),
                ("what it is for", role.purpose, partial(self._purpose, role)),
                ("week by week", BETWEEN.join(role.weekly), partial(self._weekly, role)),
                ("skills to pass on", BETWEEN.join(role.skills), partial(self._skills, role)),
                ("how long a term is", length(role.days, role.months), partial(self._long, role)),
                ("its kind", role.kind.value, partial(self._kind, role)),
            ],
        )

    def _rename(self, role: Role) -> None:
        self._say_anew(
            f"What is “{role.name}” called from now on?",
            "its history stays",
            role.name,
            lambda words: DescribeRole(role.id, name=words),
        )

    def _purpose(self, role: Role) -> None:
        self._say_anew(
            f"What is “{role.name}” for?",
            "in a sentence: Nobody leaves with empty hands",
            role.purpose,
            lambda words: DescribeRole(role.id, purpose=words),
        )

    def _weekly(self, role: Role) -> None:
        self._say_anew(
            f"What is done week by week as “{role.name}”?",
            "with a ; between: order bread; count what is left",
            BETWEEN.join(role.weekly),
            lambda words: DescribeRole(role.id, weekly=tuple(words.split(";"))),
        )

    def _skills(self, role: Role) -> None:
        self._say_anew(
            f"Which skills does “{role.name}” need?",
            "with a ; between: first aid; the keys; ordering",
            BETWEEN.join(role.skills),
            lambda words: DescribeRole(role.id, skills=tuple(words.split(";"))),
        )

    def _say_anew(
        self, title: str, example: str, value: str, meant: Callable[[str], DescribeRole]
    ) -> None:
        self.ask(title, example, lambda words: self.answer(meant(words)), value=value)

    def _long(self, role: Role) -> None:
        def said(words: str) -> str:
            found = typed_length(words)
            if found is None:
                return NO_LENGTH
            kind = kind_by_length(*found)
            return self.answer(DescribeRole(role.id, None, None, *found, kind))

        now = length(role.days, role.months)
        self.ask(
            f"How long is a term as “{role.name}”?", "e.g. 2 weeks, or 3 months", said, value=now
        )

    def _kind(self, role: Role) -> None:
        self.pick(
            f"What kind of role is “{role.name}”?",
            [
                Choice(RoleKind.HAT.value, RoleKind.HAT.value, "for one meeting"),
                Choice(RoleKind.MICRO.value, RoleKind.MICRO.value, "ends by itself"),
                Choice(RoleKind.STEWARDSHIP.value, RoleKind.STEWARDSHIP.value, "is handed over"),
            ],
            lambda kind: self.do(DescribeRole(role.id, role_kind=RoleKind(kind))),
            role.kind.value,
        )

    def action_merge(self) -> None:
        """Pick the role that it becomes part of."""
        role = self.role
        if role is None:
            return
        others = [place.role for place in self.places.values() if place.role.id != role.id]
        if not others:
            self.say("There is no other role.")
            return

        def into(other: str) -> None:
            name = self.session.state.roles[other].name
            self.confirm(
                "Make one role of two?",
                f"“{role.name}” becomes part of “{name}”, with everyone who had it.\n"
                "Where both have a holder, the circle decides between them.",
                "merge",
                intents.MergeRoles(role.id, other),
            )

        self.pick(
            f"“{role.name}” becomes part of", [Choice(one.id, one.name) for one in others], into
        )

    def action_drop(self) -> None:
        """Ask why it is not needed any more."""
        role = self.role
        if role is not None:
            self.ask(
                f"Why is “{role.name}” not needed any more?",
                "in a few words; it stays in the history",
                lambda words: self.answer(intents.DropRole(role.id, self.meant(words))),
            )

    def action_bounds(self) -> None:
        """Pick one of the bounds of terms, and say how many days."""
        now = self.session.state.bounds
        self.menu(
            "How long can terms be in this group?",
            [
                (
                    "a micro-role at most",
                    f"{now.micro_days} days",
                    partial(
                        self._days,
                        "a micro-role at most",
                        now.micro_days,
                        lambda days: intents.ChooseBounds(micro_days=days),
                    ),
                ),
                (
                    "a stewardship at least",
                    f"{now.least_days} days",
                    partial(
                        self._days,
                        "a stewardship at least",
                        now.least_days,
                        lambda days: intents.ChooseBounds(least_days=days),
                    ),
                ),
                (
                    "a stewardship at most",
                    f"{now.most_days} days",
                    partial(
                        self._days,
                        "a stewardship at most",
                        now.most_days,
                        lambda days: intents.ChooseBounds(most_days=days),
                    ),
                ),
            ],
        )

    def _days(self, what: str, now: int, meant: Callable[[int], intents.ChooseBounds]) -> None:
        def said(words: str) -> str:
            count = words.strip().removesuffix("days").strip()
            if not count.isdecimal() or len(count) > 4:
                return NO_DAYS
            return self.answer(meant(int(count)))

        self.ask(f"How many days is {what}?", "a number of days", said, value=str(now))
