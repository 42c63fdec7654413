"""Style sheets that are read once."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

Variables: TypeAlias = frozenset[tuple[str, str]]

MOST_KEPT = 512
"""Sheets kept: there are some forty, each read once for each theme that is looked at."""


class KeptStylesheet(Stylesheet):
    """Reads of its sheets only those that were not read yet with the colors of the theme.

    Textual's own reads all of them again where a screen with a sheet of its own is shown for
    the first time, and where the theme changes: 12 ms in the middle of a key.
    """

    _kept: ClassVar[LRUCache[tuple[object, ...], list[RuleSet]]] = LRUCache(MOST_KEPT)

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._with: Variables = frozenset(self._variables.items())

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colors."""
        super().set_variables(variables)
        self._with = frozenset(variables.items())

    def reparse(self) -> None:
        """Take in new sheets, or other colors."""
        self.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,  # noqa: FBT001, FBT002 - as Textual has it
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (css, read_from, is_default_rules, tie_breaker, scope, self._with)
        rules = self._kept.get(key)
        if rules is None:
            rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
            self._kept[key] = rules
        return rules
