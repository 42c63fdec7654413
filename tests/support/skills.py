"""People of whom something is known: what they used, teach and wish for; and agendas for it."""

from __future__ import annotations

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Closing, Discussion, Filing, Occasion
from facilitator.core.agenda import Round as RoundStep
from facilitator.core.events import Sense, SkillSort
from facilitator.session import Session
from support.files import do, who
from support.prepared import Prepare, all_of, gathered, going_to, opened, sending, speaking

PEOPLE = ("Ana", "Bo", "Chidi", "Dee", "Eli")
ASKED, TEACH, WISH, PAIR = 1, 2, 3, 4
"""The steps of the agenda below, counted from 1."""

SHARE = Agenda(
    title="Skill share",
    occasion=Occasion.SKILL_SHARE,
    steps=(
        RoundStep(
            title="Skills",
            prompt="What skill did you use, or wish you had?",
            seconds_each=90,
            minutes=10,
            filing=Filing.SKILL,
        ),
        RoundStep(
            title="Teach",
            prompt="What can you show somebody?",
            seconds_each=45,
            filing=Filing.TEACH,
        ),
        RoundStep(
            title="Wish", prompt="What do you want to learn?", seconds_each=45, filing=Filing.WISH
        ),
        Discussion(
            title="Pairs",
            prompt="Who practices with whom?",
            minutes=10,
            filing=Filing.PAIR,
        ),
        Closing(title="Close", minutes=2),
    ),
)
AFTER_ACTION = Agenda(
    title="Debrief commons", occasion=Occasion.DEBRIEF, steps=(SHARE.steps[0], SHARE.steps[-1])
)


def says(at: Session, name: str, skills: str, sense: Sense = Sense.USED) -> None:
    """Somebody says something of themselves and some skills."""
    do(at, intents.FileSkill(who(at, name), tuple(skills.split(", ")), sense))


def known(at: Session) -> None:
    """First aid is shared, keeping the book hangs on Ana, nobody can facilitate."""
    says(at, "Ana", "First aid, Keeping the book")
    says(at, "Bo", "First aid", Sense.TEACHES)
    says(at, "Chidi", "Cooking for 100")
    says(at, "Chidi", "First aid", Sense.WISHED)
    says(at, "Dee", "First aid, Facilitating", Sense.WISHED)
    says(at, "Eli", "Keeping the book", Sense.WISHED)
    do(
        at,
        intents.DescribeSkill("First aid", sort=SkillSort.PRACTICAL),
        intents.MakePairing("First aid", who(at, "Bo"), who(at, "Dee")),
    )


def sharing(step: int = ASKED, *people: str) -> Prepare:
    """At a step of a skill share, before anybody speaks."""
    begun = opened(*(people or PEOPLE), agenda=SHARE)
    return begun if step == ASKED else all_of(begun, going_to(step))


def spoken(step: int = ASKED) -> Prepare:
    """At a round of a skill share; the first person speaks."""
    return all_of(sharing(step), speaking)


def held(at: Session) -> None:
    """A debrief was held, and what is known of skills comes from it."""
    all_of(
        opened(*PEOPLE, agenda=AFTER_ACTION, title="Flood kitchen"),
        known,
        sending(intents.CloseCircle()),
    )(at)


def between_meetings(at: Session) -> None:
    """At what outlasts meetings."""
    at.enter("")


def another(at: Session) -> None:
    """The next circle gathers."""
    gathered(*PEOPLE, agenda=SHARE)(at)
