"""The evenings that are photographed: nobody there yet, an ordinary one, a hostile one."""

from __future__ import annotations

from support.files import do, who
from support.prepared import Prepare, gathered

from facilitator.core import intents
from facilitator.core.agenda import (
    Agenda,
    Closing,
    Commitments,
    Discussion,
    Filing,
    Muster,
    Opening,
    RoleOpening,
    Roles,
)
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Hat, Outcome, Wish
from facilitator.core.stack import stack
from facilitator.session import Session

ROUND, ROLES, PROMISES = 2, 5, 6
TALK, MUSTER = 2, 3

PEOPLE = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran", "Hui", "Inês *", "Jo", "Kofi")
MANY = tuple(f"{name} {letter}" for letter in "ABC" for name in PEOPLE if "*" not in name)
HOSTILE = (
    "[/]",
    "[bold]Bo[/bold]",
    "\x1b[2JEsc",
    'Z"; drop table event; --',
    "=cmd|'/c calc'!A1",
    "\u202eright to left",
    "x" * 10_000,
    "👩‍👩‍👧‍👦 Familie Ko\u0308nig",
    "山田太郎 *",
)

USUAL = Agenda(
    title="Debrief commons",
    purpose="Turn what happened into stories, skills and small roles for the next two weeks.",
    steps=(
        Opening(
            title="Welcome",
            minutes=5,
            script="Welcome, and thank you for coming. We sit in a circle, and everyone speaks.\n\n"
            "I will read what we agree to.",
            agreements=("Phones are off.", "One person speaks at a time.", "Pass is always fine."),
        ),
        RoundStep(
            title="Witness",
            minutes=25,
            prompt="What did you witness?",
            seconds_each=120,
            filing=Filing.WITNESSED,
            script="Tell us one thing that you saw or heard yourself.",
        ),
        RoundStep(
            title="Skill",
            minutes=20,
            prompt="What skill did you use, or wish you had?",
            seconds_each=90,
            filing=Filing.SKILL,
        ),
        RoundStep(title="Build", minutes=20, prompt="What do you want to build next?"),
        Roles(
            title="Roles",
            minutes=10,
            script="Each of these is for one person and for two weeks.",
            openings=(
                RoleOpening("Bring the pots", "Pots, lids and ladles are there by five."),
                RoleOpening("Call the printer", "The flyers are ready on Friday."),
                RoleOpening("First-aid kit", "It is full, and in the hall.", days=30),
            ),
        ),
        Commitments(
            title="Read back",
            minutes=5,
            script="I will read back what was promised. If I read your name, say yes.",
        ),
        Closing(title="Close", minutes=3, script="When do we meet again, and who facilitates?"),
    ),
)
_LONG = "[/] [bold]x[/bold] \x1b[2J \u202eabc " + "x" * 3_000
CRUEL = Agenda(
    title=_LONG,
    purpose=_LONG,
    steps=(
        Opening(title=_LONG, script=_LONG, agreements=(_LONG, "[/]")),
        RoundStep(title=_LONG, prompt="[/] What\x07 did you witness? " * 30, script=_LONG),
        RoundStep(title="[/]", prompt="[/]"),
        RoundStep(title="[bold]x", prompt="x" * 200),
        Roles(title="[/]", openings=(RoleOpening("[/]", _LONG), RoleOpening(_LONG))),
        Commitments(title="$x", script=_LONG),
        Closing(title="[/]"),
    ),
)


USUAL_ASSEMBLY = Agenda(
    title="Assembly of the quarter",
    steps=(
        Opening(title="Welcome", minutes=5),
        Discussion(
            title="Pantry",
            minutes=20,
            prompt="Do we open the pantry on Sundays as well?",
            seconds_each=120,
        ),
        Muster(title="Fire drill", minutes=5, prompt="Is everyone out of the hall?"),
        Closing(title="Close", minutes=2),
    ),
)
CRUEL_ASSEMBLY = Agenda(
    title=_LONG,
    steps=(
        Opening(title=_LONG),
        Discussion(title=_LONG, prompt="[/] What\x07 now? " * 30, minutes=20, seconds_each=120),
        Muster(title="[/]", minutes=5, prompt="$x " * 100),
        Closing(title="[/]"),
    ),
)


def seated(*people: str, agenda: Agenda = USUAL, title: str = "") -> Prepare:
    """People gathered, a ``*`` marking newcomers, the first two with hats."""

    def prepare(session: Session) -> None:
        gathered(agenda=agenda, title=title)(session)
        for name in people:
            plain = name.removesuffix(" *")
            do(session, intents.Welcome(plain, newcomer=plain != name))
        if session.meeting is not None and len(people) > 1:
            seats = session.meeting.seats
            do(
                session,
                intents.GiveHat(Hat.FACILITATOR, seats[0]),
                intents.GiveHat(Hat.NOTE_TAKER, seats[1]),
            )

    return prepare


def written(session: Session) -> None:
    """What an ordinary evening leaves on paper until its first round."""
    bo, chidi, dee = (who(session, name) for name in ("Bo", "Chidi", "Dee"))
    do(
        session,
        intents.TakeNote(("Kitchen ran out of gas at nine, and nobody had a spare.",), "step-2"),
        intents.TakeNote(("Two families had not eaten since the day before.",), "step-2", bo),
        intents.Commit(("borrow the PA",), "step-2", chidi, "Fri 27 Nov"),
        intents.Commit(("ask the school for its hall",), "step-2"),
        intents.RecordDecision(("Doors open at 17:00.",), "step-2"),
        intents.TakeNote(("Wishes she knew how to cook for a hundred.",), "step-2", dee),
        intents.PlanNext("Fri 4 Dec, 18:30, library", bo),
    )


def scrawled(session: Session) -> None:
    """Hostile words on paper."""
    assert session.meeting is not None
    first = session.meeting.seats[0]
    do(
        session,
        intents.TakeNote((_LONG,), "step-2", first),
        intents.TakeNote(("[/]",), "step-2"),
        intents.Commit((_LONG,), "step-2", first, "[/]"),
        intents.Commit(("[/]",), "step-2"),
        intents.RecordDecision(("\x1b[31m[/]" + "y" * 200,), "step-2"),
        intents.PlanNext(_LONG, first),
    )


def claimed(session: Session) -> None:
    """The first role has found somebody."""
    assert session.meeting is not None
    role = next(iter(session.state.roles))
    do(session, intents.ClaimRole(role, session.meeting.seats[2]))


def heard(session: Session) -> None:
    """Everyone has spoken in the round."""
    while session.meeting is not None and session.meeting.turn is not None:
        do(session, intents.EndTurn(session.meeting.turn.id))


def halfway(session: Session) -> None:
    """One was heard, one passed, one is come back to, one has left; the fifth speaks."""
    assert session.meeting is not None
    outcomes = (Outcome.HEARD, Outcome.PASSED, Outcome.LATER)
    for outcome in (*outcomes, Outcome.HEARD):
        assert session.meeting.turn is not None
        do(session, intents.EndTurn(session.meeting.turn.id, outcome))
    do(session, intents.Leave(session.meeting.seats[-1]))


def discussed(session: Session) -> None:
    """Two were heard, a third speaks, and hands of every kind are up."""
    assert session.meeting is not None
    step, people = session.meeting.step_id or "", session.meeting.seats
    for person in people[:3]:
        do(session, intents.RaiseHand(step, person))
        first = stack(session.meeting)[0]
        do(session, intents.CallHand(first.id, session.meeting.speaking or ""))
    do(
        session,
        intents.RaiseHand(step, people[0]),
        intents.RaiseHand(step, people[5]),
        intents.RaiseHand(step, people[4], Wish.QUESTION),
        intents.RaiseHand(step, people[3], Wish.RESPONSE),
        intents.RaiseHand(step, people[6], Wish.PROCESS),
    )


def only_wishes(session: Session) -> None:
    """Of the hands only those are left that simply want to speak."""
    assert session.meeting is not None
    urgent = [hand for hand in stack(session.meeting) if hand.wish is not Wish.SPEAK]
    do(session, *(intents.LowerHand(hand.id) for hand in urgent))


def crowded(session: Session) -> None:
    """Everyone wants to speak."""
    assert session.meeting is not None
    step, up = session.meeting.step_id or "", {hand.person for hand in stack(session.meeting)}
    rest = [person for person in session.meeting.seats if person not in up]
    do(session, *(intents.RaiseHand(step, person) for person in rest))


def ticked(session: Session) -> None:
    """Three have arrived at the muster."""
    assert session.meeting is not None
    step, people = session.meeting.step_id or "", session.meeting.seats[1:4]
    do(session, *(intents.TickOff(step, person) for person in people))


def next_turn(session: Session) -> None:
    """The turn that runs is over."""
    assert session.meeting is not None
    do(session, intents.EndTurn(session.meeting.speaking or ""))
