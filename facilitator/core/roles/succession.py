"""Rules for how a stewardship is handed over: a successor, training, two signatures, release."""

from __future__ import annotations

from facilitator.core import events, intents
from facilitator.core.events import NOBODY, Body, FactId, PersonId, Text
from facilitator.core.intents import Refusal
from facilitator.core.roles.claiming import NO_TERM, claimed
from facilitator.core.roles.standing import brought, missing, untrained
from facilitator.core.rulebook import Decision, GroupCase, group_rule
from facilitator.core.state import State
from facilitator.core.tenure import Role, Term
from facilitator.core.words import listed, sentence, short_date


def _term(case: GroupCase, term_id: FactId) -> tuple[Role, Term] | Refusal:
    """A term that somebody is trained in, or why there is none."""
    found = case.state.term(term_id)
    if found is None or not found[1].runs:
        return NO_TERM
    role, term = found
    if len(role.held_on(case.today.isoformat())) > 1:
        return Refusal(f"Several claim {role.name}. The circle decides between them first.")
    if not role.kind.handed_over:
        return Refusal(
            f"{role.name} is a {role.kind.value}: it ends by itself, and needs no successor."
        )
    return role, term


def _trained(case: GroupCase, term_id: FactId) -> tuple[Role, Term] | Refusal:
    """A term with a successor, or why there is none."""
    found = _term(case, term_id)
    if not isinstance(found, Refusal) and found[1].successor == NOBODY:
        return Refusal(f"Name a successor for {found[0].name} first.")
    return found


@group_rule(intents.NameSuccessor)
def name_successor(case: GroupCase, intent: intents.NameSuccessor) -> Decision:
    """Somebody else than the holder; a change begins the training anew."""
    found = _term(case, intent.term)
    if isinstance(found, Refusal):
        return found
    role, term = found
    if intent.person == term.successor:
        return Refusal("That is so already.", already=True)
    if intent.person == term.person:
        return Refusal(
            f"{case.name(term.person)} has {role.name} now. The successor is somebody else."
        )
    if intent.person != NOBODY:
        if intent.person not in case.here.names:
            return Refusal("That person is not known to the group.")
        if intent.person in case.state.departed:
            return Refusal(f"{case.name(intent.person)} has left the group.")
    return named(case.state, role, term, intent.person, case.today.isoformat())


def named(state: State, role: Role, term: Term, person: PersonId, today: str) -> list[Body]:
    """Somebody is to have a role next, and ticks with it what they bring along.

    A tick is the learner's word that they can do it. Whoever had the role, taught the skill, or is
    on the page of the skills for it has given that word already, and a former holder would be asked
    to learn what they themselves passed on. The other half stays: training is the holder's to give
    (PRACTICE: the holder trains the next one, both sign), so each of these waits for the holder to
    confirm that it is so still, and the next one goes along and leads once as everybody does.
    """
    ticked = (events.SkillTicked(term.id, skill, today) for skill in brought(role, person, state))
    return [events.SuccessorNamed(term.id, person, today), *ticked]


@group_rule(intents.BeginShadowing)
def begin_shadowing(case: GroupCase, intent: intents.BeginShadowing) -> Decision:
    """The successor goes along with the holder."""
    found = _trained(case, intent.term)
    if isinstance(found, Refusal):
        return found
    _, term = found
    if term.shadowing_on:
        return Refusal(f"{case.name(term.successor)} shadows already.", already=True)
    return [events.ShadowingBegan(term.id, case.today.isoformat())]


@group_rule(intents.RecordLed)
def record_led(case: GroupCase, intent: intents.RecordLed) -> Decision:
    """First one looks on, then one does it oneself."""
    found = _trained(case, intent.term)
    if isinstance(found, Refusal):
        return found
    role, term = found
    name = case.name(term.successor)
    if term.led_on:
        return Refusal(f"{name} has led {role.name} once already.", already=True)
    if not term.shadowing_on:
        return Refusal(f"{name} has not shadowed yet: first going along, then leading once.")
    if case.today.isoformat() < term.shadowing_on:
        since = short_date(term.shadowing_on)
        return Refusal(f"{name} shadows only since {since}: first going along, then leading once.")
    return [events.SuccessorLed(term.id, case.today.isoformat())]


@group_rule(intents.TickSkill)
def tick_skill(case: GroupCase, intent: intents.TickSkill) -> Decision:
    """The learner says so first."""
    found = _trained(case, intent.term)
    if isinstance(found, Refusal):
        return found
    role, term = found
    if intent.skill not in role.skills:
        return Refusal(f"“{intent.skill}” is not on the list of {role.name}.")
    if intent.skill in term.ticked:
        return Refusal("That is ticked already.", already=True)
    return [events.SkillTicked(term.id, intent.skill, case.today.isoformat())]


@group_rule(intents.ConfirmSkill)
def confirm_skill(case: GroupCase, intent: intents.ConfirmSkill) -> Decision:
    """The holder confirms what the learner ticked."""
    found = _trained(case, intent.term)
    if isinstance(found, Refusal):
        return found
    _, term = found
    if intent.skill not in term.ticked:
        return Refusal(f"{case.name(term.successor)} ticks “{intent.skill}” first.")
    if intent.skill in term.confirmed:
        return Refusal("That is confirmed already.", already=True)
    return [events.SkillConfirmed(term.id, intent.skill, case.today.isoformat())]


@group_rule(intents.TellHandoff)
def tell_handoff(case: GroupCase, intent: intents.TellHandoff) -> Decision:
    """What was done, is left, is to be known: each can be said alone, and mended."""
    found = _term(case, intent.term)
    if isinstance(found, Refusal):
        return found
    _, term = found
    now = term.handoff
    done: Text = now.done if intent.done is None else intent.done
    left: Text = now.left if intent.left is None else intent.left
    know: Text = now.know if intent.know is None else intent.know
    if (done, left, know) == (now.done, now.left, now.know):
        return Refusal("That is so already.", already=True)
    return [events.HandoffTold(term.id, done, left, know)]


@group_rule(intents.SignHandoff)
def sign_handoff(case: GroupCase, intent: intents.SignHandoff) -> Decision:
    """Only a trained successor takes over. The second signature changes hands."""
    found = _trained(case, intent.term)
    if isinstance(found, Refusal):
        return found
    role, term = found
    if intent.person not in (term.person, term.successor):
        people = f"{case.name(term.person)} and {case.name(term.successor)}"
        return Refusal(f"{people} sign for {role.name}.")
    if intent.person in term.signed:
        return Refusal(f"{case.name(intent.person)} has signed already.", already=True)
    lacking = untrained(role, term, case.here.names)
    if lacking:
        return Refusal(f"Before anybody signs for {role.name}: {sentence('; '.join(lacking))}")
    today = case.today.isoformat()
    signed: list[Body] = [events.HandoffSigned(term.id, intent.person, today)]
    if {term.person, term.successor} - {*term.signed, intent.person}:
        return signed
    return [
        *signed,
        events.TermReleased(term.id, today),
        claimed(case, role, term.successor, takes_over=term.id),
    ]


@group_rule(intents.ReleaseTerm)
def release_term(case: GroupCase, intent: intents.ReleaseTerm) -> Decision:
    """Nobody steps down from a stewardship before the next one is trained.

    Life happens: in an emergency anybody does, with a reason, and the role is open, in
    everybody's sight. What is not handed over is given back at any time.
    """
    found = case.state.term(intent.term)
    if found is None or not found[1].runs:
        return NO_TERM
    role, term = found
    today = case.today.isoformat()
    if not role.kind.handed_over:
        return [events.TermReleased(term.id, today, intent.reason)]
    if len(role.held_on(today)) > 1:
        return Refusal(f"Several claim {role.name}. The circle decides between them first.")
    if not intent.emergency:
        lacking = missing(role, term, case.here.names)
        name = case.name(term.person)
        return Refusal(
            f"{name} can't step down from {role.name} yet: {sentence(listed(lacking))} "
            "In an emergency, release it with a reason."
        )
    if not any(not isinstance(part, str) or part.strip() for part in intent.reason):
        return Refusal("Say why, in a few words: an emergency release needs a reason.")
    return [events.TermReleased(term.id, today, intent.reason, emergency=True)]
