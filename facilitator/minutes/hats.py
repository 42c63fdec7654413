"""Which hat was on whose head, from when on."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.events import NOBODY, Hat
from facilitator.core.state import HatChange, Meeting
from facilitator.minutes.model_of_people import Worn
from facilitator.minutes.telling import Telling, same_minute


def worn(telling: Telling, meeting: Meeting) -> Iterator[Worn]:
    """Every hat that somebody had, with the times at which it was handed over.

    What was given before the opening, or in its minute, was so from the beginning; of several
    changes in one minute the last one counts.
    """
    for hat in Hat:
        changes = [change for change in meeting.hat_changes if change.hat is hat]
        handed = [change for change in changes if _after_opening(telling, meeting, change)]
        first = Worn(hat, telling.anyone(meeting.hats.get(hat, NOBODY)))
        if handed:
            before = changes[: changes.index(handed[0])]
            had = before[-1].person if before else NOBODY
            # Whoever left before the opening took the hat off with that.
            first = Worn(hat, telling.anyone(had if had in meeting.attendance else NOBODY))
        yield from _told(telling, first, handed)


def _after_opening(telling: Telling, meeting: Meeting, change: HatChange) -> bool:
    return (
        meeting.opened is not None
        and change.at > meeting.opened
        and not same_minute(telling.moment(change.at), telling.moment(meeting.opened))
    )


def _told(telling: Telling, first: Worn, handed: list[HatChange]) -> list[Worn]:
    found = [first]
    for change in handed:
        since = telling.moment(change.at)
        if found[-1].since is not None and same_minute(found[-1].since, since):
            found.pop()
        person = telling.anyone(change.person)
        if person != found[-1].person:
            found.append(Worn(change.hat, person, since))
    return found if any(each.person for each in found) else []
