"""Words that make a name the name of an organization, a facility, a storm, a ship or another thing."""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

ORGANIZATION_HEADS = words(
    """
    academy administration agency air airlines airways albion alliance army assembly associates association
    athletic authority ballet bank battalion board brewery brigade broadcasting brothers bureau cabinet capital
    center centre chamber charity choir chronicle church clinic club coalition college command commission
    committee company confederation congress consortium constabulary consulate cooperative corp corporation corps
    council court credit daily democrats department electric embassy energy ensemble enterprises entertainment
    exchange federation force forces foundation front fund gallery gas gazette gmbh government group guard
    guardian healthcare herald holdings hospital hotspur inc industries inspectorate inspectors institute
    institution insurance journal laboratories labs league library llc ltd media mining ministry motors movement
    museum nations navy network news observatory observer office oil orchestra organisation organization
    parliament partners party petroleum pharmaceuticals pictures plc police post press radio rangers records
    regiment registry regulator republicans rovers school secretariat securities senate service services society
    software solutions staff steel studios supporters syndicate systems team technologies telegraph television
    times treasury tribunal tribune trust union united university ventures wanderers watchdog workers works
    parishad samiti sabha sangh sangathan duma rada sejm knesset bundesrat bundesbank majlis zentrum verband gewerkschaft
    """
)

FACILITY_HEADS = words(
    """
    abbey airport amphitheater amphitheatre arena auditorium avenue barracks base basilica bastion boulevard
    bridge building canal casa castle cathedral cemetery center centre chapel coliseum courthouse dam farm fort
    gallery garden gardens gate ground hall harbor harbour hotel house jail library lighthouse mall mansion market
    memorial mine monument mosque museum observatory palace park pavilion pier plant plaza port prison quay
    racecourse refinery road square stadium stand station street synagogue teatro temple terminal theater theatre
    tower tunnel velodrome wharf zoo
    crescent esplanade expressway freeway highway lane motorway parkway promenade terrace turnpike
    """
)

FACILITY_STARTS = words(
    """
    catedral cathédrale basilica basílica iglesia église chiesa hôtel
    casa estadio estádio palacio palazzo palácio piazza place plaza stade teatro
    """
)

STORM_WORDS = words("blizzard cyclone hurricane storm tornado typhoon")
SHIP_WORDS = words(
    """
    destroyer ferry frigate hmas hmcs hms ms mv rms ship ss submarine tanker trawler uss vessel yacht
    """
)
SHIP_NOUNS = words(
    """
    barge boat carrier cutter dredger ferry freighter frigate icebreaker lifeboat liner ship schooner steamer submarine tanker
    trawler tug vessel warship yacht
    """
)
"""Common nouns for vessels, as news uses them beside a vessel's name."""
WORK_NOUNS = words(
    """
    album ballet biography book documentary film memoir musical novel novella opera play poem study symphony thriller trilogy
    """
)
"""Common nouns for works that have a title."""
CREATURE_WORDS = words(
    """
    alsatian camel cat collie colt dog dolphin donkey elephant filly foal gelding giraffe gorilla greyhound hippo horse hound kitten labrador lioness
    mare mule orangutan panda parrot pony puppy racehorse retriever rhino spaniel stallion terrier whale
    """
)
"""What animals with names of their own are, in the news."""

PLACE_HEADS = words(
    """
    archipelago bay beach borough canyon canton cape coast county creek desert district forest governorate gulf heights highlands
    island islands isle lake mountain mountains municipality oblast ocean parish peak peninsula prefecture province raion reef
    region river sea shire strait suburb taluk tehsil township upazila valley village voivodeship
    """
)

PLACE_STARTS = words("cape fort mount port")
"""First words of towns' and mountains' names: "Port Harwell"."""

EVENT_HEADS = words(
    """
    accord act agreement award awards battle biennale carnival championship championships conference congress
    convention cup derby expo fair festival final games league marathon masters mela olympics open pact prize protocol
    rally revolution summit tournament treaty war
    """
)

COMPANY_SUFFIXES = words(
    """
    ag co co. company corp corp. corporation gmbh inc inc. limited llc ltd ltd. n.v. nv plc s.a.
    """
)

ORGANIZATION_STARTS = words(
    """
    banco banca banque grupo groupe gruppo universidad universidade université università instituto institut istituto
    sociedad compañía partido parti partito fundação fundación fondation fondazione associação asociación ministerio
    ministério ministère deutsche deutscher sporting real atlético atletico olympique dynamo dinamo inter racing borussia
    fc afc ac as cd sc
    asociación associazione assemblea clínica clinica confederación confederação confederazione cooperativa federación federação federazione
    gazeta guardia hôpital klinika klinikum kongres krankenhaus ligue ministarstvo ministerul ministero ministerstvo movimento
    movimiento ospedale policía polizia rádio sindacato sindicato sindikat sindikata sociedade société stowarzyszenie syndicat
    szpital unione verein związek
    """
)
"""First words of names of organizations in other languages: "Banco Azul"."""

SURNAMES_LIKE_HEADS = words(
    "park hall church bridge house gate tower market mill bank force street banks college castle field court square post herald "
    "guard chambers close farm mines garden temple abbey cross wells brook ford wood lake rivers parish marsh hill bay lane terrace"
)
"""Heads of names of places and organizations that are surnames, too: "Justice Elena Park"."""

COMMON_OPENERS = words(
    "opera film rock pop folk jazz art music fashion food health science sport sports football cricket rugby tennis golf police "
    "fire crime court climate weather business money energy oil gas coal water power rail road air sea space defence defense "
    "trade labour labor union school university hospital prison border customs tax housing property retail tech technology "
    "internet television radio newspaper magazine publishing marine wildlife animal child youth women men pension tourism"
)
"""Common nouns that often open a sentence in front of a job: "Opera singer ...", "Climate scientist ..."."""

INSTITUTIONS = frozenset(
    {"coast guard", "supreme court", "central bank", "constitutional court", "election commission", "city council"}
)
"""Common nouns for bodies that bear a longer name elsewhere in the article."""

CLUB_WORDS = words(
    "fc afc cf sc athletic rovers united city town county wanderers sporting real club academical albion hotspur rangers"
)
"""Words in the names of sports clubs, which are called by their town alone."""

OF_NAMES = words("church order university")
"""First words of bodies that are called by what stands behind "of"."""

GENERIC_IN_NAMES: dict[str, str] = {
    "hospital": "ospedale hôpital krankenhaus klinikum szpital infirmary clinic",
    "ministry": "ministerio ministério ministère ministero",
    "bank": "banco banca banque bancorp credit sparkasse",
    "club": "fc afc athletic rovers united city town county wanderers sporting real",
    "team": "fc afc athletic rovers united city town county wanderers sporting real",
    "side": "fc afc athletic rovers united city town county wanderers sporting real",
    "university": "universidad universidade université universität institute college",
    "airline": "airlines airways air lufthansa",
    "museum": "museo musée gallery",
    "company": "inc corp ltd plc group holdings motors industries systems technologies software",
    "party": "democrats republicans partido parti",
    "newspaper": "times post herald daily tribune journal gazette mirror telegraph guardian",
    "office": "office bureau",
    "agency": "agency administration authority",
}
"""Words of names that say what a common noun says: "the bank" is Banco Azul."""

FIRMS = words(
    "chipmaker carmaker automaker retailer airline lender insurer drugmaker brewer supermarket broadcaster publisher start-up startup firm "
    "company rival conglomerate shipbuilder planemaker steelmaker miner builder newspaper magazine charity union band club party agency "
    "watchdog regulator bookmaker operator carrier manufacturer consultancy brokerage bank"
)
"""Common nouns that, right before a name, say that it is an organization."""

LEGAL_FORMS = words(
    "inc corp ltd llc plc co gmbh sa ag se nv bv ab as asa oy oyj spa srl kk pte pty sas aps holdings group"
)

ABBREVIATED_COMMON_NOUNS = frozenset(
    {
        "AGM",
        "CEO",
        "CFO",
        "CIO",
        "COO",
        "CTO",
        "EGM",
        "EUR",
        "GBP",
        "GDP",
        "GM",
        "IPO",
        "MD",
        "MEP",
        "MLA",
        "MP",
        "PM",
        "USD",
        "VP",
    }
)
"""Offices, meetings, measures and currencies that news abbreviates: they name nobody and no body."""

PARTS_OF_BODIES = words(
    """
    assembly board branch bureau chapter college committee conference congress council department directorate division faculty
    federation institute library office press school secretariat section senate staff
    """
)
"""Parts of an organization whose name holds the whole: "Faculty of Law of Oslo University"."""

DIVISIONS = words(
    """
    aerospace airplanes aircraft automotive biotech capital cars chemicals commercial defense defence electronics energy
    entertainment foundation healthcare insurance labs laboratories leasing lighting logistics media mobile mortgage
    motorsport music news pharma pictures radio records renewables research retail robotics semiconductor services
    shipping software sports store stores studio studios telecom television trucks tv ventures wealth
    """
)
"""Words behind a firm's name that name a part of it: "Kestrel Aerospace", "Sky News"."""

COLLECTIVES = words(
    """
    bishop boys children christie citizens consumers doctors employers farmers girls journalists king kings
    lawyers lloyd macy master masters mcdonald men mens moody nurses officers people peoples players queen queens
    sotheby students supporters teachers trader traders veterans wendy woman women worker workers writers
    """
)
"""Words whose possessive stands inside the name of an organization: "Workers' Party", "People's Army"."""

PARTY_HEADS = words(
    "party front movement alliance coalition bloc list congress democrats league rally union partido parti group"
)
"""Heads of names of parties, which the text may know by their leaders: "the Renewal Front of Ida Moe"."""

GENERIC_ORGANIZATIONS = words(
    """
    agency airline association automaker bank body business carmaker charity church club college commission
    federation insurer league lender trust company corporation council court department festival firm foundation group hospital institute magazine maker
    manufacturer ministry museum network newspaper office orchestra organisation organization party regulator
    retailer school side team theater theatre union university
    """
)
"""Common nouns that mean an organization named before."""

MEDIA_WORDS = words(
    """
    press news times post herald daily tribune journal gazette guardian observer telegraph chronicle mail mirror express
    independent courier echo star sun standard examiner inquirer bulletin dispatch argus radio television tv broadcasting
    newspaper magazine weekly wire agency reuters bloomberg afp ap dpa efe ansa tass xinhua kyodo yonhap interfax bbc cnn npr
    abc nbc cbs pbs itv cbc rte rté zdf ard rai ytn nhk kbs mbc jtbc cctv cgtn dw wdr ndr spiegel zeit monde figaro libération
    país mundo vanguardia repubblica corriere stampa economist politico axios vox wired variety billboard lancet jazeera
    """
)
"""Words of the names of news agencies, newspapers, magazines and broadcasters."""

SHORT_BODIES: dict[str, str] = {
    "Fed": "Federal Reserve", "Man United": "Manchester United", "Man Utd": "Manchester United", "Man City": "Manchester City",
    "Spurs": "Tottenham Hotspur", "Wolves": "Wolverhampton Wanderers", "Barca": "Barcelona", "Barça": "Barcelona",
    "Lib Dems": "Liberal Democrats", "Tories": "Conservative Party", "BoE": "Bank of England", "BOJ": "Bank of Japan",
    "Beeb": "BBC", "Pemex": "Petróleos Mexicanos", "Interpol": "International Criminal Police Organization",
}  # fmt: skip
"""What news calls bodies that it names in full, too, and no rule of spelling tells."""
