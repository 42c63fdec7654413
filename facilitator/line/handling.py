"""Where what each word does is registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from facilitator.line.desk import Desk
from facilitator.line.orders import WORDS, LineError, Order

Handler: TypeAlias = Callable[[Desk, str], None]

HANDLERS: dict[str, Handler] = {}

ASKING = {"close", "step", "back", "drop"}
"""Words that ask before they do something; yes behind them is the answer."""


def does(word: str) -> Callable[[Handler], Handler]:
    """Register what a word does; it is given the desk, and what stands behind the word."""

    def register(handler: Handler) -> Handler:
        HANDLERS[word] = handler
        return handler

    return register


def carry_out(desk: Desk, order: Order) -> None:
    """Do what a line asks for.

    Raises:
        LineError: it can't be done, in words.
        JournalError: the journal can't be used.
    """
    if order.words and not WORDS[order.word].takes and order.word not in ASKING:
        raise LineError(f"{order.word} stands alone. Leave out: {order.words}")
    HANDLERS[order.word](desk, order.words)
