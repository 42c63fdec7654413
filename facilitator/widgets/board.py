"""The question, who speaks and the clock, for people across the room."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.visual import Visual
from textual.widget import Widget

from facilitator.ui.phases import STYLES, WORDS
from facilitator.ui.room_view import RoomView
from facilitator.ui.styles import QUIET
from facilitator.ui.text import fit, wrap
from facilitator.widgets.hub import clock_text
from facilitator.widgets.lettering import enlarged, lettered

READ_BACK = "Read back"

_BETWEEN = "  ·  "
_WORTH_READING = 8  # letters that have to be left of a text that is cut

_QUESTION = "$foreground"
_SPEAKER = "b $accent"
_PLATE = "b $background on $accent"
_WORDING = "b $foreground"

# A clock's letters are as large as those of this reading, so that they don't change size.
_LONGEST = "! 00:00"

# What the smallest letters need, in lines: a name with all its marks, a clock, two lines of words.
_NAME = 6
_CLOCK = 4
_TWO_LINES = 10

# From how many lines on there are letters at all, and large ones for who is next.
_HIGH_ENOUGH = 12
_HIGH = 34


class Board(Widget):
    """Shows a ``RoomView``, all in one piece: what has not changed is not lettered again.

    Attributes:
        view: what to show.
    """

    DEFAULT_CSS = "Board { width: 1fr; height: 1fr; }"

    view: reactive[RoomView] = reactive(RoomView())

    def render(self) -> Visual:
        """The lines, in the middle."""
        return Content("\n").join(composed(self.view, *self.content_size))


def composed(view: RoomView, width: int, height: int) -> list[Content]:
    """The lines of a board of that size; at most as many, and none wider."""
    margin = width // 30
    return [
        Content.assemble(" " * ((width - line.cell_length) // 2), line)
        for line in _lines(view, width - 2 * margin, height)[:height]
    ]


def _lines(view: RoomView, width: int, height: int) -> list[Content]:
    """The whole board, line by line."""
    if view.notice:
        return _notice(view, width, height)
    if height < _HIGH_ENOUGH:
        return _small(view, width, height)
    head = _one_line(width, (view.title, QUIET), (view.caption, QUIET))
    foot = [Content.styled(fit(line, width), QUIET) for line in view.extra[: height // 4]]
    rows = height - len(head) - len(foot)
    if view.wording:
        body = _reading(view.wording, width, rows)
    elif view.speaker or view.clock:
        body = _turn(view, width, rows)
    else:
        body = _waiting(view, width, rows)
    return [*head, *body, *foot]


def _notice(view: RoomView, width: int, height: int) -> list[Content]:
    """One word, and under it what belongs to it."""
    below = height // 5 if view.notice_detail else 0
    gap = max(1, height // 12) if below else 0
    word = lettered(view.notice, width, max(1, height - 2 * (below + gap)))
    detail = lettered(view.notice_detail, width, below)
    lines = [*_styled(word, _SPEAKER), *_blank(gap), *_styled(detail, QUIET)]
    return _centered(lines, height)


def _small(view: RoomView, width: int, height: int) -> list[Content]:
    """Where there is no room for letters: the clock first, then the name, then the rest."""
    clock = _one_line(width, *_clock_and_phase(view))
    if view.wording:
        return _centered(_styled(lettered(view.wording, width, height), _WORDING), height)
    speaker = _styled(tuple(wrap(view.speaker, width, 1)), _SPEAKER)
    lines = [*speaker, *clock][-height:] if height else []
    following = _one_line(width, *_following(view)) if height - len(lines) >= 2 else []
    spare = height - len(lines) - len(following)
    question = _styled(tuple(wrap(view.question, width, spare)), _QUESTION)
    gap = 1 if spare > len(question) and question else 0
    return _centered([*question, *_blank(gap), *lines, *following], height)


def _reading(wording: str, width: int, height: int) -> list[Content]:
    """An agreed wording, to be heard and read by everybody."""
    words = _styled(lettered(wording, width, height - 2), _WORDING)
    caption = Content.styled(fit(READ_BACK, width), QUIET)
    return _centered([caption, Content(""), *words], height)


def _waiting(view: RoomView, width: int, height: int) -> list[Content]:
    """The question, while nobody speaks and no clock goes."""
    below = _one_line(width, *_phase(view), *_following(view))
    question = _styled(lettered(view.question, width, height - len(below) - 3), _QUESTION)
    return [*_centered(question, height - len(below) - 1), *below, Content("")]


def _turn(view: RoomView, width: int, height: int) -> list[Content]:
    """The question at the top, the name as large as it can be, the clock, and who is next."""
    if height >= _HIGH:
        word = _one_line(width, *_phase(view)) or _blank(1)
        following = _styled(lettered(_next(view), width, _NAME), QUIET)
        below = [*word, *_centered(following, _NAME)]
    else:
        below = _one_line(width, *_phase(view), *_following(view)) or _blank(1)
    height -= len(below)
    question = _question(view.question, width, height)
    height -= len(question)
    tall, gap = _clock_height(view, height)
    clock = lettered(clock_text(view.clock, view.phase), width, tall, like=_LONGEST)
    high = height - tall - gap
    return [
        *question,
        *_centered(_speaker(view.speaker, width, high), high),
        *_blank(gap),
        *_centered(_styled(clock, STYLES[view.phase]), tall),
        *below,
    ]


def _question(question: str, width: int, height: int) -> list[Content]:
    """The question in a third of the height, or in more of it when only that makes it large."""
    spare = height - _NAME - _CLOCK - 2
    most = max(height * 36 // 100, min(_TWO_LINES, spare))
    lines = enlarged(question, width, most) or enlarged(question, width, spare)
    lines = lines or tuple(wrap(question, width, most))
    return [Content(""), *_styled(lines, _QUESTION), Content("")] if lines else []


def _speaker(name: str, width: int, height: int) -> list[Content]:
    """The name in large letters; one that can't be enlarged is on a plate, to be seen at all."""
    lines = enlarged(name, width, height)
    if lines or not name:
        return _styled(lines, _SPEAKER)
    border = 1 if height > 2 else 0
    words = wrap(name, width - 6, height - 2 * border)
    broad = max(map(cell_len, words), default=0) + 6
    plate = []
    for line in ["", *words, ""] if border else words:
        before = (broad - cell_len(line)) // 2
        plate.append(" " * before + line + " " * (broad - before - cell_len(line)))
    return _styled(tuple(plate), _PLATE)


def _clock_height(view: RoomView, height: int) -> tuple[int, int]:
    """How many lines the clock has, and how many part it from the name."""
    if not view.clock:
        return 0, 0
    if not view.speaker:
        return height, 0
    gap = max(1, height // 12) if height > _NAME + _CLOCK else 0
    tall = (height - gap) * 2 // 5
    return max(_CLOCK, tall) if height >= 2 * _CLOCK else tall, gap


def _next(view: RoomView) -> str:
    return f"next: {view.following}" if view.following else ""


def _following(view: RoomView) -> list[tuple[str, str]]:
    return [(_next(view), QUIET)]


def _phase(view: RoomView) -> list[tuple[str, str]]:
    return [(WORDS.get(view.phase, ""), STYLES[view.phase])]


def _clock_and_phase(view: RoomView) -> list[tuple[str, str]]:
    style = STYLES[view.phase]
    return [(clock_text(view.clock, view.phase), style)] if view.clock else _phase(view)


def _one_line(width: int, *parts: tuple[str, str]) -> list[Content]:
    """Texts and their styles on one line, the later ones cut first; no line if all are empty."""
    line = Content("")
    for text, style in parts:
        gap = _BETWEEN if line else ""
        words = fit(text, width - line.cell_length - cell_len(gap))
        if words and (not line or len(words) >= min(len(text), _WORTH_READING)):
            line = Content.assemble(line, (gap, QUIET), (words, style))
    return [line] if line else []


def _styled(lines: tuple[str, ...], style: str) -> list[Content]:
    return [Content.styled(line, style) for line in lines]


def _blank(count: int) -> list[Content]:
    return [Content("")] * count


def _centered(lines: list[Content], height: int) -> list[Content]:
    """The lines with as many empty ones around them as make that height."""
    spare = max(0, height - len(lines))
    return [*_blank(spare // 2), *lines[: max(0, height)], *_blank(spare - spare // 2)]
