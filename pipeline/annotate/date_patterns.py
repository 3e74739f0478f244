"""The forms that dates take in English news, as named patterns. Earlier patterns win over later ones."""

from __future__ import annotations

import re

import msgspec

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH = rf"(?P<month>(?:{_MONTHS}|{_SHORT})\b)(?:(?<!\w{{4}})(?<!May)\.|(?<=Sept)\.)?"
_MONTH_2 = _MONTH.replace("<month>", "<month2>")
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ANY_WEEKDAY = (
    r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?,? )?"
)
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>{_DAY_NUMBER})"
_FIRST = rf"(?P<first>{_DAY_NUMBER})"
_TO = r"(?: ?[-–—] ?| to | and | until | through )"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_YEAR_1 = _YEAR.replace("<year>", "<year1>")
_STEP = r"(?P<step>last|this|next) year"
_NUMBER = (
    r"(?P<number>\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty))"
)
_HOLIDAY = (
    r"(?P<holiday>Palm Sunday|Ash Wednesday|Shrove Tuesday|Pancake Day|Mardi Gras|Maundy Thursday|Good Friday|Holy Saturday|"
    r"Easter(?: Saturday| Sunday| Monday)?|Ascension Day|Whit (?:Sunday|Monday)|Pentecost|Corpus Christi(?! Church| College)|Memorial Day|Labor Day|"
    r"(?:August|[Ss]ummer|[Ss]pring|[Ll]ate May|[Ee]arly May|May Day) [Bb]ank [Hh]oliday(?: Monday)?|Remembrance (?:Sunday|Day)|Melbourne Cup Day|"
    r"Anzac Day|ANZAC Day|Waitangi Day|Burns Night|Bonfire Night|Guy Fawkes Night|Holocaust Memorial Day|Fourth of July|Cinco de Mayo|"
    r"Groundhog Day|Earth Day|All Souls' Day|Cyber Monday|"
    r"Columbus Day|Presidents' Day|Martin Luther King (?:Jr\. )?Day|Thanksgiving(?: Day)?|Black Friday|All Saints' Day|New Year's (?:Day|Eve)|Christmas(?: Day| Eve)?|Boxing Day|Valentine's Day|Halloween|Armistice Day|Veterans Day|"
    r"May Day|St\.? Patrick's Day|Bastille Day|Canada Day|Australia Day|Juneteenth|Epiphany|International Women's Day)"
)
_IN = r"(?:(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bfrom )|(?<=\bof )|(?<=\bbefore )|(?<=\bafter )|(?<=\bto )|(?<=\bduring )|(?<=\bfor )|(?<=\band )|(?<=\bbetween )|(?<=\bIn )|(?<=\bSince )|(?<=\bBy ))"
_NOT_A_DAY = (
    r"(?! (?:[a-z]+ )?(?:century|floor|minute|time|edition|place|anniversary|amendment|district|birthday|season|round|street|"
    r"avenue|congress|parliament|largest|biggest|best|most|person|victim|year|day of|president|prime|game|goal|win|hole|annual))"
)


_EVENT_NAME = (
    r"(?:Cup|Games|Olympics|Expo|Conference|Festival|Championships?|Elections?|Summit|Awards|Open|Congress|Fair|Biennale|Forum|Convention|"
    r"Grand Prix|Marathon)"
)
_OF_EVENT = "(?:" + "|".join(
    rf"(?<=\b{each} )"
    for each in (
        "Cup", "Games", "Olympics", "Expo", "Conference", "Festival", "Championship", "Championships", "Election", "Summit",
        "Awards", "Congress", "Fair", "Biennale", "Forum", "Convention", "Marathon", "WWDC",
    )
) + ")"  # fmt: skip
"""Behind these words a year is that of the event, where behind other names it may be a model's number."""


class Pattern(msgspec.Struct, frozen=True):
    """One form: its name stands in the evidence."""

    name: str
    expression: re.Pattern[str]


def _pattern(name: str, expression: str) -> Pattern:
    return Pattern(name, re.compile(rf"(?<![\w-])(?:{expression})(?!\w)"))


PATTERNS: tuple[Pattern, ...] = (
    _pattern("iso", r"(?P<year>\d{4})(?P<sep>[-/])(?P<n1>\d\d)(?P=sep)(?P<n2>\d\d)"),
    _pattern("numeric", r"(?P<n1>\d{1,2})(?P<sep>[/.])(?P<n2>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)"),
    _pattern(
        "day-span", rf"(?:[Ff]rom |[Bb]etween )?(?:the )?{_FIRST}{_TO}(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?"
    ),
    _pattern(
        "months-span", rf"(?:[Ff]rom |[Bb]etween )?{_MONTH} {_FIRST}{_TO}{_MONTH_2} {_DAY}(?![:\d])(?:,? {_YEAR})?"
    ),
    _pattern(
        "months-span",
        rf"(?:[Ff]rom |[Bb]etween )?(?:the )?{_FIRST} {_MONTH}{_TO}(?:the )?{_DAY} {_MONTH_2}(?:,? {_YEAR})?",
    ),
    _pattern("day-span", rf"(?:[Ff]rom |[Bb]etween )?{_MONTH} {_FIRST}{_TO}{_DAY}(?![:\d])(?:, ?{_YEAR})?"),
    _pattern(
        "month-span",
        rf"(?:[Ff]rom |[Bb]etween )?{_MONTH}(?:,? {_YEAR_1})?(?: ?[-–—] ?| to | until | through ){_MONTH_2},? {_YEAR}",
    ),
    _pattern("month-span", rf"[Bb]etween {_MONTH} and {_MONTH_2}(?! \d\d?\b)(?P<year1>)(?:,? {_YEAR})?"),
    _pattern("month-span", rf"[Ff]rom {_MONTH} (?:to|until|through) {_MONTH_2}(?! \d)(?P<year1>)(?P<year>)"),
    _pattern("holiday", rf"(?P<which>last |this |next )?(?:the )?{_HOLIDAY}(?:,? {_YEAR}| {_STEP})?"),
    _pattern("date", rf"{_ANY_WEEKDAY}(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR}| (?P<which>last|this|next) year)?"),
    _pattern(
        "date", rf"{_ANY_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?![:\d])(?:,? {_YEAR}| (?P<which>last|this|next) year)?"
    ),
    _pattern("month-part", rf"(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[- ]{_MONTH}(?:,? (?:of )?{_YEAR})?"),
    _pattern("month-part", rf"the (?P<part>beginning|start|middle|end) of {_MONTH}(?:,? {_YEAR})?"),
    _pattern("month-year", rf"{_MONTH},? (?:of )?{_YEAR}"),
    _pattern("month-that-year", rf"{_MONTH} (?:of )?(?:that|the same) (?P<unit>year)"),
    _pattern(
        "nth-weekday",
        rf"the (?P<nth>first|second|third|fourth|last) {_WEEKDAY} (?:of|in) {_MONTH}(?:,? (?:{_YEAR}|{_STEP}))?",
    ),
    _pattern("weekday-day", rf"{_WEEKDAY},? (?:the )?(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)){_NOT_A_DAY}"),
    _pattern("week-weekday", rf"{_WEEKDAY},? (?P<week>last|next|this) week"),
    _pattern("week-weekday", rf"{_WEEKDAY} of (?P<week>last|next|this) week"),
    _pattern(
        "weekday",
        rf"(?P<which>[Ll]ast |[Tt]his |[Nn]ext |[Oo]n |[Tt]he following |[Tt]he next |[Tt]he previous |[Tt]his coming |[Tt]his past |[Ee]arly |[Ll]ate |[Aa] week on )?{_WEEKDAY}"
        r"(?P<week> week)?(?: (?:morning|afternoon|evening|night))?",
    ),
    _pattern(
        "relative-day",
        r"(?P<word>(?:[Tt]he )?day before yesterday|(?:[Tt]he )?day after tomorrow|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|"
        r"[Ll]ast night|[Tt]his (?:morning|afternoon|evening))(?: (?:morning|afternoon|evening|night))?",
    ),
    _pattern(
        "years-ago-now",
        rf"{_NUMBER} (?:years? ago (?:this|next|last) (?P<unit>month)|(?P<years>years?) ago (?:today|tomorrow))",
    ),
    _pattern("relative-month", rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his) {_MONTH}"),
    _pattern("month-which-year", rf"{_MONTH} (?:of )?(?P<which>last|next|this) year"),
    _pattern("quarter", rf"(?:the )?(?P<which>first|second|third|fourth)[- ]quarter(?: (?:of )?(?:{_YEAR}|{_STEP}))?"),
    _pattern("half", rf"(?:the )?(?P<which>first|second)[- ]half of (?:{_YEAR}|{_STEP}|(?P<whole>the) year)"),
    _pattern(
        "season", rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ff]all) (?:of )?(?:{_YEAR}|{_STEP})(?!-\d)"
    ),
    _pattern("relative-unit", r"[Tt]he (?P<unit>week|weekend|month|year) (?P<which>before last|after next)"),
    _pattern(
        "relative-unit",
        r"(?:[Ee]arlier |[Ll]ater |[Ee]arly |[Ll]ate |[Mm]id-)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:previous|following|coming|past|same|next)) "
        r"(?P<unit>day|[Ww]eek|[Mm]onth|[Yy]ear|week|month|year|weekend|quarter|spring|summer|autumn|fall|winter)(?!-(?:old|long|on|to))",
    ),
    _pattern(
        "relative-unit", r"(?P<which>[Tt]he (?:previous|following|same|next)) (?P<unit>morning|afternoon|evening|night)"
    ),
    _pattern("relative-unit", r"(?P<which>)[Tt]he (?P<unit>day|week|month|year) after(?= *[.,;)]|$)"),
    _pattern("day-before", r"[Tt]he (?:very )?(?P<unit>day|morning|afternoon|evening|night) before(?= *[.,;:)]|$)"),
    _pattern("that-day", r"(?:[Ll]ater |[Ee]arlier )?[Tt]hat (?P<word>day|morning|afternoon|evening|night)"),
    _pattern("weekend", r"(?:[Oo]ver |[Aa]t |[Dd]uring )the (?P<unit>weekend)"),
    _pattern(
        "unit-part",
        r"(?:the )?(?P<part>beginning|start|middle|end) of (?P<which>the|this|last|next) (?P<unit>month|year)",
    ),
    _pattern("unit-part", r"(?P<which>)(?P<unit>year)(?:[- ]|'s )(?P<part>end)"),
    _pattern(
        "ago",
        rf"(?:about |around |nearly |almost |some |over |more than |just |only )?{_NUMBER} (?P<unit>day|week|fortnight|month|year|decade)s? (?P<way>ago|earlier|later|from now)(?! than)",
    ),
    _pattern("ago", r"(?P<number>24|48|72) (?P<unit>hour)s (?P<way>ago|earlier|later)"),
    _pattern("in-time", rf"in {_NUMBER} (?P<unit>day|week|month|year)s?(?:'s?)? time"),
    _pattern("quarter", rf"Q(?P<number>[1-4])(?: (?:of )?{_YEAR})"),
    _pattern(
        "season-alone",
        r"(?<=\bin the )(?:(?:early|late|mid)[- ])?(?P<season>spring|summer|autumn|fall(?= *[.,;:)]))(?! (?:of|[a-z]+ing\b|term|season|market|collection|issue|budget|statement|school))",
    ),
    _pattern(
        "ordinal-day",
        rf"(?:on |until |by |from |to |for |before |after )the (?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)){_NOT_A_DAY}(?= *(?:[.,;:)]|$|(?:and|or|at|by|in|with|when|after|before|for|to|as|while|but)\b))",
    ),
    _pattern("month", rf"{_IN}(?P<month>{_MONTHS})(?! (?:be|have|not|on|to|in|Day|[A-Z]\w+)\b)"),
    _pattern("year-span", r"(?P<first>(?:19|20)\d\d) ?[-–—] ?(?P<year>(?:19|20)\d\d)"),
    _pattern(
        "year-span",
        r"(?:[Ff]rom|[Bb]etween) (?P<first>(?:1[5-9]|20)\d\d) (?:to|and|until|through) (?P<year>(?:1[5-9]|20)\d\d)",
    ),
    _pattern(
        "short-span", rf"(?:{_IN}|(?<=\bthe )|(?<=\bThe ))(?P<first>(?:19|20)\d\d) ?[-–/] ?(?P<short>\d\d)(?! ?[-–/]\d)"
    ),
    _pattern("decade", r"the (?:(?:early|late|mid)[- ])?(?P<decade>(?:1[5-9]|20)\d0)s"),
    _pattern("decade", r"(?:[Ee]arly|[Ll]ate|[Mm]id)[- ](?P<decade>(?:1[5-9]|20)\d0)s"),
    _pattern("decade", r"the (?:(?:early|late|mid)[- ])?'(?P<decade>\d0)s"),
    _pattern("year-part", rf"(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[- ]{_YEAR}"),
    _pattern("year-part", rf"the (?P<part>beginning|start|middle|end) of {_YEAR}"),
    _pattern("year", rf"(?:{_OF_EVENT}|(?<=, )(?=\d{{4}}(?:[.,;)]|$))){_YEAR}(?! ?[-–—] ?\d)"),
    _pattern("year", rf"{_YEAR}(?= (?:[A-Z][\w.]*'?s? ){{0,4}}{_EVENT_NAME})"),
    _pattern(
        "year",
        rf"(?:{_IN}|(?<=\()|(?<=\bthe )|(?<=\bThe )|(?<=\ba )){_YEAR}(?! (?:people|men|women|soldiers|jobs|homes|euros|dollars|pounds|miles|km|metres|meters|feet|workers|employees|seats|votes|GMT|UTC|hours|local)|[,.]\d|%)",
    ),
)
"""The forms, the most telling first."""
