"""A selection: whom people nominate and why, who is proposed, what stands against it."""

from __future__ import annotations

from facilitator.core.events.body import Body
from facilitator.core.vocabulary import FactId, PersonId, StepId, Text


class Nominated(Body, frozen=True):
    """Someone said whom they would like to have a role, and why; said again, it is a change."""

    kind = "nominated"
    step: StepId
    by: PersonId
    person: PersonId
    reason: Text = ()


class Proposed(Body, frozen=True):
    """After the nominations one person was proposed; everyone is asked for consent."""

    kind = "proposed"
    step: StepId
    person: PersonId


class ProposalAgreed(Body, frozen=True):
    """Nothing stands against a proposal: the person has the role, or has it next."""

    kind = "proposal-agreed"
    proposal: FactId


class Objected(Body, frozen=True):
    """Someone has a reason why a proposal would do harm."""

    kind = "objected"
    proposal: FactId
    person: PersonId
    reason: Text = ()


class ObjectionIntegrated(Body, frozen=True):
    """What was found so that an objection does not stand any more."""

    kind = "objection-integrated"
    objection: FactId
    how: Text = ()
