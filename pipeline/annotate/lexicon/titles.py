"""Words for what persons are: jobs, offices, ranks, forms of address, kinship."""

from __future__ import annotations

from pipeline.annotate.lexicon.trades import TRADES
from pipeline.annotate.lexicon.words import words

JOBS = TRADES | words(
    """
    convener convenor baseman catcher cornerback setter
    barkeeper boatswain creator crofter deckhand expert breeder fixer handler minder oarswoman patron projectionist dockworker docker dockhand longshoreman plasterer roofer smallholder stevedore trawlerman
    mp msp mep td mla cto cio boss supremo tsar whip backbencher frontbencher headteacher vice-captain     academic accountant acrobat activist actor actress adjutant administrator admiral adviser advisor advocate
    agent agronomist aide airman alderman all-rounder ambassador anaesthetist analyst anarchist anchor anchorman
    anchorwoman animator announcer anthropologist apprentice archaeologist archbishop archdeacon architect
    archivist artist assassin assemblyman assemblywoman assistant associate astronaut astronomer astrophysicist
    athlete attaché attorney auditor author aviator ayatollah babysitter backbencher baggage-handler bailiff baker
    ballerina banker barber baritone baron baroness barrister bartender bass bassist batsman batter beautician
    beekeeper bell-ringer bellringer billionaire biochemist biographer biologist bishop blacksmith blogger
    boatbuilder boatman bodyguard bombmaker bookkeeper bookseller boss bosun botanist bowler boxer brewer
    bricklayer brigadier broadcaster broker builder bureaucrat businessman businessperson businesswoman busker
    butcher butler caddie campaigner candidate cantor captain cardinal cardiologist caretaker carpenter
    cartographer cartoonist cashier cavalryman celebrity cellist centre-back centre-forward centre-half ceo cfo
    chair chairlady chairman chairperson chairwoman champion chancellor chaplain chauffeur cheesemaker chef
    chemist chief chieftain choreographer chronicler cinematographer clarinetist clarinettist cleaner cleric clerk
    climatologist climber clown co-author co-chair co-chairman co-chairwoman co-director co-founder co-owner
    co-pilot co-president coach coachman cofounder collector colonel columnist comedian comedienne commandant
    commander commando commentator commissioner commodore composer comptroller computer-scientist concertmaster
    conductor confectioner congressman congresswoman conservationist conservator constable consul consultant
    contractor contralto controller coo cook coordinator coroner corporal correspondent cosmologist cosmonaut
    councillor councilman councilor councilwoman counsel counsellor counselor countertenor courier cricketer
    criminologist critic cto curate curator custodian cyclist dairyman dancer deacon dealer dean debater
    defenceman defendant defender defenseman delegate deliveryman dentist deputy dermatologist designer detective
    developer diarist dictator dietitian diplomat director discoverer dissident distiller diver dj doctor
    documentarian dramatist dressmaker driver drummer dyer ecologist economist editor educator electrician emperor
    empress endocrinologist engineer entomologist entrepreneur envoy epidemiologist essayist ethicist ethnographer
    evangelist examiner executive exporter falconer farmer farmhand farmworker fencer ferryman fiddler fighter
    figurehead film-maker filmmaker financier firefighter fireman fisher fisherman fisherwoman fishmonger flanker
    flautist florist flutist fly-half footballer forager forecaster foreman forester forward founder frontman
    frontwoman full-back fullback futurist gamekeeper gangster gardener  geneticist geochemist geographer
    geologist geophysicist glaciologist glassblower goalie goalkeeper goalscorer goldsmith golfer gondolier
    governor grandmaster grocer groundskeeper groundsman guard  guide guitar-maker guitarist gunman
    gymnast gynaecologist gynecologist hacker hairdresser handyman harbormaster harbourmaster harpist head
    headhunter headmaster headmistress headteacher healer helmsman herder herpetologist historian  hotelier
    housekeeper humanitarian humorist hunter hurdler hydrologist illustrator imam immunologist importer
    industrialist influencer inspector instructor interpreter inventor investigator investor ironworker janitor
    jeweler jeweller jockey joiner journalist judge jurist juror justice keeper keyboardist killer king kit-man
    kitman knight laborer labourer laureate lawmaker lawyer leader lecturer left-back legislator librarian
    librettist lieutenant lifeguard lighthouse-keeper linebacker linguist lobbyist  locksmith logistician lord
    luthier maestro magician magistrate magnate   manager marshal mason master mathematician mayor
    mayoress mechanic medalist medallist mediator medic melter member merchant meteorologist mezzo-soprano
    microbiologist midfielder midwife militant miller milliner millionaire miner minister missionary mobster model
    moderator monarch monk monsignor motorist mountaineer muralist musician musicologist mystic naturalist
    navigator negotiator neighbor neighbour neurologist neuroscientist neurosurgeon newscaster newsreader novelist
    nun nurse nutritionist oarsman obstetrician oceanographer officer official ombudsman oncologist
    operator ophthalmologist opposition-leader optician orchardist organ-builder organiser organist organizer
    ornithologist orthodontist owner paediatrician painter palaeontologist paleontologist paramedic
    parliamentarian partner pastor pathologist patriarch patrolman pediatrician percussionist performer pharmacist
    philanthropist philosopher photographer photojournalist physician physicist physiotherapist pianist pilot
    pitcher plaintiff planner player playmaker playwright plumber poet policeman policewoman politician pollster
    pope porter postman postmaster postwoman potter premier presenter president president-elect priest primate
    primatologist prime-minister prince princess principal printer prior prioress producer professor programmer
    projectionist promoter  proprietor prosecutor provost psephologist psychiatrist psychologist publicist
    publisher punter puppeteer quarterback queen rabbi racer radiologist railwayman rancher ranger rapper realtor
    receptionist recruiter rector referee reformer refugee registrar regulator reporter representative researcher
    restaurateur retailer reverend rheumatologist rider right-back ringleader ringmaster robber rower runner
    sailor saint salesman salesperson saleswoman saxophonist scholar schoolteacher scientist scorer scout
    screenwriter scriptwriter scrum-half sculptor seaman seamstress secretary seismologist semanticist senator
    sergeant servant shareholder sheikh shepherd sheriff shipbuilder shipowner shipwright shoemaker shopkeeper
    shot-putter showrunner signalman singer singer-songwriter skater skier skipper sniper sociologist soldier
    solicitor soloist sommelier songwriter soprano speaker specialist speechwriter spinner spokesman spokesperson
    spokeswoman sprinter spy squadron-leader stagehand statesman statistician steelworker steward stewardess
    stockbroker stonemason strategist striker stuntman substitute suffragette sultan superintendent supervisor
    surfer surgeon surveyor survivor suspect swimmer tailor tanner taxidermist teacher technician technologist
    tenor thatcher theologian theorist therapist toolmaker toxicologist trader trainer translator trapper
    traveller treasurer trombonist trucker trumpeter trustee tsar tutor tycoon typesetter umpire under-secretary
    undersecretary undertaker urologist vaulter vet veteran veterinarian vicar vice-captain vice-chair
    vice-chairman vice-chancellor vice-chief vice-minister vice-president vicereine viceroy victim vintner
    violinist violist virologist virtuoso vocalist volcanologist volunteer waiter waitress warden warlord weaver
    weightlifter welder wheelwright whistle-blower whistleblower wicketkeeper winemaker winger witness woodcarver
    woodworker worker wrestler writer yachtsman yachtswoman youtuber zoologist
    """
)
"""Head nouns of jobs and offices, in the singular."""

JOB_ENDINGS = (
    "ologist",
    "ician",
    "ographer",
    "woman",
    "sman",
    "person",
    "keeper",
    "maker",
    "master",
    "worker",
    "player",
    "minister",
)
"""Endings by which a noun that is not in the table is a job all the same."""

NOT_JOBS = words(
    """
    batman businesswoman-of-the-year chairperson-of german human layperson norman ottoman passport person roman
    salesperson-of superman superwoman talisman walkman woman
    """
)
"""Words that end like a job and are none."""

WEAK_JOBS = words(
    """
    boy child citizen customer defendant fan girl immigrant man member migrant native neighbor neighbour passenger
    pensioner pupil refugee resident retiree student supporter survivor suspect teenager tourist victim voter
    witness woman
    """
)
"""What a person is without its being an office or a trade."""

TITLE_MODIFIERS = words(
    """
    acting adjunct air artistic assistant associate attorney brigadier chief city county current defence defense
    deputy district emeritus ex executive federal field financial fire first foreign former founding general head
    home honorary incoming inspector interim interior junior late lead leading lieutenant long-time longtime major
    managing municipal national non-executive one-time onetime operating outgoing permanent police presidential
    prime principal provincial rear regional retired second secretary senior sergeant shadow special sporting
    arresting commanding investigating presiding reigning returning serving sitting
    state technical then third under veteran vice visiting
    """
)
"""Words that belong to a title in front of its head."""

FORMER_WORDS = words("deposed disgraced erstwhile ex former late one-time onetime ousted retired then")
FORMER_PREFIXES = ("ex-", "then-", "former-")

HONORIFICS = words(
    """
    adm admiral ambassador archbishop ayatollah baron baroness bishop br brig brigadier brother capt captain
    cardinal chairman chairwoman chancellor chief cllr clr cmdr coach col colonel commander commodore congressman
    congresswoman comrade const constable corporal coun councillor cr datin datuk dato engr kapten shri smt ustad ustaz councilman councilwoman count countess cpl dame det detective doctor
    dr duchess duke earl emir father fr frau gen general gov governor herr hon imam inspector judge justice king
    lady lieutenant lord lt madam madame maj major marshal mayor minister miss monsieur mother mr mrs ms msgr mx
    officer pastor pope premier pres president prince princess private prof professor pvt queen rabbi rep
    representative reps rev reverend rt saint secretary sen senator sens sergeant señor señora sgt sheik sheikh
    sheriff sir sister sr sultan superintendent viscount
    """
)
"""Words that may stand directly before a surname. A full stop after an abbreviation is left out."""

STYLES_OF_TWO_WORDS = (
    "Tan Sri",
    "Puan Sri",
    "Toh Puan",
    "Datuk Seri",
    "Datuk Sri",
    "Dato Sri",
    "Dato' Sri",
    "Dato' Seri",
    "Datuk Wira",
    "Tuan Guru",
)
"""Malaysian forms of address, whose words alone are surnames elsewhere."""

PREFIX_HONORIFICS = words(
    """
    adm admiral alhaji archbishop ayatollah baron baroness bishop brig brigadier canon capt captain cardinal cdr cllr clr cmdr col colonel
    commodore comrade const corporal coun count countess cpl cr dame datin dato datuk det dr duchess engr kapten shri smt ustad ustaz duke earl father fr frau gen general gov herr hon imam insp
    king lady lieutenant lord lt madam madame maj major marshal miss mr mrs ms msgr mullah mx pc pope prince princess private prof
    pvt queen rabbi rep rev reverend saint sen sergeant señor señora sgt sheik sheikh sir sister supt viscount
    """
)
"""Forms of address and ranks that are honorificPrefix rather than jobs."""

ABBREVIATIONS = words(
    """
    adm adv ald asst att atty avv brig capt cllr clr cmdr cmnd cmnr cmsr col comm comr const coun cpl cr det dr esq fr gen gov hon insp jr lt maj messrs mr
    mrs ms msgr mx pol pres prof pvt rep reps rev sen sens sgt sr st supt
    """
)
"""Titles and ranks that end with a full stop, so that no sentence ends there."""

FORMS_OF_ADDRESS = words("mr mrs ms miss mx dr prof sir dame lord lady rev fr madam comrade")
"""Forms of address that follow a job: "marine biologist Dr Moe"."""

RANK_MODIFIERS = words(
    """
    air brig brigadier chief col field first flight group lieutenant lt maj major master rear second squadron
    staff vice warrant wing
    """
)

MALE_HONORIFICS = words(
    """
    baron brother count duke earl father fr herr king lord monsieur mr pope prince señor sir viscount
    """
)
FEMALE_HONORIFICS = words(
    """
    baroness countess dame duchess frau lady madam madame miss mother mrs ms princess queen señora sister
    """
)

SUFFIXES = words("ii iii iv jr jr. sr sr.")

PARTICLES = words(
    """
    af al ap av ben bin bint da das de del della den der di do dos du e el ibn la le ten ter van von y zu zur
    """
)
"""Small words inside names."""

OUTSIDERS = words(
    """
    admirer claimant client creditor critic customer devotee enemy fan foe follower guest inmate neighbor neighbour opponent passenger patient plaintiff
    prisoner reader rival shareholder subscriber supporter survivor tenant user victim viewer visitor
    """
)
"""What persons are to a body that they do not belong to: "a critic of the Nordic Bank"."""

KIN: dict[str, str] = {
    "father": "parent", "mother": "parent", "dad": "parent", "mum": "parent", "mom": "parent", "stepfather": "parent",
    "stepmother": "parent", "son": "children", "daughter": "children", "stepson": "children", "stepdaughter": "children",
    "wife": "spouse", "husband": "spouse", "widow": "spouse", "widower": "spouse", "spouse": "spouse", "brother": "sibling",
    "sister": "sibling", "twin": "sibling", "half-brother": "sibling", "half-sister": "sibling", "uncle": "relatedTo",
    "aunt": "relatedTo", "nephew": "relatedTo", "niece": "relatedTo", "cousin": "relatedTo", "grandfather": "relatedTo",
    "grandmother": "relatedTo", "grandson": "relatedTo", "granddaughter": "relatedTo", "fiancé": "relatedTo",
    "fiancée": "relatedTo", "son-in-law": "relatedTo", "daughter-in-law": "relatedTo", "father-in-law": "relatedTo",
    "mother-in-law": "relatedTo", "brother-in-law": "relatedTo", "sister-in-law": "relatedTo", "girlfriend": "relatedTo",
    "boyfriend": "relatedTo", "partner": "relatedTo", "ex-wife": "relatedTo", "ex-husband": "relatedTo",
    "great-grandson": "relatedTo", "great-granddaughter": "relatedTo", "great-grandfather": "relatedTo",
}  # fmt: skip
"""Kinship nouns to the schema.org property that leads from the other person to the one so called."""

FEMALE_NOUNS = words(
    """
    actress aunt ballerina baroness businesswoman chairwoman comedienne congresswoman contralto councilwoman
    countess daughter daughter-in-law duchess empress fiancée girl girlfriend granddaughter grandmother
    headmistress heiress mezzo-soprano midwife mom mother mother-in-law mum niece nun policewoman princess queen
    saleswoman schoolgirl sister sister-in-law soprano spokeswoman stepdaughter stepmother stewardess waitress
    widow wife woman
    """
)
MALE_NOUNS = words(
    """
    actor baritone boy boyfriend brother brother-in-law businessman congressman councilman count dad duke
    father father-in-law fiancé fireman fisherman footballer-man grandfather grandson headmaster husband king man
    monk nephew policeman priest prince salesman schoolboy son son-in-law spokesman statesman stepfather stepson
    tenor uncle widower
    """
)

NOT_BEFORE_NAMES = words(
    """
    chief fighter guard guide head keeper killer member player refugee rider speaker star supporter survivor
    suspect veteran victim worker
    """
)
"""Jobs that, capitalized, are more often a part of another name than a title in front of a person's."""

PEOPLE_NOUNS = words(
    """
    analysts authorities critics doctors experts investigators lawmakers officials organisers organizers people
    players police prosecutors researchers residents scientists students villagers witnesses workers
    """
)

GIVEN_NAMES_LIKE_JOBS = words(
    """
    abbot archer baker barber bass batter bishop bowler brewer butler captain cardinal carpenter carter champion
    chandler chef constable cook deacon dean driver duke dyer earl farmer fisher foreman forester fuller gardener
    general glover guard hunter judge keeper king knight lady lord major marshal mason miller miner model monk
    page painter parker piper poet parson pope porter potter priest prince proctor ranger ray rector reeve rider rod ryder sailor
    sawyer sergeant sexton shepherd sheriff singer sister skipper slater smith spencer squire steward stoker usher tanner taylor
    turner tyler vicar walker ward warden weaver wheeler
    """
)
"""Jobs that are given names or surnames, too: "Dean Vargas" is a name, "Bishop John Smith" has a title."""

IN_FULL: dict[str, str] = {
    "capt": "captain", "cllr": "councillor", "clr": "councillor", "cr": "councillor", "col": "colonel", "coun": "councillor", "det": "detective", "gen": "general",
    "gov": "governor", "insp": "inspector", "lt": "lieutenant", "maj": "major", "prof": "professor", "rep": "representative",
    "rev": "reverend", "sen": "senator", "sgt": "sergeant", "supt": "superintendent", "dr": "doctor",
}  # fmt: skip
"""Abbreviated ranks and offices in full."""
