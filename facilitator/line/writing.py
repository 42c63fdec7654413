"""What is written down: notes, commitments, decisions, roles; and undo."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.capture import understand
from facilitator.core.forms import Kind, form_of
from facilitator.core.intents import Refusal
from facilitator.core.placing import asked, here_and_now, intent_for, owner
from facilitator.core.roles.typed import typed_role
from facilitator.core.words import by, called, listed, plain, sentence, time_of_day
from facilitator.dates import with_day
from facilitator.line import finding, listing
from facilitator.line.desk import Desk
from facilitator.line.finding import Names
from facilitator.line.handling import does
from facilitator.line.orders import LineError

MOST_TOLD = 20
"""So many of the latest actions are listed."""

MOST_UNDONE = 100


def _people(desk: Desk) -> Names:
    names = desk.names
    return {person: names[person] for person in desk.meeting.seats if person in names}


@does("note")
def note(desk: Desk, words: str) -> None:
    """A note under this step and this speaker, whatever it begins with."""
    place = here_and_now(desk.meeting)
    if desk.send(intent_for(understand(f"\\{words}", _people(desk)), place)):
        desk.tell_others()
        desk.say(f"Noted{f' for {called(place.person, desk.names)}' if place.person else ''}.")


@does("!")
def commitment(desk: Desk, words: str) -> None:
    """A promise: whose, what, by when."""
    place = here_and_now(desk.meeting)
    captured = understand(f"! {words}", _people(desk))
    if not desk.send(with_day(intent_for(captured, place), desk.session.today)):
        return
    desk.tell_others()
    whose = owner(captured, place)
    everyone = [called(each, desk.names) for each in (whose, *captured.others)]
    who = listed(everyone) if whose else "whose? Nobody was named"
    if captured.stranger:
        who = f"whose? Nobody here is {captured.stranger}"
    desk.say(sentence(f"Commitment: {who}, {by(captured.due) or 'no date'}"))


@does("=")
def decision(desk: Desk, words: str) -> None:
    """A wording is read back; agreed records it."""
    meeting, captured = desk.meeting, understand(f"= {words}", _people(desk))
    place = here_and_now(meeting)
    if not meeting.live:
        desk.do(intent_for(captured, place))
        return
    if captured.empty:
        raise LineError("What was agreed? Type the wording after the =.")
    text = plain(captured.text, desk.names)
    if desk.send(intents.ReadBack(place.step, captured.text)):
        desk.tell_others()
    desk.read_back(text)
    desk.say(f"Read back: {text}", "Agreed? yes or no.")


@does("write")
def write(desk: Desk, words: str) -> None:
    """A line that says by its beginning what it is."""
    captured, place = understand(words, _people(desk)), here_and_now(desk.meeting)
    handler = _BY_KIND.get(captured.kind)
    if handler is not None:
        handler(desk, form_of(words)[1])
        return
    wanted = asked(captured, place, desk.session.state, desk.names)
    if isinstance(wanted, Refusal):
        raise LineError(wanted.words)
    desk.do(wanted)


_BY_KIND = {Kind.DECISION: decision, Kind.COMMITMENT: commitment}


@does("yes")
def yes(desk: Desk, _words: str) -> None:
    """What was asked is done; or the wording is agreed."""
    asked = desk.answered()
    wording = desk.meeting.read_back
    if asked is not None:
        asked[1]()
    elif wording is not None:
        if desk.send(intents.RecordDecision(wording.text, wording.step)):
            desk.tell_others()
            desk.say(f"Decision: {plain(wording.text, desk.names)}")
        desk.agreed_or_not()
    else:
        raise LineError("Nothing was asked.")


@does("no")
def no(desk: Desk, _words: str) -> None:
    """What was asked is not done; or the wording is not agreed."""
    asked = desk.answered()
    wording = desk.meeting.read_back
    if asked is not None:
        desk.say(f"{asked[0]}.")
    elif wording is not None:
        desk.do(intents.ReadBack(wording.step))
        desk.agreed_or_not()
    else:
        raise LineError("Nothing was asked.")


@does("claim")
def claim(desk: Desk, words: str) -> None:
    """Someone claims a role; without words, the roles by number."""
    state, meeting = desk.session.state, desk.meeting
    if not words:
        desk.say(*listing.roles(state, meeting, desk.names, desk.session.today))
        return
    person, name = finding.person_first(words, meeting, desk.names)
    role = finding.role(name, state, meeting)
    if desk.send(intents.ClaimRole(role.id, person)):
        desk.tell_others()
        taken = desk.session.state.roles[role.id]
        desk.say(sentence(listing.role_words(taken, desk.session.today, desk.names)))


@does("offer")
def offer(desk: Desk, words: str) -> None:
    """A role that is not on the agenda; behind a comma, how long a term is."""
    name, days, months = typed_role(words)
    desk.do(intents.OfferRole(name, desk.meeting.step_id or "", days, months))


@does("notes")
def notes(desk: Desk, words: str) -> None:
    """What was written down at this step, or at all."""
    if words:
        finding.one_of(words, ["all"], "form of notes")
    step = None if words else desk.meeting.step_id
    desk.say(
        *listing.written(desk.session.state, desk.meeting, desk.names, step, desk.session.today)
    )


@does("undo")
def undo(desk: Desk, words: str) -> None:
    """Take back the last thing done here, or the last few."""
    times = finding.number(words, MOST_UNDONE, "number of things") + 1 if words else 1
    for _ in range(times):
        _told(desk, "Taken back", desk.session.undo())
    desk.say_standing()


@does("redo")
def redo(desk: Desk, _words: str) -> None:
    """Do again what was undone."""
    _told(desk, "Done again", desk.session.redo())
    desk.say_standing()


def _told(desk: Desk, what: str, result: str | Refusal) -> None:
    desk.taken(result if isinstance(result, Refusal) else None)
    desk.tell_others()
    if not isinstance(result, Refusal):
        desk.say(sentence(f"{what}: {result}"))


@does("history")
def history(desk: Desk, words: str) -> None:
    """What happened, the latest first, by number; with a number, take that back."""
    session, offset = desk.session, desk.meeting.utc_offset
    facts = [fact for fact in session.state.happened if fact.action not in session.state.struck]
    at = {fact.action: fact.at for fact in facts}
    actions = list(dict.fromkeys(fact.action for fact in reversed(facts)))
    if not words:
        desk.say(
            *(
                f"{place} {time_of_day(at[action], offset)} {session.told(action)}"
                for place, action in enumerate(actions[:MOST_TOLD], start=1)
            )
        )
        return
    wanted, _, answer = words.partition(" ")
    action = actions[finding.number(wanted, len(actions), "number in history")]
    told = session.told(action)

    def take_back() -> None:
        if desk.send(intents.Undo(action)):
            desk.tell_others()
            desk.say(sentence(f"Taken back: {told}"))
            desk.say_standing()

    desk.ask(f"Take back: {told}?", "Not taken back", take_back, answer.strip())
