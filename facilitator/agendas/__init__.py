"""Agenda files: where they are, what they say, and what is wrong with them.

`find` and `load` are what starting a circle needs; `check` is what a person needs who writes one.
"""

from facilitator.agendas.finding import Found, all_agendas, find, is_path, own_folder, rank, shipped
from facilitator.agendas.problems import AgendaError, BadAgenda, Problem, UnknownAgenda
from facilitator.agendas.reading import check, load
from facilitator.agendas.starting import WillNotWrite, copy_of, template, write_new

__all__ = [
    "AgendaError",
    "BadAgenda",
    "Found",
    "Problem",
    "UnknownAgenda",
    "WillNotWrite",
    "all_agendas",
    "check",
    "copy_of",
    "find",
    "is_path",
    "load",
    "own_folder",
    "rank",
    "shipped",
    "template",
    "write_new",
]
