"""What the fields of an agenda can hold, with the words that explain each to a person."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

MOST_MINUTES = 24 * 60
MOST_SECONDS_EACH = 60 * 60
MOST_ROLE_DAYS = 366

# A description and an example stand with each rule, for whoever has to explain it to a person.
Words = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=r"\S")]
Minutes = Annotated[
    int,
    Meta(
        ge=0,
        le=MOST_MINUTES,
        description="a whole number of minutes",
        examples=[10],
        extra={"most": "24 hours"},
    ),
]
SecondsEach = Annotated[
    int,
    Meta(
        ge=5,
        le=MOST_SECONDS_EACH,
        description="a whole number of seconds",
        examples=[90],
        extra={"most": "one hour"},
    ),
]
Rounds = Annotated[
    int,
    Meta(
        ge=1,
        le=5,
        description="a whole number of rounds",
        examples=[2],
        extra={"most": "five rounds"},
    ),
]
RoleMonths = Annotated[
    int,
    Meta(
        ge=0,
        le=12,
        description="a whole number of months",
        examples=[3],
        extra={"most": "a year"},
    ),
]
RoleDays = Annotated[
    int,
    Meta(
        ge=1,
        le=MOST_ROLE_DAYS,
        description="a whole number of days",
        examples=[14],
        extra={"most": "a year"},
    ),
]
