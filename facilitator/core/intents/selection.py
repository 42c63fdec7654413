"""A selection: nominate, propose, object, and let the result stand."""

from __future__ import annotations

from facilitator.core.intents.sent import Written
from facilitator.core.vocabulary import FactId, PersonId, StepId, Text


class Nominate(Written, frozen=True):
    """Say who should have the role, and why; said again, it is a change."""

    step: StepId
    by: PersonId
    person: PersonId
    reason: Text = ()


class Propose(Written, frozen=True):
    """Propose one person, and ask everyone for consent, the candidate last.

    ``instead_of`` is the proposal that this one takes the place of, if there was one.
    """

    step: StepId
    person: PersonId
    instead_of: FactId = ""


class Object(Written, frozen=True):
    """Say why a proposal would do harm."""

    proposal: FactId
    person: PersonId
    reason: Text = ()


class IntegrateObjection(Written, frozen=True):
    """Say what was found so that an objection does not stand any more."""

    objection: FactId
    how: Text = ()


class FillRole(Written, frozen=True):
    """Everyone consents: the person who was proposed has the role, for a term that ends."""

    proposal: FactId
