"""Groups with roles, as they are photographed and played with: years of them in a few lines."""

from __future__ import annotations

from support.clock import HandClock
from support.files import do, who
from support.prepared import Prepare, all_of, opened, sending

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Handoffs, Opening, Selection
from facilitator.core.events import RoleKind
from facilitator.core.roles.standing import role_called
from facilitator.core.selection import proposed as asked_about
from facilitator.core.tenure import Role, Term
from facilitator.session import Session

DAY = 86_400_000
PEOPLE = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima")
HANDING_OVER = Agenda(
    title="Roles",
    steps=(
        Opening(title="Welcome", minutes=5),
        Handoffs(title="Handoffs", minutes=15, script="Each of these changes hands today."),
    ),
)
CHOOSING = Agenda(
    title="Who keeps the pantry",
    steps=(
        Opening(title="Welcome", minutes=5),
        Selection(
            title="Pantry steward",
            minutes=30,
            role="Pantry",
            purpose="Nobody leaves with empty hands.",
            skills=("The keys and the alarm", "Ordering"),
        ),
    ),
)
STEWARDSHIP = RoleKind.STEWARDSHIP


def known(*people: str) -> Prepare:
    """A circle was held in which these people were; now there is none."""
    held = all_of(opened(*(people or PEOPLE)), sending(intents.CloseCircle()))
    return all_of(held, lambda session: session.enter(""))


def wait(session: Session, days: int) -> None:
    """Let days go by."""
    assert isinstance(session.clock, HandClock)
    session.clock.move(days * DAY)


def role(session: Session, name: str) -> Role:
    found = role_called(session.state, name)
    assert found is not None, name
    return found


def term(session: Session, name: str) -> Term:
    found = role(session, name).term
    assert found is not None, name
    return found


def claim(session: Session, name: str, person: str) -> None:
    do(session, intents.ClaimRole(role(session, name).id, who(session, person)))


def name_next(session: Session, name: str, person: str) -> None:
    do(session, intents.NameSuccessor(term(session, name).id, who(session, person)))


def shadow(session: Session, name: str) -> None:
    do(session, intents.BeginShadowing(term(session, name).id))


def lead(session: Session, name: str) -> None:
    do(session, intents.RecordLed(term(session, name).id))


def tick(session: Session, name: str, *skills: str) -> None:
    do(session, *(intents.TickSkill(term(session, name).id, each) for each in skills))


def confirm(session: Session, name: str, *skills: str) -> None:
    do(session, *(intents.ConfirmSkill(term(session, name).id, each) for each in skills))


def sign(session: Session, name: str, person: str) -> None:
    do(session, intents.SignHandoff(term(session, name).id, who(session, person)))


def hand_over(session: Session, name: str, holder: str, person: str) -> None:
    """The whole way from the holder to somebody else, in one day."""
    name_next(session, name, person)
    shadow(session, name)
    lead(session, name)
    skills = role(session, name).skills
    tick(session, name, *skills)
    confirm(session, name, *skills)
    sign(session, name, holder)
    sign(session, name, person)


def let_go(session: Session, name: str, why: str) -> None:
    do(session, intents.ReleaseTerm(term(session, name).id, (why,), emergency=True))


def _open_all(session: Session) -> None:
    do(
        session,
        intents.OfferRole(
            "Pantry",
            months=3,
            role_kind=STEWARDSHIP,
            purpose="Nobody leaves with empty hands.",
            weekly=("Order bread and milk by Tuesday.", "Count what is left on Saturday."),
            skills=("The keys and the alarm", "Ordering", "The list of allergies"),
        ),
        intents.OfferRole(
            "Treasurer", months=3, purpose="The box and the book agree.", skills=("The book",)
        ),
        intents.OfferRole("Communications", months=2, skills=("The mailing list", "Flyers")),
        intents.OfferRole("Repair clinic", months=2, purpose="The second Saturday of the month."),
        intents.OfferRole("Garden", months=3),
        intents.OfferRole("Van", months=1, skills=("Where it is parked",)),
        intents.OfferRole("Childcare", months=2),
    )


def usual(session: Session) -> None:
    """Half a year of a group: every way in which a role can stand."""
    known()(session)
    _open_all(session)
    for name, person in (("Pantry", "Dee"), ("Treasurer", "Eli"), ("Communications", "Fatima")):
        claim(session, name, person)
    claim(session, "Garden", "Goran" if "Goran" in session.names.values() else "Bo")
    wait(session, 70)
    hand_over(session, "Pantry", "Dee", "Ana")
    hand_over(session, "Treasurer", "Eli", "Chidi")
    claim(session, "Repair clinic", "Bo")
    wait(session, 15)
    let_go(session, "Communications", "a new job")
    name_next(session, "Garden", "Fatima")
    shadow(session, "Garden")
    claim(session, "Van", "Eli")
    wait(session, 30)
    name_next(session, "Pantry", "Bo")
    name_next(session, "Repair clinic", "Dee")
    wait(session, 9)
    shadow(session, "Pantry")
    lead(session, "Garden")
    name_next(session, "Treasurer", "Ana")
    shadow(session, "Treasurer")
    lead(session, "Treasurer")
    tick(session, "Treasurer", "The book")
    confirm(session, "Treasurer", "The book")
    do(
        session,
        intents.OfferRole("First-aid kit", purpose="It is full, and in the hall."),
        intents.OfferRole("Call the printer"),
        intents.OfferRole("Bring the pots"),
    )
    claim(session, "First-aid kit", "Dee")
    wait(session, 6)
    tick(session, "Pantry", "The keys and the alarm", "Ordering")
    confirm(session, "Pantry", "The keys and the alarm")
    sign(session, "Treasurer", "Chidi")
    claim(session, "Bring the pots", "Bo")
    claim(session, "Bring the pots", "Eli")


def rivals(session: Session) -> None:
    """At a roles step one role has somebody, and two claim another one."""
    assert session.meeting is not None
    first, second, _ = session.state.roles
    people = session.meeting.seats
    do(
        session,
        intents.ClaimRole(first, people[2]),
        intents.ClaimRole(second, people[3]),
        intents.ClaimRole(second, people[4]),
    )


_LONG = "[/] [bold]x[/bold] \x1b[2J \u202eabc " + "x" * 10_000


def hostile(session: Session) -> None:
    """Names that would like to be markup, commands, or the whole screen."""
    people = (
        "[/]",
        "[bold]Bo[/bold]",
        "\x1b[2JEsc",
        "\u202eright",
        "y" * 10_000,
        "👩‍👩‍👧‍👦 König",
        "山田太郎",
    )
    known(*people)(session)
    do(
        session,
        intents.OfferRole(_LONG, months=3, purpose=_LONG, weekly=(_LONG,), skills=(_LONG, "[/]")),
        intents.OfferRole("[/]", months=1, skills=("[/]",)),
        intents.OfferRole("👩‍👩‍👧‍👦" * 20, months=2),
        intents.OfferRole("$x [@click=app.quit]山田[/]"),
        intents.OfferRole("\u202eabc"),
    )
    claim(session, _LONG, people[4])
    name_next(session, _LONG, people[1])
    shadow(session, _LONG)
    tick(session, _LONG, "[/]")
    do(session, intents.TellHandoff(term(session, _LONG).id, (_LONG,), ("[/]",), (_LONG,)))
    claim(session, "[/]", people[5])
    name_next(session, "[/]", people[6])
    claim(session, "👩‍👩‍👧‍👦" * 20, people[2])
    let_go(session, "👩‍👩‍👧‍👦" * 20, _LONG)
    claim(session, "$x [@click=app.quit]山田[/]", people[0])
    claim(session, "$x [@click=app.quit]山田[/]", people[3])
    wait(session, 40)


def nominated(session: Session) -> None:
    """Everyone has said whom they would choose, and why."""
    assert session.meeting is not None
    choices = (
        ("Ana", "Dee", "she knows every shelf"),
        ("Bo", "Dee", "calm, and always on time"),
        ("Chidi", "Eli", "he speaks with everyone"),
        ("Dee", "Eli", "x" * 300),
    )
    for by, person, why in choices:
        do(
            session,
            intents.Nominate("step-2", who(session, by), who(session, person), (why,)),
        )


def proposed(session: Session) -> None:
    """Dee is proposed, and Bo objects."""
    do(session, intents.Propose("step-2", who(session, "Dee")))
    assert session.meeting is not None
    proposal = asked_about(session.meeting, "step-2")
    assert proposal is not None
    do(session, intents.Object(proposal.id, who(session, "Bo"), ("she has the keys already",)))
