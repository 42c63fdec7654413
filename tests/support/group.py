"""A group that plays without a meeting, day after day: intents go in, the state moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from facilitator.core.events import FactId, PersonId, RoleKind
from facilitator.core.facts import Fact, identity
from facilitator.core.fold import fold
from facilitator.core.intents import Here, Intent, OfferRole, Refusal
from facilitator.core.roles.standing import Standing, role_called, standing
from facilitator.core.rulebook import Decision
from facilitator.core.rules import decide
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term

FIRST_DAY = date(2027, 1, 4)
DAY = timedelta(days=1)
PANTRY_SKILLS = ("Keys", "Ordering")


class Group:
    """People who keep roles; every intent is sent at noon of a day.

    Attributes:
        today: the day.
        state: what everything so far adds up to.
        names: what people are called, by their identity.
    """

    def __init__(self, *people: str, first_day: date = FIRST_DAY) -> None:
        self.today = first_day
        self.state = State()
        self.names: dict[PersonId, str] = {f"p-{name}": name for name in people}

    def here(self) -> Here:
        noon = datetime(self.today.year, self.today.month, self.today.day, 12, tzinfo=UTC)
        return Here(round(noon.timestamp() * 1000), "t1", names=self.names, replica="k7f3")

    def send(self, intent: Intent) -> Decision:
        """Ask for something; what the rules say is folded."""
        decided = decide(self.state, intent, self.here())
        if isinstance(decided, Refusal):
            return decided
        first = self.state.facts[-1].lamport + 1 if self.state.facts else 1
        self.state = fold(
            (
                Fact(
                    id=identity(place, "k7f3"),
                    lamport=place,
                    replica="k7f3",
                    at=self.here().now,
                    terminal="t1",
                    action=identity(first, "k7f3"),
                    meeting="",
                    body=body,
                )
                for place, body in enumerate(decided, start=first)
            ),
            onto=self.state,
        )
        return decided

    def do(self, *wanted: Intent) -> None:
        """Ask for things that must not be refused."""
        for intent in wanted:
            decided = self.send(intent)
            assert not isinstance(decided, Refusal), decided

    def refusal(self, intent: Intent) -> Refusal:
        """Ask for something that must be refused."""
        decided = self.send(intent)
        assert isinstance(decided, Refusal), decided
        return decided

    def who(self, name: str) -> PersonId:
        """The person of a name."""
        return f"p-{name}"

    def role(self, name: str) -> Role:
        """The role of a name."""
        found = role_called(self.state, name)
        assert found is not None, name
        return found

    def term(self, name: str) -> Term:
        """The term that runs in a role."""
        term = self.role(name).term
        assert term is not None, name
        return term

    def stands(self, name: str) -> Standing:
        """How a role stands today."""
        return standing(self.role(name), self.today.isoformat())

    def holders(self, name: str) -> list[str]:
        """Who has a role today."""
        held = self.role(name).held_on(self.today.isoformat())
        return [self.names[term.person] for term in held]

    def wait(self, days: int) -> None:
        """Let days go by."""
        self.today += days * DAY

    @property
    def last_action(self) -> FactId:
        """What was done last."""
        return self.state.facts[-1].action


def with_pantry(*people: str, skills: Sequence[str] = PANTRY_SKILLS) -> Group:
    """A group with a stewardship of three months that nobody has yet, and a micro-role."""
    group = Group(*(people or ("Ana", "Bo", "Chidi", "Dee")))
    group.do(
        OfferRole("Pantry", role_kind=RoleKind.STEWARDSHIP, skills=tuple(skills)),
        OfferRole("Pots"),
    )
    return group
