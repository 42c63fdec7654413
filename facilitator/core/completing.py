"""Which name is being typed in a line: where it begins, and what it can be."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.core.capture import BETWEEN_SKILLS
from facilitator.core.claim_lines import claim_begun
from facilitator.core.events import PersonId
from facilitator.core.forms import Kind, form_of
from facilitator.core.owners import leading_owners


def about_skills(words: str) -> bool:
    """Whether a line is about skills; ``??`` asks, and ``+1`` agrees."""
    return form_of(words)[0].kind is Kind.SKILL


def skill_begun(line: str, names: Mapping[PersonId, str]) -> int | None:
    """Where in a line the skill begins that is being typed; ``None`` if it is about none.

    Args:
        line: as typed so far.
        names: the people who can be meant by ``@name``.
    """
    if not about_skills(line):
        return None
    rest = leading_owners(line.lstrip()[1:].lstrip(), names).rest
    last = max((found.end() for found in BETWEEN_SKILLS.finditer(rest)), default=0)
    begun = rest[last:].lstrip()
    return len(line) - len(begun)


def role_begun(line: str, names: Mapping[PersonId, str]) -> tuple[int, bool] | None:
    """Where in a line about a role the name begins that is being typed; whether it is the role's.

    Otherwise it is the name of who takes it on; ``None`` for any other line.
    """
    form, _ = form_of(line)
    if form.kind is not Kind.ROLE:
        return None
    start = len(line) - len(line.lstrip()) + len(form.sign)
    place, of_role = claim_begun(line[start:], names)
    return start + place, of_role
