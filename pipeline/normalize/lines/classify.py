"""Lines -> the role of each: a forest's probabilities, then what an article's shape demands, then what wording settles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.normalize.forest import probabilities, scores
from pipeline.normalize.lines.cues import calls_reader, parts
from pipeline.normalize.lines.features import features
from pipeline.normalize.lines.line import Line, Role, opens_list
from pipeline.normalize.prose import same
from pipeline.normalize.written_dates import is_day_alone

if TYPE_CHECKING:
    from pipeline.normalize.series import Column, Matrix

ROLES: tuple[Role, ...] = ("body", "headline", "image", "byline", "dek", "section", "date", "chrome")
BODY = 0.5
UNSURE = 0.2
SHORT = 0.55
"""What a short line needs to be body: most of a page's furniture is short."""
SHARPNESS = 2.0
HEADLINE = 0.02
RARE = 0.3
BYLINE = 0.25
PICTURED = 0.6
LAST = 0.6
"""What a short last line needs to be body: there stand notes about the author and the making of the story."""
SURE_BYLINE = 0.7
"""What a line without the wording of a byline needs to be one beside a line that has it."""
MIN_CAPTION_WORDS = 3
MAX_CREDIT_WORDS = 8
MIN_HEADLINE_WORDS = 7
VYING = 0.7
"""A line of so many words right above the likeliest headline, and with so much of its likelihood, is the headline and that one its dek."""
MAX_SHORT_WORDS = 12
MIN_TURNS = 4
TURNS = 0.3
"""So many lines of a body, at least, are short sentences where two persons talk."""
MAX_BRIEF_LINES = 8
MAX_BRIEF_WORDS = 60
MAX_WALL_WORDS = 25
MIN_ENTRIES = 3
MIN_SENTENCE_WORDS = 4
MIN_BARE_LINES = 3
ASKING = 0.25
"""More lines that speak to the reader make a form or a wall."""
MAX_HEAD = 2
_SLUG = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*/[^a-z]*$")
"""A wire's slug ("GRAIN-EXPORTS/DEAL (UPDATE 1)"), which stands above the headline."""
_SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.’' -]{0,30}:\s")
_SIGNED = re.compile(r"[–—-]\s*(?:By\s+)?[A-ZÀ-Þ][\w.’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]*){1,3}")
_CLOCK = re.compile(r"\W*\d{1,2}[:.h]\d\d\b")
_ASIDE = re.compile(r"\(.*\)")
"""What wires say to editors ("(Adds police statement)")."""
_LIFE = re.compile(r"\bborn\b.{0,40}\d{3,4}\b.{0,20}\bdied\b.{0,30}\d")
NO_SECTIONS = frozenset(
    ("audio", "e-paper", "epaper", "galleries", "gallery", "home", "live", "menu", "more", "newsletters", "photo", "photos", "podcast",
     "podcasts", "search", "sections", "subscribe", "video", "videos")
)  # fmt: skip
"""Labels of a site's menu that say how something is told, not what it is about."""
NEAR_HEADLINE = 12
"""How many lines behind the headline byline, date and dek stand at most."""
GAP = 6
"""Body lines that so many other lines part are two clusters ..."""
SMALL = 0.2
SURE = 0.85
"""... and one with less than this share of the longest one's words is another story's teaser or a comment, unless it is so sure."""


def roles(lines: Sequence[Line], url: str = "") -> list[Role]:
    """The role of every line, in order; ``url`` helps to find the headline where it is known."""
    from pipeline.normalize.lines import headline_weights, role_weights  # noqa: PLC0415 - 120 kB that only scraped text needs

    if not lines:
        return []
    rows = features(lines, url)
    likely = probabilities(role_weights.FOREST, rows)
    return decide(lines, with_headlines(likely, scores(headline_weights.FOREST, rows)[:, 0]))


def with_headlines(likely: Matrix, votes: Column) -> Matrix:
    """The probabilities with the headline's from the forest that ranks the lines of a text against one another."""
    import numpy as np  # noqa: PLC0415 - costs 0.1 s, needed where something is classified

    raised = np.exp(SHARPNESS * (votes - votes.max()))
    found = likely.copy()
    found[:, 1] = np.round(raised / raised.sum(), 6)
    return found


def decide(lines: Sequence[Line], likely: Matrix) -> list[Role]:
    """Roles from probabilities (columns as in ``ROLES``)."""
    body = [bool(each >= needed(line)) for line, each in zip(lines, likely[:, 0], strict=True)]
    headline = _headline(lines, likely, body)
    _fill(lines, likely, body)
    _drop_small_clusters(lines, likely, body)
    _drop_last(lines, likely, body)
    _add_to_brief(lines, likely, body)
    _keep_turns(lines, likely, body)
    found: list[Role] = ["body" if each else "chrome" for each in body]
    if headline is not None:
        for index in range(headline):
            if likely[index, 0] < 0.9:
                found[index] = "chrome"
        found[headline] = "headline"
    _name_rare(lines, likely, found, headline)
    settled = [_settled(lines, found, index) for index in range(len(lines))]
    _drop_what_furniture_opens(lines, settled)
    _keep_life_dates(lines, settled)
    if _is_wall(lines, settled):
        settled = ["chrome" if each == "body" else each for each in settled]
    if "body" not in settled and _is_bare(lines):
        settled = _all_written(settled)
    if "body" not in settled:
        _read_as_brief(lines, settled)
    elif not _has_furniture(lines):
        _complete(lines, settled)
    _keep_first_turn(lines, settled)
    _sign(lines, settled)
    return settled


def _all_written(found: Sequence[Role]) -> list[Role]:
    """Roles of a text without furniture: its first line is the headline, what is no byline or date is body."""
    kept: tuple[Role, ...] = ("byline", "date", "note", "image")
    return ["headline", *(each if each in kept else "body" for each in found[1:])]


def _is_bare(lines: Sequence[Line]) -> bool:
    """Whether nothing of a page stands around the text (a poem, results, a list with a sentence): then all of it was written."""
    if len(lines) < MIN_BARE_LINES or any(_is_furniture(each) for each in lines):
        return False
    asking = sum(calls_reader(each.text) for each in lines)
    sentences = sum(each.ends and each.words >= MIN_SENTENCE_WORDS for each in lines)
    counted = sum(any(char.isdigit() for char in each.text) for each in lines)
    verse = sum(each.text[:1].islower() for each in lines)
    return asking <= ASKING * len(lines) and (sentences > 0 or 2 * max(counted, verse) >= len(lines))


def _is_furniture(line: Line) -> bool:
    return line.chrome or line.credit or opens_list(line.text)


def _has_furniture(lines: Sequence[Line]) -> bool:
    """Whether a line is of a page's furniture, is said twice or calls the reader: what is short may be furniture, too."""
    return any(
        _is_furniture(each) or each.times > 1 or (each.words <= MAX_SHORT_WORDS and calls_reader(each.text))
        for each in lines
    )


def _complete(lines: Sequence[Line], found: list[Role]) -> None:
    """In a text without furniture, what stands between the first and the last sentence was written: items, names, results."""
    if "headline" not in found:
        return
    start = found.index("headline") + 1
    head = (at for at in range(start, len(lines)) if not _is_of_head(lines[at], found[at], at - start))
    first = next(head, len(lines))
    last = max((at for at in range(first, len(lines)) if _is_told(lines[at], found[at])), default=first)
    for index in range(first, last + 1):
        if found[index] in ("chrome", "dek") and not (lines[index].byline or lines[index].dated):
            found[index] = "list-item" if lines[index].listed else "body"


def _is_of_head(line: Line, role: Role, distance: int) -> bool:
    """Whether a line belongs to the head: byline, date and picture, a dek right behind the headline, a label among them."""
    if role in ("byline", "date", "image", "note"):
        return True
    counted = line.listed or any(each.isdigit() for each in line.text)
    return distance < MAX_HEAD and role in ("dek", "chrome") and not counted


def _is_told(line: Line, role: Role) -> bool:
    return role in ("body", "heading", "list-item") or (line.ends and line.words >= MIN_SENTENCE_WORDS)


def _keep_first_turn(lines: Sequence[Line], found: list[Role]) -> None:
    """Where every line names its speaker, the first is no dek."""
    for index in range(len(lines) - 1):
        turns = all(_SPEAKER.match(each.text) for each in lines[index : index + 2])
        if turns and found[index] == "dek" and found[index + 1] == "body":
            found[index] = "body"


def _sign(lines: Sequence[Line], found: list[Role]) -> None:
    """A last line such as "– Ana Lima" signs a text that names no author above."""
    if (
        lines
        and "byline" not in found
        and found[-1] in ("chrome", "body", "list-item")
        and _SIGNED.fullmatch(lines[-1].text)
    ):
        found[-1] = "byline"


def _is_wall(lines: Sequence[Line], found: Sequence[Role]) -> bool:
    """Whether all that could be a story is a sentence or two that tell the reader what to do: to log in, to wait, to pay."""
    told = [line for line, role in zip(lines, found, strict=True) if role == "body"]
    return sum(each.words for each in told) <= MAX_WALL_WORDS and all(calls_reader(each.text) for each in told)


def _keep_life_dates(lines: Sequence[Line], found: list[Role]) -> None:
    """An obituary closes with who the person was, when born and when dead; that line is no date of publication."""
    for index in range(1, len(lines)):
        if found[index] in ("chrome", "date", "dek") and found[index - 1] == "body" and _LIFE.search(lines[index].text):
            found[index] = "body"


def _read_as_brief(lines: Sequence[Line], found: list[Role]) -> None:
    """A headline and a sentence are a brief, if little else stands there and the sentence does not call upon the reader."""
    if "headline" not in found or len(lines) > MAX_BRIEF_LINES:
        return
    for index in range(found.index("headline") + 1, len(lines)):
        line = lines[index]
        said = line.ends and line.words >= MIN_SENTENCE_WORDS and line.text[-1:] not in ":?…"
        if said and not (line.chrome or line.byline or line.credit or line.note) and not calls_reader(line.text):
            found[index] = "body"


def needed(line: Line) -> float:
    """How probable a line must be to be body."""
    return SHORT if line.words <= MAX_SHORT_WORDS and not line.prose else BODY


def _drop_what_furniture_opens(lines: Sequence[Line], found: list[Role]) -> None:
    """Behind "Trending", "Related stories" or "Sign up to …" the next lines without a full stop belong to it."""
    opened = False
    for index, line in enumerate(lines):
        if found[index] == "chrome" and opens_list(line.text):
            opened = True
        elif opened and not line.prose and not line.ends and line.words <= 20:
            found[index] = "chrome" if found[index] in ("body", "heading") else found[index]
        else:
            opened = False


def _headline(lines: Sequence[Line], likely: Matrix, body: Sequence[bool]) -> int | None:
    """The likeliest line before most of the body; of a line said several times the last before the body that is no caption."""
    able = _able(lines, likely, body)
    mass: dict[str, float] = {}
    for index in able:
        mass[same(lines[index].text)] = mass.get(same(lines[index].text), 0.0) + float(likely[index, 1])
    best = max(able, key=lambda index: (mass[same(lines[index].text)], -index), default=None)
    if best is None:
        return None
    if best - 1 in able and _may_head(lines[best - 1]) and likely[best - 1, 1] >= VYING * likely[best, 1]:
        best -= 1  # of two lines that vie the second is the dek
    meant = {same(lines[best].text)}
    within = {same(each) for each in parts(lines[best].text)}
    named = {same(lines[index].text) for index in able if abs(index - best) <= NEAR_HEADLINE} & within
    chosen = [index for index in able if same(lines[index].text) in (named or meant)]
    return max((index for index in chosen if not _is_caption(lines, index)), default=max(chosen))


def _may_head(line: Line) -> bool:
    return line.words >= MIN_HEADLINE_WORDS and not parts(line.text)


def _able(lines: Sequence[Line], likely: Matrix, body: Sequence[bool]) -> list[int]:
    """The lines before most of the body that may be the headline; wording speaks against one only where the forest doubts it."""
    total = sum(each.words for each, yes in zip(lines, body, strict=True) if yes)
    entries = _entries(lines)
    told, able = 0, []
    for index, line in enumerate(lines):
        told += line.words * body[index]
        if told > 0.15 * total + 1:
            break
        worded = line.chrome or line.byline or line.note or line.credit
        named = line.words >= 2 and not _SLUG.match(line.text) and not is_day_alone(line.text)
        if named and index not in entries and likely[index, 1] >= (0.5 if worded else HEADLINE):
            able.append(index)
    return able


def _entries(lines: Sequence[Line]) -> frozenset[int]:
    """The lines right below the times of a live blog, with a paragraph behind: headings of its entries, none of which is the blog's."""
    clocks = [
        index
        for index, each in enumerate(lines)
        if each.words <= 2 and _CLOCK.match(each.text) and any(below.prose for below in lines[index + 1 : index + 3])
    ]
    return frozenset(index + 1 for index in clocks) if len(clocks) >= MIN_ENTRIES else frozenset()


def _fill(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """A paragraph that stands among or next to the body's is one of them even where the forest hesitates."""
    sure = [index for index, yes in enumerate(body) if yes]
    for index in range(sure[0], min(len(lines), sure[-1] + GAP)) if sure else ():
        needed = UNSURE / 2 if index < sure[-1] and not lines[index].listed else UNSURE
        line = lines[index]
        told = (line.prose and line.words >= 12) or (line.listed and not line.chrome and index < sure[-1])
        if told and not line.note and likely[index, 0] >= needed:
            body[index] = True
    sure = [index for index, yes in enumerate(body) if yes]
    for index in range(sure[0] + 1, sure[-1]) if sure else ():
        if not body[index] and likely[index, 0] >= UNSURE / 2 and _may_be_heading(lines, body, index):
            body[index] = True


def _keep_turns(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """In an interview questions and answers are as short as furniture; what ends as a sentence beside body is part of it."""
    sure = [index for index, yes in enumerate(body) if yes]
    near = range(max(1, sure[0] - 1), min(len(lines), sure[-1] + NEAR_HEADLINE)) if sure else range(0)
    able = [index for index in near if likely[index, 0] >= UNSURE / 4]
    turns = [index for index in able if _is_turn(lines[index])]
    if len(turns) < max(MIN_TURNS, TURNS * len(able)):
        return
    for index in turns:
        if body[index - 1] or any(body[index + 1 : index + 2]):
            body[index] = True


def _is_turn(line: Line) -> bool:
    plain = not (line.chrome or line.credit or line.byline or line.note or line.dated)
    return plain and line.words <= MAX_SHORT_WORDS and line.text.rstrip("\"'”’»)")[-1:] in (".", "?", "!", "…")


def _may_be_heading(lines: Sequence[Line], body: Sequence[bool], index: int) -> bool:
    """A short line without a full stop right before a paragraph and, furniture apart, right behind one."""
    line = lines[index]
    if line.words > 12 or line.ends or line.chrome or line.dated or line.byline or line.credit or line.times > 1:
        return False
    before = next((at for at in range(index - 1, -1, -1) if not lines[at].chrome), None)
    opened = index > 0 and opens_list(lines[index - 1].text)
    return not opened and before is not None and lines[before].prose and body[index + 1] and lines[index + 1].prose


def _is_caption(lines: Sequence[Line], index: int) -> bool:
    """Whether a credit and nothing more stands right below the line."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    followed = below is not None and below.credit and not below.gap and below.words <= MAX_CREDIT_WORDS
    return followed and not (lines[index].chrome or lines[index].dated) and lines[index].words >= MIN_CAPTION_WORDS


def _drop_small_clusters(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    clusters: list[list[int]] = []
    for index in (index for index, yes in enumerate(body) if yes):
        if not clusters or index - clusters[-1][-1] > GAP:
            clusters.append([])
        clusters[-1].append(index)
    sizes = [sum(lines[index].words for index in each) for each in clusters]
    for cluster, size in zip(clusters, sizes, strict=True):
        sure = sum(likely[index, 0] * lines[index].words for index in cluster) / max(1, size)
        if size < SMALL * max(sizes) and sure < SURE:
            for index in cluster:
                body[index] = False


def _drop_last(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    last = max((index for index, yes in enumerate(body) if yes), default=0)
    alone = sum(body) == 1
    if not alone and lines[last].words <= MAX_SHORT_WORDS and likely[last, 0] < LAST:
        body[last] = False


def _add_to_brief(lines: Sequence[Line], likely: Matrix, body: list[bool]) -> None:
    """A short item goes on with its next sentences, however short they are."""
    told = sum(each.words for each, yes in zip(lines, body, strict=True) if yes)
    last = max((index for index, yes in enumerate(body) if yes), default=len(lines))
    for index in range(last + 1, len(lines)):
        line = lines[index]
        plain = line.ends and line.words >= MIN_SENTENCE_WORDS and line.text[-1:] not in ":?…"
        if not plain or line.chrome or line.note or line.credit or line.byline or calls_reader(line.text):
            return
        if told > MAX_BRIEF_WORDS or likely[index, 0] < UNSURE / 2:
            return
        body[index] = True


def _name_rare(lines: Sequence[Line], likely: Matrix, found: list[Role], headline: int | None) -> None:
    """Section before the headline; dek, byline and date behind it."""
    if headline is None:
        return
    before = range(max(0, headline - 6), headline)
    section = _section(lines, likely, before)
    if section is not None:
        found[section] = "section"
    first = next((index for index in range(headline + 1, len(lines)) if found[index] == "body"), len(lines))
    near = range(headline + 1, min(first, headline + NEAR_HEADLINE))
    by = SURE_BYLINE if any(lines[index].byline for index in near) else BYLINE
    for index in near:
        found[index] = _of_head(lines, likely, index, said=same(lines[headline].text), by=by)
    _date_above(lines, found, headline)
    _start_body(lines, found, headline, first)
    _one_dek(lines, found, headline, first)


def _start_body(lines: Sequence[Line], found: list[Role], headline: int, first: int) -> None:
    """A sentence between byline or date and the body begins it, however short; a dek stands nearer to the headline."""
    before = first - 1
    if before <= headline or found[before] != "dek" or not lines[before].ends or first >= len(lines):
        return
    if any(found[index] in ("byline", "date", "image") for index in range(headline + 1, before)):
        found[before] = "body"


def _date_above(lines: Sequence[Line], found: list[Role], headline: int) -> None:
    """A date line right above the headline is the article's where none stands below it."""
    if "date" in found or any(lines[index].dated and found[index] == "byline" for index in range(len(lines))):
        return
    above = [index for index in range(max(0, headline - 2), headline) if found[index] != "section"]
    if above and lines[above[-1]].dated and above[-1] == max(above):
        found[above[-1]] = "date"


def _section(lines: Sequence[Line], likely: Matrix, before: range) -> int | None:
    """The last short label before the headline, or the likeliest."""
    able = [index for index in before if _may_be_section(lines[index])]
    likeliest = max(able, key=lambda index: likely[index, 5], default=None)
    if likeliest is not None and likely[likeliest, 5] >= RARE:
        return likeliest
    return able[-1] if able and _leads(lines, able[-1], before.stop) else None


def _leads(lines: Sequence[Line], index: int, headline: int) -> bool:
    """Whether nothing but a date or a byline stands between a label and the headline."""
    between = lines[index + 1 : headline]
    return all(each.dated or each.byline or each.text.lower() in NO_SECTIONS for each in between)


def _may_be_section(line: Line) -> bool:
    told = line.chrome or line.dated or _SLUG.match(line.text) or _CLOCK.match(line.text) or is_day_alone(line.text)
    return not told and line.words <= 4 and line.text.strip().lower() not in NO_SECTIONS


def _of_head(lines: Sequence[Line], likely: Matrix, index: int, *, said: str, by: float) -> Role:
    line = lines[index]
    pictured = likely[index, 2] >= PICTURED and not line.chrome and line.words >= MIN_CAPTION_WORDS
    if line.credit or _is_caption(lines, index) or pictured:
        return "image"
    if line.byline or (likely[index, 3] >= by and not is_day_alone(line.text)):
        return "byline"
    if line.dated:
        return "date"
    if line.chrome or line.note or same(line.text) == said or line.words < 4 or _ASIDE.fullmatch(line.text):
        return "chrome"
    return "dek"


def _one_dek(lines: Sequence[Line], found: list[Role], headline: int, first: int) -> None:
    """The first dek counts; a first paragraph that stands before byline, date or picture is one too."""
    deks = [index for index in range(headline + 1, first) if found[index] == "dek"]
    for index in deks[1:]:
        found[index] = "chrome"
    if not deks and first == headline + 1 and _reads_like_dek(lines, found, first):
        found[first] = "dek"
        return
    following = lines[first + 1 : first + 8] if first == headline + 1 else ()
    behind = next((at for at, each in enumerate(following) if each.prose), len(following))
    if not deks and 0 < behind < len(following) and lines[first].words < 45:
        between = following[:behind]
        if any(each.byline or each.dated or each.credit for each in between):
            found[first] = "dek"
            for at, each in enumerate(between, start=first + 1):
                found[at] = (
                    "image"
                    if each.credit or _is_caption(lines, at)
                    else "byline"
                    if each.byline
                    else "date"
                    if each.dated
                    else "chrome"
                )


def _reads_like_dek(lines: Sequence[Line], found: Sequence[Role], index: int) -> bool:
    """Right behind the headline, no full stop, and a paragraph behind it."""
    followed = index + 1 < len(lines) and found[index + 1] == "body" and lines[index + 1].ends
    return followed and not lines[index].ends and 5 <= lines[index].words <= 40


def _settled(lines: Sequence[Line], found: Sequence[Role], index: int) -> Role:
    """What the wording of a line in or behind the body settles."""
    line, role = lines[index], found[index]
    if role in ("body", "chrome") and line.note:
        return "note"
    if role != "body":
        return role
    if line.credit and line.words < 40:
        return "image"
    if (line.chrome and line.words <= 15) or line.byline:
        return "chrome"
    if line.listed:
        return "list-item"
    short = line.words <= 15 and not line.ends and not line.prose
    followed = index + 1 < len(lines) and found[index + 1] == "body"
    return "heading" if short and followed else "body"
