"""The list of commitments: drawn as the roles board is, with more room for what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from facilitator.widgets.role_list import RoleList


class CommitmentList(RoleList):
    """A line for each commitment: what, by when, whose; under headings of how they stand."""

    MOST: ClassVar[Mapping[str, int]] = {"name": 64, "held": 26, "following": 24, "worry": 12}
