"""Names as they are compared when people type quickly."""

from __future__ import annotations

import pytest

from facilitator.core.capture import understand
from facilitator.core.letters import plain_letters


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Łukasz"),
        ("soren", "Søren"),
        ("oneill", "O’Neill"),
        ("nguyen", "Nguyễn"),
        ("jose", "JOSÉ"),
        ("strasse", "Straße"),
        ("isik", "Işık"),
    ],
)
def test_a_name_is_found_as_it_is_typed_on_any_keyboard(typed: str, name: str) -> None:
    assert plain_letters(typed) == plain_letters(name)
    assert understand(f"! @{typed} pots", {"1@a": name}).owner == "1@a"


def test_a_promise_for_somebody_unknown_says_for_whom() -> None:
    captured = understand("! @pizza call the bakery", {"1@a": "Ana"})
    assert (captured.owner, captured.stranger) == ("", "pizza")
