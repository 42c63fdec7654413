"""Which commitment words mean: by what was promised, by whose it is, by a later word."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.commitments.standing import Promise
from facilitator.core.commitments.wording import owner_words
from facilitator.core.letters import plain_letters
from facilitator.core.words import Names, plain


def called(promise: Promise, names: Names) -> str:
    """``Chidi: borrow the PA``: what tells it from the others."""
    return f"{owner_words(promise.commitment, names)}: {plain(promise.commitment.what, names)}"


def meant(words: str, among: Sequence[Promise], names: Names) -> list[Promise]:
    """The commitments that words can mean; case, accents and spaces make no difference.

    The one of that identity; or those of exactly these words; or those that begin so, with the
    name before them or without; or those in which a later word begins so. What is still to be
    done goes before what is over.
    """
    if exact := [each for each in among if each.commitment.id == words.strip()]:
        return exact
    wanted = _plain(words)
    if not wanted:
        return []
    said = [(each, _plain(plain(each.commitment.what, names))) for each in among]
    full = [(each, _plain(called(each, names))) for each in among]
    found = (
        [each for each, what in (*said, *full) if what == wanted]
        or [each for each, what in (*said, *full) if what.startswith(wanted)]
        or [each for each, what in said if f" {wanted}" in what]
    )
    ahead = [each for each in found if not each.standing.over]
    return list({each.commitment.id: each for each in ahead or found}.values())


def _plain(words: str) -> str:
    return " ".join(plain_letters(words).split())
