"""Bytes become lines, whatever they are; what is packed is said to be."""

from __future__ import annotations

import gzip

import pytest

from facilitator.importing.texts import NotText, lines_of


def test_windows_and_unix_and_old_mac_lines_are_the_same() -> None:
    assert lines_of(b"\xef\xbb\xbfone\r\ntwo\nthree\rfour") == ["one", "two", "three", "four"]


def test_each_line_is_read_in_its_own_encoding() -> None:
    data = "<ana> Zoë\n".encode() + "<bo> Zoë – “yes”\n".encode("cp1252") + b"<chidi> \x81\n"
    assert lines_of(data)[:3] == ["<ana> Zoë", "<bo> Zoë – “yes”", "<chidi> \x81"]
    assert lines_of("<ana> Zoë".encode("utf-16")) == ["<ana> Zoë"]


def test_colors_are_no_words() -> None:
    colored = "<ana> \x034,1red\x03 \x02bold\x0f \x1f\x1d\x16 12\x0311 \x1b[31mterminal\x1b[0m"
    assert lines_of(colored.encode()) == ["<ana> red bold  12 terminal"]


def test_a_line_separator_of_unicode_parts_no_line() -> None:
    assert lines_of("<ana> one\u2028two\x0bthree\x85four".encode()) == [
        "<ana> one\u2028two\x0bthree\x85four"
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (gzip.compress(b"<ana> hi", mtime=0), "gzip"),
        (b"PK\x03\x04rest", "zip"),
        (b"%PDF-1.4", "PDF"),
        (b"\x00" * 100, "zeros"),
    ],
    ids=("gzip", "zip", "PDF", "zeros"),
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what):
        lines_of(data)


def test_zeros_at_the_end_of_a_torn_log_are_taken_as_they_are() -> None:
    assert lines_of(b"<ana> hi\n" * 50 + b"\x00\x00")[0] == "<ana> hi"
