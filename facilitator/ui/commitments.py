"""From the commitments of a group to the lines of their screen: pure, and no word of layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from facilitator.core.commitment import Change, Fate
from facilitator.core.commitments.standing import Promise, made_on
from facilitator.core.commitments.wording import (
    NO_DATE,
    due_words,
    lineage_words,
    owner_words,
    standing_words,
)
from facilitator.core.letters import plain_letters
from facilitator.core.words import Names, date_beside, plain
from facilitator.ui.commitment_words import GLYPHS
from facilitator.ui.roles import BoardView, RoleLine


def commitments_view(promises: Sequence[Promise], names: Names, day: str) -> BoardView:
    """The lines of the list on an ISO date, under how they stand."""
    lines: list[RoleLine] = []
    for standing, group in groupby(promises, key=lambda each: each.standing):
        of_it = list(group)
        lines.append(RoleLine("", f"{standing.value.capitalize()} ({len(of_it)})"))
        lines += [_line(each, names, day) for each in of_it]
    return BoardView(tuple(lines), day)


def _line(promise: Promise, names: Names, day: str) -> RoleLine:
    commitment = promise.commitment
    when = due_words(commitment, day) or NO_DATE
    if promise.standing.over:
        when = standing_words(commitment, promise.standing, day)
    return RoleLine(
        commitment.id,
        plain(commitment.what, names),
        GLYPHS[promise.standing],
        when,
        owner_words(commitment, names),
    )


def fitting(promises: Sequence[Promise], words: str, names: Names, day: str) -> list[Promise]:
    """The commitments in which every one of some words stands: what, whose, by when, how."""
    wanted = plain_letters(words).split()
    return [each for each in promises if _fits(each, wanted, names, day)]


def _fits(promise: Promise, wanted: list[str], names: Names, day: str) -> bool:
    commitment = promise.commitment
    said = (
        plain(commitment.what, names),
        owner_words(commitment, names),
        due_words(commitment, day),
        commitment.due,
        promise.standing.value,
        lineage_words(commitment, names, day),
    )
    letters = plain_letters(" ".join(said))
    return all(word in letters for word in wanted)


def about(promise: Promise, names: Names, day: str) -> tuple[str, ...]:
    """What is said of the commitment under the cursor: how it stands, and its lineage."""
    commitment = promise.commitment
    stands = standing_words(commitment, promise.standing, day)
    said = f" (“{commitment.due}”)" if commitment.due_on and not promise.standing.over else ""
    return f"{stands}{said}", lineage_words(commitment, names, day)


def story(promise: Promise, names: Names, day: str) -> Iterator[str]:
    """The whole of one commitment: what is promised now, and each change with its day."""
    commitment = promise.commitment
    yield f"{owner_words(commitment, names)}: {plain(commitment.what, names)}"
    yield standing_words(commitment, promise.standing, day)
    for change in commitment.lineage:
        yield _changed(change, made_on(commitment), names, day)


def _changed(change: Change, made: str, names: Names, day: str) -> str:
    what = "promised" if change.fate is Fate.OPEN else change.fate.value
    told = f"{date_beside(change.on or made, day)}: {what}"
    if change.fate in (Fate.OPEN, Fate.RENEGOTIATED):
        due = f", by {date_beside(change.due_on, day)}" if change.due_on else ""
        said = f" (“{change.due}”)" if change.due else ""
        told += f": {plain(change.what, names)}{due}{said}"
    why = plain(change.reason, names).strip()
    return f"{told}; {why}" if why else told
