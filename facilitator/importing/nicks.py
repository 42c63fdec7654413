"""Who in a log is who: nicks with tails, nicks that change, names in a list of those present."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitator.core.letters import plain_letters

MOST_PEOPLE = 1_000
"""So many people can be at one meeting; whoever else writes is named in their words."""

# What a client adds when a nick is taken, and what people add when they go for tea.
_TAIL = re.compile(
    r"(?:[_`^]+|\|\w*|\[\w{0,12}\]|[-_]?(?:away|afk|lunch|phone|mobile))$", re.IGNORECASE
)


def bare_nick(nick: str) -> str:
    """A nick without its tail: ``ana`` of ``ana_``, ``ana|away`` and ``ana[m]``."""
    bare = _TAIL.sub("", nick)
    return bare if any(letter.isalnum() for letter in bare) else nick


class Nicks:
    """The people of a log, by what they are called there.

    Attributes:
        called: nicks and the name that each stands for, where those differ.
    """

    def __init__(self, renamed: Mapping[str, str]) -> None:
        """Begin with nobody.

        Args:
            renamed: nicks and the names of those people.
        """
        self.called: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for nick, name in renamed.items():
            self._names[self._key(nick)] = name
            self.called[nick] = name

    def who(self, nick: str) -> str:
        """What somebody is called: as they were when they were first seen."""
        return self._names.setdefault(self._key(nick), bare_nick(nick))

    def knows(self, nick: str) -> bool:
        """Whether somebody was seen."""
        return self._key(nick) in self._names

    def now_called(self, old: str, new: str) -> None:
        """Somebody took another nick."""
        if self._key(new) not in self._names:
            self._names[self._key(new)] = self.who(old)
            self.called[new] = self.who(old)

    def listed(self, name: str) -> str:
        """Who is meant in a list of those present, where names are fuller than nicks.

        ``Ana López`` there is ``ana``, if she has written already.
        """
        if self._key(name) not in self._names and " " in name:
            first = self._key(plain_letters(name.split(maxsplit=1)[0]))
            if first in self._names:
                return self._names[first]
        return self.who(name)

    @staticmethod
    def _key(nick: str) -> str:
        return bare_nick(nick).casefold()
