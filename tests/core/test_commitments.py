"""Commitments between meetings: kept, renegotiated, released, carried; their lineage in words."""

from __future__ import annotations

from datetime import date

import pytest
from support.group import Group

from facilitator.core import events, intents
from facilitator.core.commitment import Commitment, Fate
from facilitator.core.commitments.standing import (
    Standing,
    asked_for,
    promises,
    says_next_meeting,
    standing,
)
from facilitator.core.commitments.wording import (
    lineage_words,
    promise_words,
    standing_words,
)
from facilitator.core.facts import Fact, decode
from facilitator.core.fold import fold
from facilitator.core.state import State
from facilitator.core.telling import told as told_of

OCTOBER = date(2025, 10, 3)
FRIDAY = "2025-10-10"


def group(*people: str) -> Group:
    return Group(*(people or ("Ana", "Bo")), first_day=OCTOBER)


def promised(at: Group, what: str = "borrow the PA", due_on: str = FRIDAY, due: str = "") -> str:
    """Ana promises something; the identity of the commitment."""
    at.do(intents.Commit((what,), owner=at.who("Ana"), due=due or due_on, due_on=due_on))
    return at.state.facts[-1].id


def of(at: Group, commitment: str) -> Commitment:
    return at.state.commitments[commitment]


def told(at: Group, commitment: str) -> str:
    return lineage_words(of(at, commitment), at.names, at.today.isoformat())


def stands(at: Group, commitment: str, meeting: str = "") -> Standing:
    return standing(of(at, commitment), at.today.isoformat(), meeting)


def test_what_was_promised_is_open_until_its_day_due_on_it_and_overdue_after_it() -> None:
    at = group()
    pa = promised(at)
    assert stands(at, pa) is Standing.OPEN
    at.wait(7)
    assert stands(at, pa) is Standing.DUE
    at.wait(1)
    assert stands(at, pa) is Standing.OVERDUE
    assert told(at, pa) == "promised Fri 3 Oct"


def test_the_lineage_is_told_in_words() -> None:
    at = group()
    pa = promised(at)
    at.wait(7)
    at.do(intents.CarryCommitment(pa))
    assert told(at, pa) == "promised Fri 3 Oct, carried once"
    at.do(intents.RenegotiateCommitment(pa, "the 20th", "2025-10-20", reason=("ill",)))
    at.wait(10)
    at.do(intents.CarryCommitment(pa))
    assert told(at, pa) == (
        "promised Fri 3 Oct, carried once, renegotiated Fri 10 Oct (ill), carried once"
    )
    at.wait(100)
    at.do(intents.KeepCommitment(pa))
    assert told(at, pa).startswith("promised Fri 3 Oct 2025, carried once, renegotiated")
    assert told(at, pa).endswith("carried once, kept Wed 28 Jan")
    assert (of(at, pa).fate, of(at, pa).over_on) == (Fate.KEPT, "2026-01-28")


def test_what_several_meetings_carried_is_counted() -> None:
    facts = [
        fact(1, events.CommitmentMade("", "p-Ana", ("sweep",), on="2025-10-03")),
        fact(2, events.CommitmentCarried("1@a", "2025-10-10"), "m2"),
        fact(3, events.CommitmentCarried("1@a", "2025-10-17"), "m3"),
    ]
    sweep = fold(facts).commitments["1@a"]
    assert lineage_words(sweep, {}, "2025-10-18") == "promised Fri 3 Oct, carried twice"


def fact(place: int, body: events.Body, meeting: str = "", replica: str = "a") -> Fact:
    identity = f"{place}@{replica}"
    return Fact(identity, place, replica, place * 1000, "t1", identity, meeting, body)


def test_what_was_carried_is_due_at_every_meeting_but_the_one_that_carried_it() -> None:
    made = fact(1, events.CommitmentMade("", "p-Ana", ("sweep",), on="2025-10-03"), "m1")
    carried = fact(2, events.CommitmentCarried("1@a", "2025-10-10"), "m2")
    sweep = fold([made, carried]).commitments["1@a"]
    day = "2025-10-10"
    assert standing(sweep, day, "m2") is Standing.NEXT
    assert standing(sweep, day) is Standing.NEXT
    assert standing(sweep, day, "m3") is Standing.DUE
    assert [each.commitment.id for each in asked_for([sweep], day, "m3")] == ["1@a"]


def test_what_is_promised_for_the_next_meeting_is_asked_for_there() -> None:
    made = events.CommitmentMade(
        "", "p-Ana", ("sweep",), "before the next meeting", on="2025-10-03"
    )
    sweep = fold([fact(1, made, "m1")]).commitments["1@a"]
    assert standing(sweep, "2025-10-03", "m1") is Standing.NEXT
    assert standing(sweep, "2025-10-04", "m2") is Standing.DUE
    assert standing_words(sweep, Standing.DUE, "2025-10-04") == "due"


@pytest.mark.parametrize(
    ("words", "so"),
    [
        ("next meeting", True),
        ("at our next circle.", True),
        ("by the next time", True),
        ("the next", False),
        ("next week", False),
        ("after the next meeting", False),
        ("meeting", False),
        ("", False),
    ],
)
def test_only_words_about_the_next_meeting_leave_it_to_that(words: str, so: bool) -> None:
    assert says_next_meeting(words) is so


def test_several_who_promise_the_same_have_a_commitment_each() -> None:
    at = group()
    at.do(intents.Commit(("sweep",), owner=at.who("Ana"), others=(at.who("Bo"), at.who("Ana"))))
    owners = [each.owner for each in at.state.commitments.values()]
    assert owners == [at.who("Ana"), at.who("Bo")]
    at.do(intents.KeepCommitment(at.state.facts[-1].id))
    fates = [each.fate for each in at.state.commitments.values()]
    assert fates == [Fate.OPEN, Fate.KEPT]


def test_new_words_and_a_new_date_hold_from_then_on() -> None:
    at = group()
    pa = promised(at, due_on="", due="when the rain stops")
    at.do(intents.RenegotiateCommitment(pa, what=("borrow two PAs",)))
    assert (of(at, pa).what, of(at, pa).due) == (("borrow two PAs",), "when the rain stops")
    at.do(intents.RenegotiateCommitment(pa, " next  friday ", "2025-10-10"))
    assert (of(at, pa).due, of(at, pa).due_on) == ("next friday", "2025-10-10")
    assert [each.fate for each in of(at, pa).lineage] == [
        Fate.OPEN,
        Fate.RENEGOTIATED,
        Fate.RENEGOTIATED,
    ]
    assert of(at, pa).lineage[0].what == ("borrow the PA",)


def test_undo_takes_the_last_change_back_and_redo_does_it_again() -> None:
    at = group()
    pa = promised(at)
    at.do(intents.KeepCommitment(pa))
    kept = at.last_action
    at.do(intents.Undo(kept))
    assert of(at, pa).fate is Fate.OPEN
    at.do(intents.Undo(at.last_action))
    assert of(at, pa).fate is Fate.KEPT


def test_what_another_copy_says_of_a_promise_that_was_kept_does_not_bring_it_back() -> None:
    made = fact(1, events.CommitmentMade("", "p-Ana", ("sweep",), on="2025-10-03"))
    after = [
        fact(2, events.CommitmentKept("1@a", "2025-10-04")),
        fact(3, events.CommitmentCarried("1@a", "2025-10-05"), replica="b"),
        fact(4, events.CommitmentRenegotiated("1@a", "2025-10-05", ("mop",)), replica="b"),
        fact(5, events.CommitmentReleased("1@a", "2025-10-05", ("ill",)), replica="b"),
        fact(6, events.CommitmentKept("9@z", "2025-10-05"), replica="b"),
    ]
    sweep = fold([made, *after]).commitments["1@a"]
    assert (sweep.fate, sweep.what, len(sweep.lineage)) == (Fate.KEPT, ("sweep",), 2)


def test_a_meeting_left_it_as_its_minutes_have_it() -> None:
    facts = [
        fact(
            1, events.CommitmentMade("", "p-Ana", ("sweep",), "friday", FRIDAY, "2025-10-03"), "m1"
        ),
        fact(2, events.CommitmentRenegotiated("1@a", "2025-10-10", ("mop",), "soon"), "m2"),
        fact(3, events.CommitmentKept("1@a", "2025-10-17"), "m3"),
    ]
    last = fold(facts).commitments["1@a"]
    first, second = last.as_of("m1"), last.as_of("m2")
    assert (first.what, first.due, first.due_on, first.fate) == (
        ("sweep",),
        "friday",
        FRIDAY,
        "open",
    )
    assert (second.what, second.due, second.due_on) == (("mop",), "soon", "")
    assert last.as_of("elsewhere") == last


def test_what_is_overdue_comes_first_and_what_is_over_last() -> None:
    at = group()
    later = promised(at, "later", "2025-10-20")
    undated = promised(at, "undated", "")
    done, gone = promised(at, "done"), promised(at, "gone")
    overdue, due = promised(at, "overdue", "2025-10-04"), promised(at, "due", "2025-10-05")
    at.wait(2)
    carried = promised(at, "carried")
    at.do(
        intents.CarryCommitment(carried),
        intents.ReleaseCommitment(gone, ("moved away",)),
        intents.KeepCommitment(done),
    )
    found = promises(at.state.commitments.values(), at.today.isoformat())
    assert [each.commitment.id for each in found] == [
        *(overdue, due, carried, later, undated, done, gone)
    ]
    words = [standing_words(each.commitment, each.standing, "2025-10-05") for each in found]
    assert words == [
        "overdue, by Sat 4 Oct",
        "due, by Sun 5 Oct",
        "due at the next meeting, by Fri 10 Oct",
        "by Mon 20 Oct",
        "no date",
        "kept Sun 5 Oct",
        "released Sun 5 Oct",
    ]


def test_a_promise_is_told_by_person_with_its_date() -> None:
    at = group()
    pa = promised(at)
    day = at.today.isoformat()
    assert promise_words(of(at, pa), at.names, day) == "Ana: borrow the PA, by Fri 10 Oct"
    assert promise_words(of(at, pa), {}, "2026-01-01") == (
        "someone: borrow the PA, by Fri 10 Oct 2025"
    )
    at.do(intents.Commit(("sweep",)))
    assert promise_words(of(at, at.state.facts[-1].id), at.names, day) == "nobody yet: sweep"


def test_a_fact_of_the_first_version_is_read_and_has_no_days() -> None:
    raw = b'{"step":"step-1","owner":"p-Ana","what":["sweep"],"due":"friday"}'
    body = decode("commitment-made", 1, raw)
    assert body == events.CommitmentMade("step-1", "p-Ana", ("sweep",), "friday")
    assert isinstance(body, events.CommitmentMade)
    sweep = fold([fact(1, body, "m1")], State()).commitments["1@a"]
    assert sweep.day_unread
    assert lineage_words(sweep, {}, "1970-01-01") == "promised Thu 1 Jan"


def test_facts_are_told_in_words() -> None:
    at = group()
    pa = promised(at)
    said = []
    for wish in (
        intents.CarryCommitment(pa),
        intents.RenegotiateCommitment(pa, "the weekend"),
        intents.RenegotiateCommitment(pa, "the 20th", "2025-10-20"),
        intents.ReleaseCommitment(pa, ("broken",)),
    ):
        at.do(wish)
        said.append(told_of(at.last_action, at.state, at.names))
    assert said == [
        "“borrow the PA” carried to the next meeting",
        "renegotiated “borrow the PA”: by the weekend",
        "renegotiated “borrow the PA”: by Mon 20 Oct",
        "“borrow the PA” released: broken",
    ]


def test_a_wording_that_is_mended_is_what_was_promised_all_along() -> None:
    made = events.CommitmentMade("", "p-Ana", ("swep",), on="2025-10-03")
    mended = events.LineMended("1@a", ("sweep",))
    sweep = fold([fact(1, made, "m1"), fact(2, mended, "m1")]).commitments["1@a"]
    assert (sweep.what, [each.what for each in sweep.lineage]) == (("sweep",), [("sweep",)])
    assert not fold([fact(1, made, "m1"), fact(2, events.LineStruck("1@a"), "m1")]).commitments
