"""Trades, offices and orders that are rarer than those in ``titles``, in the singular."""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

TRADES = words(
    """
    abbess accordionist adjuster akim alcalde alderwoman allergist anaesthesiologist anesthesiologist apiarist arborist arbiter
    arbitrator armourer arranger assemblymember astrologer auctioneer audiologist backstroker bagpiper balladeer bandleader
    bandmaster banjoist bargee bassoonist beadle biathlete bobsledder bodybuilder bookbinder bookmaker brewmaster bursar buyer
    cabbie cabinetmaker calligrapher cameraman camerawoman canoeist canon carer cartwright caterer cattleman cellarman
    charwoman choirmaster choirmistress chorister churchwarden clockmaker coastguard co-driver co-pilot cobbler coder compère concierge
    copywriter councilmember coxswain croupier decathlete decorator defector demographer dispatcher dockmaster domestique doorman
    dramaturg dramaturge drayman drover embalmer emcee engraver equestrian eventer facilitator farrier ferrywoman fieldworker
    firewoman footman freestyler freeholder fruiterer gaffer garda gendarme geodesist geomorphologist geriatrician ghostwriter
    gilder glazier gravedigger grazier greengrocer hairstylist harpsichordist headman hebraist heptathlete herbalist herdsman
    herdswoman hornist horseman horsewoman housemaster iconographer infielder intendant intern interrogator ironmonger
    jailer jailor judoka juggler kapellmeister karateka kayaker laird lacemaker lamplighter laundress lexicographer licensee
    lifeboatman lifesaver lineman linesman lineswoman lithographer loadmaster luger lutenist machinist manservant marathoner
    marketer masseur masseuse matron medievalist metallurgist metalworker midshipman milkman muezzin mufti mullah nanny
    newsagent nightwatchman notary novice oboist ombudswoman organ-grinder orthodontist osteopath outfielder overseer paddler
    palaeographer paralegal parachutist parson paratrooper patrolwoman pawnbroker paymaster pentathlete perfumer petrologist
    philologist phlebotomist physio physiologist pipefitter podcaster podiatrist polemicist polyphonist postdoc powerlifter
    preacher prefect prelate preservationist printmaker probationer proctor proofreader pundit purser quarryman quartermaster
    ragpicker rapporteur reeve repairman reservist restorer rifleman rigger roadie sacristan saddler salvager sapper sarpanch
    schoolmaster schoolmistress sculler seamer seller seminarian sergeant-at-arms sexton shepherdess shipmaster shortstop
    showman shunter sidesman signaller silversmith slater slugger snowboarder songstress sportsman sportswoman spearfisher stallholder
    starosta stationmaster steeplechaser stenographer stockman stoker storyteller stringer strongman stylist sub-editor subeditor
    submariner subpostmaster subpostmistress suffragan taoiseach tattooist thespian tiler tinsmith topographer trawlerman
    triathlete tribune tubist tunesmith typist tánaiste upholsterer usher valet vendor verger viticulturist vizier vlogger
    voivode watchmaker watchman weathercaster weatherman woodcutter wrangler zookeeper
    """
)

LAST_OF_TWO: dict[str, frozenset[str]] = {
    "attendant": words("bar booth car court flight lift museum parking petrol pool pump ride shop station toilet"),
    "counterpart": words("opposite"),
    "fellow": words("clinical distinguished doctoral honorary industry junior policy postdoctoral research senior teaching visiting"),
    "hand": words("deck dock farm hired quarry ranch stable stage"),
    "host": words("chat cabaret game karaoke podcast quiz radio show talk television tv"),
    "international": words("basketball cricket football hockey netball polo rugby union"),
    "lady": words("bingo dinner leading lollipop tea"),
    "lead": words("bargaining branch cabinet campaign climate communications design investment policy portfolio programme project regional research safety science team technical union"),
    "mate": words("chief first second ship's third"),
    "student": words(
        "architecture art arts biology business chemistry college dance design doctoral drama economics engineering exchange film "
        "final-year first-year graduate history journalism law master's masters mathematics medical medicine music nursing phd ph.d. pharmacy "
        "philosophy physics politics postgraduate psychology research second-year sociology theology third-year undergraduate university veterinary"
    ),
    "violin": words("first second"),
    "walker": words("dog high-wire tightrope wire"),
}  # fmt: skip
"""Nouns that are a job only behind one of these words: "talk-show host", "research fellow", "dinner lady"."""
