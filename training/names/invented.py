"""Step 2. Stories of our own with known names: every tradition of naming in every role of the news, and real sentences with names exchanged."""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path

from extracts import extracts
from gazetteer import DEMONYMS
from people import Person, person
from reports import reports
from templates import HEADLINES, PLAIN, STORIES
from things import (
    ADJECTIVES,
    PLURALS,
    acronym,
    alike,
    any_of,
    body,
    city,
    club,
    coined,
    company,
    country,
    event,
    facility,
    listed,
    organization,
    product,
    region,
    ship,
    storm,
    work,
)

SLOT = re.compile(r"\{([a-zA-Z]+)(\d?)\}")
ROLES = """president|prime minister|vice president|foreign minister|defence minister|finance minister|interior minister|health minister|opposition leader|police chief|army chief|mayor|governor|spokesman|spokeswoman|spokesperson|ambassador|lawyer|economist|analyst|researcher|professor|doctor|nurse|teacher|farmer|shopkeeper|taxi driver|activist|lawmaker|senator|judge|prosecutor|coach|captain|goalkeeper|striker|midfielder|manager|chief executive|chairman|chairwoman|director|actor|actress|singer|writer|poet|film-maker|bishop|imam|monk|general|colonel|student|engineer|journalist|editor|fisherman|resident|eyewitness|historian|scientist|virologist|billionaire|businessman|secretary-general|envoy|deputy minister|party leader|trade unionist""".split(
    "|"
)
PREFIXES = """President|Prime Minister|Vice President|Foreign Minister|Defence Minister|Defense Secretary|Finance Minister|Interior Minister|Health Minister|Secretary of State|Chancellor|Senator|Sen.|Rep.|Governor|Gov.|Mayor|Judge|Justice|Chief Justice|King|Queen|Prince|Princess|Sheikh|Pope|Bishop|Archbishop|Cardinal|Rev.|Father|Imam|Ayatollah|General|Gen.|Lt. Gen.|Maj. Gen.|Brig. Gen.|Colonel|Col.|Captain|Capt.|Sgt.|Admiral|Dr|Dr.|Professor|Prof.|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Sir|Dame|Lord|Lady|Coach|Secretary-General|UN Secretary-General|Ambassador|Police Chief|Spokesman|Attorney General|Director General|former President|then-Prime Minister|acting President|Crown Prince|Police Commissioner|Marshal|Vice Marshal|Field Marshal|Supreme Leader|Constable|Detective|Sheriff|Chairman|Chief Executive|CEO|District Attorney|U.S. Attorney|Magistrate|Nurse|Sister|Brother|Major|Lieutenant|Commander|Rabbi|Mufti|Emir|Sultan|President-elect|First Lady|Supt.|Inspector|Deputy Prime Minister|Speaker""".split(
    "|"
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
STATE_ABBREVIATIONS = "Fla.|Calif.|N.Y.|N.J.|Mass.|Pa.|Ill.|Tex.|Texas|Ga.|Va.|Wash.|Ariz.|Colo.|Minn.|Mich.|Ohio|Tenn.|Ala.|La.|Ky.|Mo.|Wis.|Conn.|D.C.|NY|CA|TX|FL|Ont.|Que.|B.C.|NSW".split(
    "|"
)
PEOPLE = """Herders|Fishermen|Farmers|Miners|Teachers|Nurses|Doctors|Drivers|Traders|Investors|Shoppers|Tourists|Pilgrims|Students|Pupils|Parents|Widows|Orphans|Villagers|Townsfolk|Residents|Neighbours|Survivors|Rescuers|Firefighters|Soldiers|Rebels|Militants|Gunmen|Bandits|Kidnappers|Smugglers|Migrants|Refugees|Activists|Protesters|Strikers|Unions|Lawmakers|Ministers|Senators|Judges|Lawyers|Prosecutors|Detectives|Officers|Inmates|Jurors|Voters|Pollsters|Analysts|Economists|Brokers|Lenders|Airlines|Carmakers|Drugmakers|Retailers|Developers|Landlords|Tenants|Fans|Players|Coaches|Referees|Scientists|Biologists|Astronomers|Historians|Archaeologists|Publishers|Actors|Singers|Painters|Critics|Priests|Imams|Monks|Elders|Women|Men|Children|Families|Thousands|Dozens|Hundreds|Elephants|Reindeer|Locusts|Fires|Floods|Landslides""".split(
    "|"
)
WORDS = """Hope|Water|Peace|Inflation|Internet|Web|Budget|Government|Opposition|Cabinet|Climate|Energy|Education|Housing|Freedom|Justice|Democracy|Corruption|Football|Rice|Gold|Copper|Cocoa|Coffee|Oil|Gas|Rain|Drought|Winter|Spring|Summer|Money|Debt|Tax|Trade|Health|Hunger|Poverty|Silence|Justice|Speaker|President|Chairman|Board|Church|State|Bill|Act|Charter|Accord|Summit|Inquiry|Report|Reform|Plan|Deal|Vote|Poll|Strike|Crash|Blast|Attack|Crisis|Growth|Market|Science|Music|Art|Love|Death|Life|Home|School|Hospital|Bus|Train|Road|Bridge""".split(
    "|"
)
ACRONYMS = """HIV|AIDS|TB|GDP|CPI|VAT|GST|IPO|ETF|CEO|CFO|PM|MP|MPs|TV|PR|HR|IT|AI|EV|EVs|SUV|LNG|LPG|CNG|CCTV|GPS|NGO|NGOs|IED|IEDs|RPG|UAV|DNA|PCR|IVF|ICU|PPE|PhD|MBA|GCSE|SAT|ATM|PIN|SMS|USB|LED|VIP|CV|ID|VPN|PDF|FAQ|Q&A|FDI|SME|SMEs|R&D|M&A|CSR|ESG|GMO|BSE|CO2|UFO|DUI|FIR|EVM|MSP|LGBT|LGBTQ|BBL|AGM|MoU|IPO|OAP|A&E|GP|ADHD|PTSD|STEM|GMT|BST|USD|DVD|CD""".split(
    "|"
)
ONE_OF_A_PEOPLE = """Swede|Dane|Finn|Norwegian|Icelander|Briton|Englishman|Englishwoman|Scot|Welshman|Irishman|Frenchman|Frenchwoman|Dutchman|Dutchwoman|Belgian|Spaniard|Catalan|Basque|German|Austrian|Swiss|Italian|Greek|Turk|Pole|Czech|Slovak|Slovene|Croat|Serb|Bosnian|Albanian|Bulgarian|Romanian|Hungarian|Ukrainian|Russian|Georgian|Armenian|Kazakh|Uzbek|Israeli|Palestinian|Lebanese|Syrian|Iraqi|Iranian|Saudi|Emirati|Egyptian|Libyan|Tunisian|Algerian|Moroccan|Ethiopian|Eritrean|Somali|Kenyan|Ugandan|Tanzanian|Rwandan|Nigerian|Ghanaian|Ivorian|Cameroonian|Senegalese|South African|Zimbabwean|Zambian|Indian|Pakistani|Bangladeshi|Nepali|Sri Lankan|Thai|Malaysian|Indonesian|Filipino|Vietnamese|Chinese|Japanese|Korean|South Korean|Australian|New Zealander|Samoan|Fijian|Canadian|American|Texan|Californian|Mexican|Cuban|Jamaican|Bahamian|Dominican|Colombian|Venezuelan|Brazilian|Argentine|Chilean|Peruvian|Uruguayan|Parisian|Londoner|New Yorker|Muslim|Christian|Jew|Hindu|Sikh|Catholic|Protestant|Kurd|Basque|Tatar|Uighur|Republican|Democrat|Conservative|Socialist|Communist""".split(
    "|"
)
MONTHS = """January February March April May June July August September October November December""".split()
TYPES = {
    "p": "person", "s": "person", "o": "organization", "a": "organization", "co": "organization", "b": "organization", "cl": "organization", "ct": "organization", "coin": "organization",
    "pt": "organization", "ar": "organization", "pa": "organization", "bd": "organization", "un": "organization", "lc": "organization", "k": "group", "gd": "group", "tn": "other",
    "c": "place", "n": "place", "r": "place", "C": "place", "sa": "place", "f": "facility", "g": "group", "gs": "group", "e": "other", "w": "other", "sh": "other", "st": "other", "pr": "other",
}  # fmt: skip
Marked = tuple[str, list[tuple[int, int, list[str]]]]


class Cast:
    """Who and what one story is about: the same slot stands for the same name throughout."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.names = rng, {}

    def fill(self, kind: str, number: str) -> str:
        if kind in ("p", "s"):
            who = self.names.setdefault("p" + number, person(self.rng))
            return self.full(who) if kind == "p" else who.short
        if kind == "a":
            return acronym(self.fill("b", number)) or "UN"
        return self.names.setdefault(kind + number, self.new(kind))

    def full(self, who: Person) -> str:
        return who.full

    def new(self, kind: str) -> str:
        rng = self.rng
        makers = {
            "o": organization,
            "co": company,
            "b": body,
            "cl": club,
            "ct": lambda r: city(r) if r.random() < 0.4 else any_of("clubs", r),
            "pt": lambda r: any_of("parties", r),
            "ar": lambda r: any_of("armed", r),
            "pa": lambda r: any_of("papers", r),
            "bd": lambda r: r.choice(r.choice(listed("bodies")[:-1])),
            "un": lambda r: r.choice(listed("bodies")[-1]),
            "lc": lambda r: company(r) if r.random() < 0.6 else any_of("companies", r),
            "gd": lambda r: r.choice(ONE_OF_A_PEOPLE),
            "k": lambda r: any_of("groups", r),
            "tn": lambda r: any_of("tournaments", r),
            "tk": lambda r: "".join(r.choices("ABCDEFGHKLMNPRSTVX", k=4)) + r.choice(("", ".N", ".L", ".O", ".PA")),
            "r": region,
            "coin": coined,
            "C": lambda r: city(r).upper(),
            "c": city,
            "n": country,
            "f": facility,
            "e": event,
            "w": work,
            "sh": ship,
            "st": storm,
            "pr": product,
        }
        lists = {
            "ac": ACRONYMS,
            "pl": PEOPLE,
            "ws": WORDS,
            "g": ADJECTIVES,
            "gs": PLURALS,
            "t": ROLES,
            "T": PREFIXES,
            "d": DAYS,
            "sa": STATE_ABBREVIATIONS,
            "m": MONTHS,
        }
        if kind == "num":
            return str(rng.choice((rng.randint(2, 99), rng.randint(100, 3000), rng.randint(1950, 2026))))
        if kind in lists:
            return rng.choice(lists[kind])
        return makers[kind](rng)


def render(template: str, cast: Cast) -> Marked:
    """The template with its slots filled, and the spans of the names. Names invented with a leading article keep it outside."""
    text, marks, at = "", [], 0
    for slot in SLOT.finditer(template):
        text += template[at : slot.start()]
        at = slot.end()
        kind, number = slot.groups()
        value = cast.fill(kind, number or "1")
        if text == "" or text[-2:] in (". ", "? "):
            value = value[0].upper() + value[1:]
        if kind in TYPES:
            types = [TYPES[kind]]
            marks.append((len(text), len(text) + len(value), types))
        text += value
        at += value.endswith(".") and template[at : at + 1] == "."
    return text + template[at:], marks


def sentence(text: str, spans: list) -> dict:
    return {"text": text, "spans": spans, "open": [], "unknown": []}


def story(rng: random.Random) -> list[dict]:
    """Some sentences that share a cast: a headline at times, then reports, with nameless sentences between."""
    cast, made = Cast(rng), []
    if rng.random() < 0.5:
        text, spans = render(rng.choice(HEADLINES), cast)
        made.append(sentence(text, spans))
    for _ in range(rng.randint(3, 7)):
        if rng.random() < 0.2:
            made.append(sentence(*render(rng.choice(PLAIN), cast)))
        else:
            theme = rng.choice(STORIES)
            made.append(sentence(*render(theme, cast)))
        if rng.random() < 0.3:
            cast = Cast(rng)
    return made


def exchanged(sentences: list[dict], rng: random.Random) -> list[dict]:
    """A real document with most persons, many places and some organizations renamed, the same name always alike."""
    chosen: dict[tuple[str, str], str] = {}
    shorts: dict[str, Person] = {}
    made = []
    for each in sentences:
        text, spans, at = "", [], 0
        for start, end, types in each["spans"]:
            old = each["text"][start:end]
            new = chosen.setdefault((old, types[0]), rename(old, types, rng, shorts))
            text += each["text"][at:start]
            spans.append((len(text), len(text) + len(new), types))
            text, at = text + new, end
        text += each["text"][at:]
        unknown = [move(hole, each["spans"], spans) for hole in each["unknown"]]
        made.append({"text": text, "spans": spans, "open": each["open"], "unknown": unknown})
    return made


def move(hole: tuple[int, int], before: list, after: list) -> tuple[int, int]:
    """An unknown range's place after the exchange of the names before it."""
    shift = max(
        ((end, new_end - end) for (_, end, _), (_, new_end, _) in zip(before, after, strict=True) if end <= hole[0]),
        default=(0, 0),
    )[1]
    return hole[0] + shift, hole[1] + shift


def rename(old: str, types: list[str], rng: random.Random, known: dict[str, Person]) -> str:
    if types == ["person"] and rng.random() < 0.85 and old[0].isupper():
        words = old.split(" ")
        if len(words) == 1:
            who = known.get(old) or person(rng)
            return who.short if not old.isupper() else who.short.upper()
        who = person(rng)
        known[words[-1]] = known[words[0]] = who
        return who.full
    if types == ["place"] and rng.random() < 0.5 and " " not in old and old[0].isupper():
        return rng.choice((city, country, region))(rng)
    if types == ["group"] and rng.random() < 0.6 and old in DEMONYMS:
        return rng.choice(PLURALS if old.endswith("s") else ADJECTIVES)
    if types == ["organization"] and old in alike() and rng.random() < 0.6:
        return rng.choice(alike()[old])
    if types == ["organization"] and rng.random() < 0.2 and old[0].isupper():
        return organization(rng)
    if types == ["facility"] and rng.random() < 0.5:
        return facility(rng)
    return old


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpora", type=Path, help="what step 1 made")
    ask.add_argument("stories", type=Path)
    ask.add_argument("exchanged", type=Path)
    ask.add_argument("reports", type=Path)
    ask.add_argument("extracts", type=Path)
    ask.add_argument("--stories-count", type=int, default=6000)
    ask.add_argument("--seed", type=int, default=0)
    told = ask.parse_args()
    rng = random.Random(told.seed)
    stories = [
        {"source": "invented", "name": f"story-{n}", "fold": "train", "sentences": story(rng)}
        for n in range(told.stories_count)
    ]
    real = [json.loads(line) for line in told.corpora.read_text(encoding="utf8").splitlines()]
    varied = [renamed(each, rng) for each in real if each["fold"] == "train"]
    written = [copy for each in reports() for copy in (each, each, *(renamed(each, rng) for _ in range(3)))]
    marked = [copy for each in extracts() for copy in (each, renamed(each, rng))]
    outputs = ((told.stories, stories), (told.exchanged, varied), (told.reports, written), (told.extracts, marked))
    for path, made in outputs:
        path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in made), encoding="utf8")
        words = sum(len(s["text"].split()) for each in made for s in each["sentences"])
        print(path.name, len(made), "documents", words, "words")


def renamed(document: dict, rng: random.Random) -> dict:
    return {
        "source": f"{document['source']}_exchanged",
        "name": document["name"],
        "fold": "train",
        "sentences": exchanged(document["sentences"], rng),
    }


if __name__ == "__main__":
    main()
