"""Clean articles -> scrapes of them as news sites lay them out: invented menus, promotions, bylines, captions, comments, footers; with labels."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import furniture_words as words
from scrapes import Scrape

from pipeline.normalize.lines.line import Role

Row = tuple[str, Role]


BRIEFS = 0.25
"""Share of the layouts that show a short news item ..."""
LIVE = 0.06
"""... and a live blog."""


class Clean(NamedTuple):
    """An article without anything around it; ``rows`` are its body's blocks."""

    id: str
    headline: str
    body: tuple[str, ...]


class Others(NamedTuple):
    """What a site offers beside a story: headlines of other articles and sentences that tell of them."""

    headlines: Sequence[str]
    teasers: Sequence[str]


def others_of(articles: Sequence[Clean]) -> Others:
    """The headlines of articles, and how each begins."""
    opened = (each.body[0].split(". ")[0].rstrip(". ") + "." for each in articles if each.body)
    return Others(
        tuple(each.headline for each in articles), tuple(each for each in opened if 8 <= len(each.split()) <= 45)
    )


def furnished(article: Clean, others: Others, copies: int, kind: str) -> Iterator[Scrape]:
    """Scrapes of the article in invented layouts; ``others`` are other articles."""
    for number in range(copies):
        chance = random.Random(f"{article.id} {number}")  # noqa: S311 - seeded, so that every run makes the same scrapes
        rows = _Layout(chance, others).page(article)
        spread = chance.choice(("blanks", "dense", "mixed"))
        lines: list[str] = []
        for text, _ in rows:
            apart = spread == "blanks" or (spread == "mixed" and chance.random() < 0.5)
            lines += ["", text] if apart else [text]
        address = _address(article.headline, chance) if chance.random() < 0.4 else ""
        yield Scrape(article.id, kind, "\n".join(lines), tuple(role for _, role in rows), address)


def _address(headline: str, chance: random.Random) -> str:
    """An address as sites make it of a headline: some of its words, behind a section and a day."""
    kept = [each for each in re.findall(r"[a-z0-9]+", headline.lower()) if chance.random() < 0.85]
    return f"https://news.example/{chance.choice(words.SECTIONS).lower()}/2024/05/{'-'.join(kept)}"


class _Layout:
    """One site's way of laying out, drawn at random."""

    def __init__(self, chance: random.Random, others: Others) -> None:
        self.chance, self.others, self.teasers = chance, others.headlines, others.teasers or others.headlines
        self.site, self.section = chance.choice(words.SITES), chance.choice(words.SECTIONS[1:])

    def page(self, article: Clean) -> list[Row]:
        """All rows, the article's among them."""
        chance = self.chance
        body = list(article.body)
        if chance.random() < BRIEFS:
            body = _brief(body, chance)
        dek = _dek(body, chance) if chance.random() < 0.6 and len(body) > 1 else None
        rows = self.top(article) if chance.random() < 0.8 else []
        rows += self.head(article, dek)
        rows += self.story(body)
        return rows + (self.bottom() if chance.random() < 0.8 else [])

    def top(self, article: Clean) -> list[Row]:
        chance = self.chance
        rows = [self.said(each) for each in _some(chance, words.CONSENT, 0, 3)]
        menu = _some(chance, words.SECTIONS, 3, 16)
        if chance.random() < 0.35:
            rows.append((chance.choice((" | ", " / ", "  ", " · ")).join(menu), "chrome"))
        elif chance.random() < 0.7:
            rows += [(each, "chrome") for each in menu]
        rows += [self.said(each) for each in _some(chance, words.PROMOTIONS, 0, 5)]
        if chance.random() < 0.25:
            rows += [(each, "chrome") for each in _some(chance, self.others, 1, 4)]
        chance.shuffle(rows)
        if chance.random() < 0.25:
            rows.append((f"{article.headline}{chance.choice((' | ', ' - ', ' – '))}{self.site}", "chrome"))
        if chance.random() < 0.25:
            path = ["Home", self.section, *([article.headline] if chance.random() < 0.4 else [])]
            rows.append((chance.choice((" > ", " / ", " › ", " » ")).join(path), "chrome"))
        return rows

    def head(self, article: Clean, dek: str | None) -> list[Row]:
        chance = self.chance
        rows: list[Row] = [(self.section, "section")] if chance.random() < 0.4 else []
        parts = [*([[(dek, "dek")]] if dek else []), self.byline(), self.date(), self.sharing(), self.picture(article)]
        if chance.random() < 0.5:
            chance.shuffle(parts)
        before = [parts.pop()] if chance.random() < 0.12 else []
        rows += [each for part in before for each in part if each[1] != "dek"]
        rows.append((article.headline, "headline"))
        if chance.random() < 0.08:
            rows.append((article.headline, "headline"))
        rows += [each for part in parts for each in part]
        return rows

    def byline(self) -> list[Row]:
        chance = self.chance
        if chance.random() < 0.2:
            return []
        who = self.name() + (f"{chance.choice((' and ', ', ', ' & '))}{self.name()}" if chance.random() < 0.25 else "")
        line = chance.choice(
            (
                "By {who}",
                "By {who}",
                "By {who}",
                "{who}",
                "Words by {who}",
                "BY {who}",
                "{who} in {place}",
                "{who}, {trade}",
                "By {who}, {trade}",
                "EXCLUSIVE by {who}",
                "By {who} | {site}",
                "Written by {who}",
            )
        )
        rows: list[Row] = [(self.fill(line.replace("{who}", who)), "byline")]
        if chance.random() < 0.25:
            rows.append((self.fill(chance.choice(("{site}", "{trade}", "@{given}", "For {site}"))), "chrome"))
        return rows

    def date(self) -> list[Row]:
        chance = self.chance
        if chance.random() < 0.25:
            return []
        day, month, year = chance.randrange(1, 29), chance.randrange(12), chance.randrange(1998, 2027)
        clock = f"{chance.randrange(1, 13)}:{chance.randrange(60):02}"
        name = words.MONTHS[month]
        forms = (
            f"{name} {day}, {year}", f"{day} {name} {year}", f"{name[:3]} {day}, {year} {clock} AM", f"{day} {name[:3]} {year} {clock}", f"Published {day} {name} {year}", f"Updated {clock} PM EST, {name} {day}, {year}",
            f"{chance.choice(words.DAYS)} {day} {name[:3]} {year} {clock.replace(':', '.')} GMT", f"{year}-{month + 1:02}-{day:02}", f"{day}/{month + 1:02}/{year}", f"Last updated: {name} {day}, {year}", f"{name} {day}, {year} at {clock} p.m.", f"Posted on {name} {day}, {year}",
        )  # fmt: skip
        rows: list[Row] = [(chance.choice(forms), "date")]
        if chance.random() < 0.2:
            rows.append((f"Updated {chance.randrange(2, 20)} hours ago", "chrome"))
        return rows

    def sharing(self) -> list[Row]:
        return [self.said(each) for each in _some(self.chance, words.SHARING, 0, 6)]

    def picture(self, article: Clean) -> list[Row]:
        chance = self.chance
        if chance.random() < 0.35:
            return []
        told = chance.choice(article.body).split()
        start = chance.randrange(max(1, len(told) - 14))
        text = " ".join(told[start : start + chance.randrange(5, 15)]).strip(' ,;:“”"')
        caption = text[:1].upper() + text[1:] + chance.choice((".", ""))
        if chance.random() < 0.15:
            caption = article.headline
        who = f"{self.name()}/{chance.choice((*words.AGENCIES, self.site))}"
        credit = chance.choice(
            (
                "Photo: {who}",
                "Photograph: {who}",
                "({who})",
                "| Photo: {who}",
                "Credit: {who}",
                "Picture: {who}",
                "Image: {who}",
                "[{who}]",
                "{who}",
            )
        )
        credit = credit.replace("{who}", chance.choice((who, self.name(), chance.choice(words.AGENCIES))))
        if chance.random() < 0.3:
            return [(caption, "image"), (credit.strip("| "), "image")]
        return [(f"{caption} {credit}" if chance.random() < 0.8 else caption, "image")]

    def story(self, body: Sequence[str]) -> list[Row]:
        chance = self.chance
        rows: list[Row] = []
        often = chance.choice((0.0, 0.1, 0.2, 0.35))
        live = chance.random() < LIVE
        for at, each in enumerate(body):
            if live and chance.random() < 0.7:
                rows += [(each, "body") for each in self.entry()]
            if at and chance.random() < often:
                rows += [self.said(one) for one in _some(chance, words.INSIDE, 1, 3)]
                if chance.random() < 0.25:
                    rows += [(one, "chrome") for one in _some(chance, self.others, 1, 3)]
            if at and chance.random() < often / 4:
                rows += list(self.pictures(body))
            rows.append((each, "body"))
        return rows

    def entry(self) -> list[str]:
        """What stands above an entry of a live blog: its time, and often its own heading."""
        chance = self.chance
        clock = f"{chance.randrange(24):02}{chance.choice(':.')}{chance.randrange(60):02}{chance.choice(('', '', ' GMT', ' BST', ' CET'))}"
        return [clock, chance.choice(self.others)] if chance.random() < 0.4 else [clock]

    def pictures(self, body: Sequence[str]) -> list[Row]:
        return self.picture(Clean("", self.chance.choice(self.others), tuple(body)))

    def bottom(self) -> list[Row]:
        chance = self.chance
        rows: list[Row] = []
        if chance.random() < 0.3:
            rows.append(
                (
                    self.fill(
                        chance.choice(
                            (
                                "Additional reporting by {name}",
                                "{name} contributed to this report.",
                                "— with files from {name}",
                                "Correction: An earlier version of this article misstated the date.",
                                "Editing by {name}",
                            )
                        )
                    ),
                    "chrome",
                )
            )
        if chance.random() < 0.3:
            rows += [self.said(each) for each in _some(chance, words.BIOS, 1, 1)]
        if chance.random() < 0.25:
            rows += [self.said(each) for each in _some(chance, words.APPEALS, 1, 3)]
        if chance.random() < 0.4:
            rows += (
                [("Tags: " + ", ".join(_some(chance, words.SECTIONS, 2, 5)), "chrome")]
                if chance.random() < 0.5
                else [("Topics", "chrome"), *((each, "chrome") for each in _some(chance, words.SECTIONS, 2, 5))]
            )
        rows += self.sharing()
        if chance.random() < 0.3:
            rows += self.comments()
        if chance.random() < 0.7:
            rows.append(self.said(chance.choice(words.CLOSING)))
            told = chance.choice((0.0, 0.0, 0.5, 1.0))
            for each in _some(chance, self.others, 2, 7):
                rows.append((each, "chrome"))
                if chance.random() < told:
                    rows.append((chance.choice(self.teasers), "chrome"))
                if chance.random() < 0.2:
                    rows.append(
                        (f"{chance.randrange(2, 20)} {chance.choice(('hours', 'days', 'minutes'))} ago", "chrome")
                    )
        rows += [self.said(each) for each in _some(chance, words.FOOTER, 0, 8)]
        return rows

    def comments(self) -> list[Row]:
        chance = self.chance
        rows: list[Row] = [(f"{chance.randrange(2, 400)} comments", "chrome"), ("Leave a comment", "chrome")]
        for each in _some(chance, words.REMARKS, 1, 5):
            rows += [
                (chance.choice((f"{self.name()} says:", self.name(), f"{self.name()} 3 hours ago")), "chrome"),
                self.said(each),
                ("Reply", "chrome"),
            ]
        return rows

    def name(self) -> str:
        return f"{self.chance.choice(words.GIVEN)} {self.chance.choice(words.FAMILY)}"

    def said(self, text: str) -> Row:
        return self.fill(text), "chrome"

    def fill(self, text: str) -> str:
        chance = self.chance
        return text.format(
            name=self.name(), given=chance.choice(words.GIVEN), place=chance.choice(words.PLACES), site=self.site, section=self.section,
            trade=chance.choice(words.TRADES).format(place=chance.choice(words.PLACES)), other=chance.choice(self.others),
        ) if "{" in text else text  # fmt: skip


def _brief(body: Sequence[str], chance: random.Random) -> list[str]:
    """The first paragraphs, or only their first sentences, as short news items are."""
    first = list(body[: chance.randrange(1, 4)])
    if chance.random() < 0.5:
        first = [each.split(". ")[0].rstrip(". ") + "." for each in first]
    return first


def _dek(body: Sequence[str], chance: random.Random) -> str | None:
    """A sentence of the body's second half, as a dek says in other words what stands below; with or without its full stop."""
    sentences = [
        one.strip()
        for each in body[len(body) // 2 :]
        for one in each.split(". ")
        if 7 <= len(one.split()) <= 28 and one[:1].isupper()
    ]
    if not sentences:
        return None
    plain = chance.choice(sentences).strip(" .")
    return plain + chance.choice((".", "", ""))


def _some(chance: random.Random, rows: Sequence[str], low: int, high: int) -> list[str]:
    return chance.sample(list(rows), min(len(rows), chance.randint(low, high)))
