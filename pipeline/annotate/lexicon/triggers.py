"""Words that tell of a happening: verbs and nouns with the happening's type, its schema.org class and its noun.

The types are our small taxonomy (``EVENT_TYPES``); the class is schema.org's nearest subtype of Event.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.annotate.lexicon.words import words

Patient = Literal["object", "subject", "both"]


class Trigger(NamedTuple):
    """``noun`` names the happening ("arrest"); ``patient`` says whose it is: that of the verb's object or its subject.

    ``alone`` says that it is told of even where no date stands beside it, as long as somebody named takes part; ``lead``
    that it is the main happening of the article's first sentence.
    """

    type: str
    noun: str
    patient: Patient = "subject"
    schema: str = "Event"
    alone: bool = False
    lead: bool = False


def _verbs(
    type_: str, noun: str, patient: Patient, lemmas: str, *, schema: str = "Event", alone: bool = False
) -> dict[str, Trigger]:
    return {lemma: Trigger(type_, noun, patient, schema, alone) for lemma in lemmas.split()}


VERBS: dict[str, Trigger] = {
    **_verbs("visit", "visit", "subject", "visit travel tour", alone=True),
    **_verbs("visit", "visit", "subject", "arrive", alone=True),
    **_verbs("departure", "departure", "subject", "depart"),
    **_verbs("meeting", "meeting", "both", "meet", alone=True),
    **_verbs("meeting", "meeting", "both", "receive host"),
    **_verbs("meeting", "talks", "both", "confer negotiate"),
    **_verbs("release", "release", "object", "release free pardon", alone=True),
    **_verbs("arrest", "arrest", "object", "arrest detain apprehend capture extradite", alone=True),
    **_verbs("kidnapping", "kidnapping", "object", "kidnap abduct", alone=True),
    **_verbs("verdict", "conviction", "object", "convict", alone=True),
    **_verbs("verdict", "acquittal", "object", "acquit exonerate", alone=True),
    **_verbs("sentence", "sentencing", "object", "sentence jail imprison", alone=True),
    **_verbs("execution", "execution", "object", "execute behead hang"),
    **_verbs("charge", "indictment", "object", "indict arraign", alone=True),
    **_verbs("charge", "charging", "object", "charge"),
    **_verbs("fine", "fine for", "object", "fine fin"),  # the parser's lemma of "fined" is "fin"
    **_verbs("lawsuit", "lawsuit against", "object", "sue", alone=True),
    **_verbs("ruling", "ruling", "subject", "rule"),
    **_verbs("attack", "attack on", "object", "attack bomb shell raid storm ambush invade torpedo firebomb", alone=True),
    **_verbs("attack", "hijacking", "object", "hijack", alone=True),
    **_verbs("death", "killing", "object", "kill assassinate murder", alone=True),
    **_verbs("attack", "shooting", "object", "shoot", alone=True),
    **_verbs("attack", "stabbing", "object", "stab", alone=True),
    **_verbs("death", "death", "subject", "die drown perish", alone=True),
    **_verbs("birth", "birth", "object", "bear"),
    **_verbs("injury", "injury", "object", "injure wound"),
    **_verbs("election", "election", "object", "elect re-elect reelect", alone=True),
    **_verbs("appointment", "appointment", "object", "appoint nominate hire promote name reappoint", alone=True),
    **_verbs("inauguration", "swearing-in", "object", "inaugurate"),
    **_verbs("inauguration", "coronation", "object", "crown enthrone"),
    **_verbs("inauguration", "ordination", "object", "ordain consecrate"),
    **_verbs("resignation", "resignation", "subject", "resign abdicate quit", alone=True),
    **_verbs("dismissal", "dismissal", "object", "dismiss sack fire oust depose impeach", alone=True),
    **_verbs("dismissal", "suspension", "object", "suspend", alone=True),
    **_verbs("dismissal", "expulsion", "object", "expel", alone=True),
    **_verbs("retirement", "retirement", "subject", "retire"),
    **_verbs("founding", "founding", "object", "found"),
    **_verbs("founding", "establishment", "object", "establish"),
    **_verbs("closure", "closure", "object", "close shut shutter", schema="BusinessEvent"),
    **_verbs("unveiling", "unveiling", "object", "unveil"),
    **_verbs("opening", "reopening", "subject", "reopen"),
    **_verbs("launch", "launch", "object", "launch", alone=True),
    **_verbs("acquisition", "acquisition", "object", "acquire buy purchase", schema="BusinessEvent"),
    **_verbs("sale", "sale", "object", "sell auction", schema="BusinessEvent"),
    **_verbs("merger", "merger", "both", "merge", schema="BusinessEvent"),
    **_verbs("agreement", "signing", "object", "sign ratify conclude", alone=True),
    **_verbs("vote", "vote", "subject", "vote"),
    **_verbs("vote", "approval", "object", "approve pass adopt enact"),
    **_verbs("vote", "rejection", "object", "veto"),
    **_verbs("match", "victory over", "object", "beat defeat thrash hammer edge trounce", schema="SportsEvent", alone=True),
    **_verbs("match", "defeat", "subject", "lose", schema="SportsEvent"),
    **_verbs("match", "draw", "subject", "draw", schema="SportsEvent"),
    **_verbs("win", "win", "subject", "win"),
    **_verbs("award", "award", "object", "award honor honour"),
    **_verbs("performance", "performance", "subject", "perform", schema="PerformingArtsEvent"),
    **_verbs("performance", "premiere", "subject", "premiere", schema="PerformingArtsEvent"),
    **_verbs("crash", "crash", "subject", "crash collide derail capsize plunge overturn crash-land", alone=True),
    **_verbs("sinking", "sinking", "subject", "sink"),
    **_verbs("explosion", "explosion", "subject", "explode erupt detonate"),
    **_verbs("collapse", "collapse", "subject", "collapse"),
    **_verbs("flood", "flooding", "object", "flood inundate"),
    **_verbs("evacuation", "evacuation", "object", "evacuate"),
    **_verbs("rescue", "rescue", "object", "rescue"),
    **_verbs("testimony", "testimony", "subject", "testify", alone=True),
    **_verbs("wedding", "wedding", "both", "marry wed", alone=True),
    **_verbs("divorce", "divorce", "both", "divorce"),
    **_verbs("burial", "burial", "object", "bury cremate"),
    **_verbs("protest", "protest", "subject", "protest demonstrate rally march"),
    **_verbs("strike", "strike", "subject", "strike"),
    **_verbs("clash", "clash", "subject", "clash"),
    **_verbs("discovery", "discovery", "object", "discover unearth excavate"),
    **_verbs("publication", "publication", "object", "publish"),
    **_verbs("ban", "ban on", "object", "ban outlaw"),
    **_verbs("sanctions", "sanctions", "object", "sanction"),
    **_verbs("bankruptcy", "bankruptcy", "subject", "bankrupt", schema="BusinessEvent"),
    **_verbs("delivery", "delivery", "object", "deliver", schema="BusinessEvent"),
    **_verbs("order", "order", "object", "order", schema="BusinessEvent"),
    **_verbs("landing", "landing", "subject", "land"),
    **_verbs("transfer", "transfer", "object", "transfer"),
}  # fmt: skip
"""Verbs that tell of a happening on their own."""

STRICT_OBJECT = words(
    """
    fin     acquire adopt approve award ban burn buy charge close conclude deliver discover draw establish fine found
    honor honour land lose name open order pass promote publish purchase rescue rule sell shut strike suspend win
    """
)
"""Verbs so common that a happening needs a date beside them and a thing that they are done to."""


def _nouns(type_: str, lemmas: str, *, schema: str = "Event", alone: bool = False) -> dict[str, Trigger]:
    return {lemma: Trigger(type_, lemma, "subject", schema, alone) for lemma in lemmas.split()}


NOUNS: dict[str, Trigger] = {
    **_nouns("visit", "visit trip tour stopover", alone=True),
    **_nouns("arrival", "arrival"),
    **_nouns("departure", "departure"),
    **_nouns("meeting", "meeting talk talks summit negotiation negotiations briefing debate discussion discussions consultations roundtable hustings"),
    **_nouns("hearing", "hearing inquest inquiry tribunal arraignment"),
    **_nouns("conference", "conference convention symposium congress workshop seminar forum webinar expo", schema="BusinessEvent"),
    **_nouns("concert", "concert recital gig", schema="MusicEvent"),
    **_nouns("performance", "premiere première performance night debut", schema="PerformingArtsEvent"),
    **_nouns("screening", "screening", schema="ScreeningEvent"),
    **_nouns("festival", "festival carnival biennale", schema="Festival"),
    **_nouns("exhibition", "exhibition retrospective", schema="ExhibitionEvent"),
    **_nouns("match", "match final semi-final semifinal quarter-final derby game fixture friendly tie replay play-off playoff bout", schema="SportsEvent"),
    **_nouns("tournament", "tournament championship competition marathon triathlon race regatta olympics paralympics", schema="SportsEvent"),
    **_nouns("draw", "draw"),
    **_nouns("sale", "auction sale", schema="SaleEvent"),
    **_nouns("trial", "trial retrial"),
    **_nouns("verdict", "verdict conviction acquittal ruling judgment judgement"),
    **_nouns("sentence", "sentencing"),
    **_nouns("election", "election referendum runoff run-off by-election ballot plebiscite"),
    **_nouns("vote", "vote"),
    **_nouns("protest", "protest demonstration rally march sit-in riot blockade picket uprising mutiny"),
    **_nouns("clash", "clash skirmish"),
    **_nouns("strike", "strike walkout stoppage lockout"),
    **_nouns("attack", "attack bombing shooting raid airstrike ambush assault stabbing massacre siege invasion coup hijacking offensive incursion"),
    **_nouns("death", "death killing assassination murder suicide"),
    **_nouns("disaster", "storm cyclone typhoon hurricane tornado blizzard earthquake quake temblor eruption flood flooding wildfire avalanche landslide mudslide rockfall tsunami drought outbreak stampede"),
    **_nouns("crash", "crash collision derailment shipwreck sinking grounding capsizing pile-up"),
    **_nouns("explosion", "explosion blast"),
    **_nouns("fire", "fire blaze"),
    **_nouns("ceremony", "ceremony inauguration coronation unveiling opening swearing-in graduation christening consecration ordination handover gala banquet reception"),
    **_nouns("funeral", "funeral vigil memorial burial", ),
    **_nouns("silence", "silence"),
    **_nouns("other", "mourning"),
    **_nouns("wedding", "wedding marriage"),
    **_nouns("release", "release"),
    **_nouns("crime", "theft robbery heist burglary carjacking holdup hold-up stick-up"),
    **_nouns("kidnapping", "kidnapping abduction"),
    **_nouns("arrest", "arrest detention"),
    **_nouns("resignation", "resignation abdication"),
    **_nouns("retirement", "retirement"),
    **_nouns("appointment", "appointment nomination"),
    **_nouns("dismissal", "dismissal sacking ouster impeachment suspension expulsion"),
    **_nouns("launch", "launch rollout lift-off liftoff"),
    **_nouns("merger", "merger takeover acquisition buyout", schema="BusinessEvent"),
    **_nouns("founding", "founding", schema="BusinessEvent"),
    **_nouns("collapse", "collapse"),
    **_nouns("bankruptcy", "bankruptcy insolvency", schema="BusinessEvent"),
    **_nouns("discovery", "discovery"),
    **_nouns("landing", "landing splashdown touchdown"),
    **_nouns("closure", "closure shutdown", schema="BusinessEvent"),
    **_nouns("ceasefire", "ceasefire truce armistice"),
    **_nouns("agreement", "signing ratification"),
    **_nouns("exercise", "drill"),
    **_nouns("speech", "speech address keynote lecture sermon", ),
    **_nouns("interview", "interview"),
    **_nouns("announcement", "announcement"),
    **_nouns("birthday", "anniversary centenary bicentenary birthday"),
    **_nouns("flight", "flight voyage expedition"),
    **_nouns("parade", "parade procession pilgrimage"),
    **_nouns("award", "award", ),
    **_nouns("evacuation", "evacuation"),
    **_nouns("rescue", "rescue"),
}  # fmt: skip
"""Nouns that name a happening, in the singular (or as news writes them)."""

EVENT_TYPES = tuple(
    sorted(
        {each.type for table in (VERBS, NOUNS) for each in table.values()}
        | {"disappearance", "other", "statement", "victory"}
    )
)

NEED_MODIFIER = words(
    """
    bankruptcy banquet collapse debut discovery handover judgement judgment landing reception retirement suspension
    address anniversary arrest award birth birthday death drill final fire flight game opening performance release
    sale silence strike talk tie vote
    """
)
"""Nouns so common that they name a happening only with a date of their own."""

LIGHT = words(
    """
    attend begin call carry chair complete conduct convene deliver face give have hold host join launch lead make
    mount open organise organize pay plan schedule set stage start take undergo undertake
    """
)
"""Verbs that lend their subject and date to the noun behind them: "hold talks", "set sentencing"."""

BEGINNING = frozenset(["open", "begin", "start", "commence", "kick"])
ENDING = frozenset(["close", "end", "finish", "conclude", "wrap"])
RETURNING = frozenset(["return", "fly", "leave", "depart"])
STAYING = frozenset(["stay", "remain"])
ACCOMPANYING = frozenset(["accompany", "join", "escort"])
CANCELLING = frozenset(["cancel", "scrap", "scrub", "abandon", "axe", "ax", "shelve", "ditch", "nix"])
POSTPONING = frozenset(["postpone", "delay", "reschedule", "defer"])
MOVING = frozenset(["move", "push", "put", "shift", "bring", "slip"])
PLANNING = words("due expect plan schedule set slate")

PERFORMERS = frozenset({"concert", "performance"})
HUMAN_PATIENT = words(
    """
    appointment arrest birth burial charge death dismissal divorce election execution inauguration injury
    kidnapping release sentence verdict wedding
    """
)
"""Types that only happen to persons."""
THINGS_ISSUED = words(
    """
    account book data detail details document documents energy figure figures film footage gas information list
    memo note oil photo photograph plan record report result results song statement trailer update version video
    water
    """
)
"""What is released without anybody's being freed."""
PUBLIC = frozenset(
    {
        "festival",
        "conference",
        "exhibition",
        "tournament",
        "election",
        "trial",
        "disaster",
        "ceremony",
        "screening",
        "draw",
        "explosion",
        "fire",
        "parade",
    }
)
"""Types whose events belong to nobody in particular: not "Smith's festival", though Smith is there."""

NO_EVENTS = words(
    "law plan price flight deadline decision bill proposal project programme program scheme order contract deal subscription rule "
    "measure reform tax increase cut payment ban policy idea option leave service train bus ferry people person man woman child team "
    "investment purchase construction work production publication delivery date date time place thing attempt effort talk word "
    "share stock bond loan licence license permit membership account ticket passport visa card record office post job seat title "
    "government ministry council committee parliament court police power control line position hand breath ground view belief key responsibility hostage prisoner suspect"
)
"""Nouns of things that are held, moved or cancelled without being a happening."""

VOTING_BODIES = words(
    "parliament lawmaker senate senator council councillor member mp assembly house committee commission shareholder board delegate "
    "union worker employee minister congress congressman legislature legislator bundestag duma knesset lords commons jury cabinet "
    "resident voter electorate party state court justice"
)
"""Who votes on something, so that a vote is a happening."""

VEHICLES = words(
    "bus car train plane truck lorry ferry boat helicopter ship van coach tram minibus jet aircraft airliner taxi motorcycle vehicle"
)
"""What crashes: "bus crash near Lima"."""
ROLLING = words("bus car train truck lorry van coach tram minibus taxi motorcycle vehicle driver")
"""What lands on its side, not on a runway."""

PERFORMING_VERBS = words(
    """
    appear bring conduct dance direct headline perform play present return sing star tour
    """
)
PERFORMING_JOBS = words(
    """
    actor actress band baritone bassist cellist choir clarinetist clarinettist comedian conductor dancer dj
    drummer ensemble fiddler flautist guitarist harpist musician orchestra organist percussionist pianist quartet
    quintet rapper saxophonist septet sextet singer singer-songwriter soloist songwriter soprano tenor trio
    trombonist trumpeter violinist vocalist
    """
)
"""Who performs, so that "brings her quartet to the Town Hall on Friday" is a performance."""
SPORT_WORDS = words(
    """
    seed seeded title beat tennis football cricket rugby golf basketball hockey athletics boxing marathon cycling
    captain championship coach cup defender fans final fixture goal goalkeeper goals grand half-time innings
    league manager match medal midfielder penalty pitch playoff playoffs prix quarterback race referee round score
    scored season semi-final semifinal set slam stadium striker team tiebreak tournament tries try wicket
    """
)
ERUPTING = words("clash fighting fire protest riot violence volcano war")

AFFECTED = words(
    """
    appointment arrest attack award birth burial charge death dismissal election execution fine funeral
    inauguration injury kidnapping lawsuit release rescue resignation retirement sentence transfer trial verdict
    """
)
"""Types whose patient the happening is about."""
CALAMITIES = ("crash", "explosion", "fire", "collapse", "sinking", "disaster", "flood", "attack", "death", "injury")
"""Types of what goes wrong, those that cause others first."""
