"""What facts about skills say, in a few words."""

from __future__ import annotations

from facilitator.core import events
from facilitator.core.events import Body, Sense
from facilitator.core.teller import Teller, Telling

HOW = {Sense.USED: "used", Sense.WISHED: "wishes for", Sense.TEACHES: "teaches"}
"""What people say of themselves and a skill, as a verb."""

_NOT_SO = {
    Sense.USED: "did not use",
    Sense.WISHED: "wishes no longer for",
    Sense.TEACHES: "teaches no longer",
    None: "has not learned",
}


def _learned(tell: Teller, said: events.SkillLearned) -> str:
    teacher = f" from {tell.who(said.teacher)}" if said.teacher else ""
    return f"{tell.who(said.person)} learned “{said.skill}”{teacher}"


def _described(_: Teller, said: events.SkillDescribed) -> str:
    sort = f", {said.sort.value}" if said.sort is not None else ""
    if said.skill == said.name:
        return f"skill “{said.skill}”{sort}"
    return f"skill “{said.skill}” is “{said.name}” now{sort}"


def _ended(tell: Teller, said: events.PairingEnded) -> str:
    pairing = tell.state.skills.pairings.get(said.pairing)
    if pairing is None:
        return "a pairing is over"
    return f"{tell.who(pairing.teacher)} and {tell.who(pairing.learner)} are paired no longer"


TELLINGS_OF_SKILLS: dict[type[Body], Telling] = {
    events.SkillFiled: lambda tell, said: (
        f"{tell.who(said.person)} {HOW[said.sense]} “{said.skill}”"
    ),
    events.SkillWithdrawn: lambda tell, said: (
        f"{tell.who(said.person)} {_NOT_SO[said.sense]} “{said.skill}”"
    ),
    events.SkillLearned: _learned,
    events.SkillDescribed: _described,
    events.PairingMade: lambda tell, said: (
        f"{tell.who(said.teacher)} shows “{said.skill}” to {tell.who(said.learner)}"
    ),
    events.PairingEnded: _ended,
}
