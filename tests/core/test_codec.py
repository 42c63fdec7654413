"""Bodies as JSON: what is written can be read for ever, and what can't be read is kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields
from support.strategies import bodies_of

from facilitator.core import events
from facilitator.core.facts import KINDS, UPCASTERS, Unknown, decode, encode, identity

PUBLISHED = {
    "replica-taken": (1, "name previous"),
    "meeting-gathered": (1, "title agenda utc_offset"),
    "meeting-imported": (1, "source file digest part"),
    "meeting-abandoned": (1, ""),
    "person-arrived": (1, "person newcomer"),
    "person-marked": (1, "person newcomer"),
    "person-seated": (1, "person after"),
    "person-left": (1, "person"),
    "hat-given": (1, "hat person"),
    "meeting-opened": (1, "utc_offset"),
    "step-began": (1, "step"),
    "round-began": (1, "step start direction"),
    "turn-began": (1, "person round step seconds hand called"),
    "turn-ended": (1, "turn outcome"),
    "turn-paused": (1, "turn"),
    "turn-resumed": (1, "turn"),
    "turn-extended": (1, "turn seconds"),
    "circle-paused": (1, "reason stop until"),
    "circle-resumed": (1, ""),
    "note-taken": (1, "step person text filing"),
    "decision-recorded": (1, "step text"),
    "line-mended": (1, "line text"),
    "line-struck": (1, "line"),
    "line-moved": (1, "line step person"),
    "line-turned": (
        1,
        "line into origin at step text person filing due due_on on",
    ),
    "commitment-made": (2, "step owner what due due_on on"),
    "commitment-kept": (1, "commitment on"),
    "commitment-renegotiated": (1, "commitment on what due due_on reason"),
    "commitment-released": (1, "commitment on reason"),
    "commitment-carried": (1, "commitment on"),
    "role-opened": (1, "step name purpose days months role_kind weekly skills source"),
    "role-claimed": (1, "role person starts ends renews takes_over"),
    "role-offered": (1, "role step on"),
    "role-described": (1, "role name purpose days months role_kind weekly skills"),
    "role-merged": (1, "role into"),
    "role-dropped": (1, "role on reason"),
    "bounds-chosen": (1, "micro_days least_days most_days"),
    "role-filled": (1, "role person starts ends step reasons"),
    "claim-settled": (1, "role term on"),
    "successor-named": (1, "term person on"),
    "shadowing-began": (1, "term on"),
    "successor-led": (1, "term on"),
    "skill-ticked": (1, "term skill on"),
    "skill-confirmed": (1, "term skill on"),
    "handoff-told": (1, "term done left know"),
    "handoff-signed": (1, "term person on"),
    "term-released": (1, "term on reason emergency"),
    "person-left-group": (1, "person on"),
    "person-rejoined": (1, "person"),
    "skill-filed": (1, "step person skill sense on"),
    "skill-withdrawn": (1, "person skill sense on"),
    "skill-learned": (1, "person skill teacher on"),
    "skill-described": (1, "skill name sort"),
    "pairing-made": (1, "skill teacher learner step on"),
    "pairing-ended": (1, "pairing on"),
    "nominated": (1, "step by person reason"),
    "proposed": (1, "step person"),
    "proposal-agreed": (1, "proposal"),
    "objected": (1, "proposal person reason"),
    "objection-integrated": (1, "objection how"),
    "next-meeting-planned": (2, "when facilitator note_taker on"),
    "meeting-closed": (1, ""),
    "undone": (1, "target"),
    "seats-swapped": (1, "one other"),
    "person-stepped-out": (1, "person"),
    "person-came-back": (1, "person"),
    "category-taken": (1, "person category"),
    "rota-skipped": (1, "hat person"),
    "seat-given": (1, "replica terminal"),
    "setting-chosen": (1, "setting on"),
    "step-added": (1, "step after from_meeting from_step"),
    "step-moved": (1, "step after"),
    "step-dropped": (1, "step deferred"),
    "leftover-dropped": (1, "from_meeting from_step"),
    "step-extended": (1, "step minutes"),
    "clock-chosen": (1, "style step person"),
    "mustered": (1, "step person"),
    "floor-given": (1, "step floor"),
    "round-turned": (1, "round start direction"),
    "round-timed": (1, "round seconds"),
    "asked-again": (1, "round"),
    "hand-raised": (1, "step person wish turn"),
    "hand-lowered": (1, "hand"),
    "hand-moved": (1, "hand"),
    "stack-closed": (1, "step"),
    "stack-reopened": (1, "step"),
    "break-planned": (1, "minutes"),
    "time-left-out": (1, "began ended"),
    "clock-set-back": (1, "by"),
    "wording-read-back": (1, "step text"),
    "record-stopped": (1, ""),
    "record-resumed": (1, ""),
    "nothing-came": (1, "step visit lacking"),
    "commitment-completed": (1, "commitment on owner due due_on"),
}
"""A kind that is in somebody's journal: its fields change only together with its version."""


@pytest.mark.parametrize("kind", sorted(PUBLISHED))
def test_a_published_kind_keeps_its_fields_as_long_as_it_keeps_its_version(kind: str) -> None:
    body = KINDS[kind]
    assert (body.version, " ".join(field.name for field in fields(body))) == PUBLISHED[kind]


def test_a_change_to_an_old_kind_comes_with_a_way_up_from_every_version() -> None:
    ways = {(name, old) for name, kind in KINDS.items() for old in range(1, kind.version)}
    assert ways == set(UPCASTERS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_is_written_is_read_again(kind: str) -> None:
    @settings(max_examples=30)
    @given(bodies_of(KINDS[kind]))
    def check(body: events.Body) -> None:
        assert decode(kind, body.version, encode(body)) == body

    check()


@given(st.text(), st.integers(), st.binary())
def test_an_unknown_kind_keeps_its_bytes(kind: str, version: int, raw: bytes) -> None:
    kept = decode("of-tomorrow-" + kind, version, raw)
    assert isinstance(kept, Unknown)
    assert (kept.kind, kept.version, encode(kept)) == ("of-tomorrow-" + kind, version, raw)


@given(st.sampled_from(sorted(KINDS)), st.integers(2), st.binary())
def test_a_newer_version_of_a_known_kind_keeps_its_bytes(
    kind: str, version: int, raw: bytes
) -> None:
    kept = decode(kind, KINDS[kind].version + version - 1, raw)
    assert isinstance(kept, Unknown)
    assert encode(kept) == raw


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=5,
)


@given(st.sampled_from(sorted(KINDS)), st.integers(-3, 1), st.one_of(st.binary(), _JSON))
@example("turn-ended", 1, b'{"turn": "1@a", "outcome": "applauded"}')
@example("note-taken", 1, b"[" * 100_000)
@example("note-taken", 1, b'{"step":"","person":"","text":["\\ud800"]}')
@example("meeting-gathered", 1, b'{"title":"","agenda":{"title":"x","step":[]}}')
@example("undone", 1, b'{"target": "1@a"')
@example("undone", 1, b"\xff\xfe")
def test_damaged_data_never_raises_and_keeps_its_bytes(kind: str, version: int, said: Any) -> None:
    raw = said if isinstance(said, bytes) else str(said).encode()
    read = decode(kind, version, raw)
    if isinstance(read, Unknown):
        assert encode(read) == raw
        assert read.why
    else:
        assert decode(kind, version, encode(read)) == read


@pytest.fixture
def third_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind as it may be in two versions' time: its one field was renamed twice."""
    monkeypatch.setattr(events.Undone, "version", 3)
    monkeypatch.setitem(UPCASTERS, ("undone", 1), lambda data: {"aim": data["what"].strip()})
    monkeypatch.setitem(UPCASTERS, ("undone", 2), lambda data: {"target": data["aim"] + "@a"})


@pytest.mark.usefixtures("third_version")
@pytest.mark.parametrize(
    ("version", "raw"),
    [(1, b'{"what": " 7"}'), (2, b'{"aim": "7"}'), (3, b'{"target": "7@a"}')],
)
def test_every_old_version_climbs_to_the_present_one(version: int, raw: bytes) -> None:
    assert decode("undone", version, raw) == events.Undone("7@a")


@pytest.mark.usefixtures("third_version")
@pytest.mark.parametrize("raw", [b"{}", b"[]", b'{"what": 7}', b"null", b'"what"', b"{"])
def test_an_old_version_that_is_damaged_is_kept_whatever_the_way_up_makes_of_it(
    raw: bytes,
) -> None:
    kept = decode("undone", 1, raw)
    assert isinstance(kept, Unknown)
    assert encode(kept) == raw


def test_an_identity_is_a_place_in_time_and_the_copy_that_wrote_it() -> None:
    assert identity(1042, "k7f3") == "1042@k7f3"
