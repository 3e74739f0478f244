"""Everyday words that English writes small: where one stands in capitals at a sentence's start or in a heading, it names nothing.

Words that open corpora (GUM, English Web Treebank, Wikinews) write small at least nine times of ten, without inflected forms and
without what an ending tells ("-tion", "-ing"); names of persons are left out.
"""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

COMMON_WORDS = words(
    """
    abandoned able abroad abundant abuse accept access accident acclaim accolades accompanied accordion account accuracy accurate accused achieve acid
    acknowledge acquired acted actions activate actresses acts add address adjacent administered admired admit admitted adopted ads adult advantage advert
    advice adviceline advocated aesthetic affect afford aforementioned afternoon afterwards again aged agencies agents ago agree ahead aim aircraft
    airfare airline airliner airports aka albums alike alleged allow ally almost alone alongside already alternate altogether always amassed amount amp
    analogue analyses ancestry anniversary announce answer antenna anticipated anybody anyone anyway anywhere app apparently appear apply appointed
    appreciate approach appropriate approval approved area argue arm arose around arrange arrest arrival arrived articles artillery artistic artwork aside
    ask aspect assemble assert assign assisted assume asteroid astronomers asylum athletes atmospheres attached attacked attacks attained attempt attend
    attendees attract attributed audio audiobooks audit authors automatic avenues average avoid awarded aware awesome back backend background badge badly
    ballads balls ban bands banned banner bargain barrels bars based bases basics basis basketball bassoon bathroom beaches became become bed began begin
    beginner begun behalf belief believe belong belt benchmark benefit besides bestseller bet beta better beverage bicycle bid biggest bike billion bills
    bipolar birthday bit blog blow boat body bold bombed booked boost born borrowers bother bottles bottom bought bound boundary boxes brains branch
    branded breach breakdown breaks breakthrough brief briefly bring broadcast broader broke brother brought browser budget buffer build built bulb bulk
    bunch bundle burden buried buses businesses busy button buy calculated calendar call callout came cameras campaigned campaigns campuses cancelled
    candidacy candidates canvas capture car care cargo carriers carry cart cartoons case catalogue catch categories cause celebrate cells cellular cent
    centuries ceremony certain certainly certified challenged challenges champions chance changed changes channel chapters character charged charges charm
    charted charts cheapest check checklist checkout chemicals child chips chocolate chose chosen chromatin cigarette circadian cite cities civilians
    claim classes classified classroom clause clean clear clearly clicks client close closer closest closure cloth coastal cocktail coffee coincided
    coined coins collaborated collapse colleague collect colonies colors column comeback commenced commentary commented commissioned commit committed
    committees common commonly companion company compare compared comparison compete complaint complete complex complicated component composed compound
    conceived concept concerns concert conclude concrete confine conflict confused congratulate connect conquered consensus consider consisted consistent
    consistently constant constantly constituency consumer contact contain content contested context continue contract contrast contribute control
    convenient convert cooked coordinate copy copyright core corner correct correctly cortex cost counterparty countries couple coupon course cover
    coverage cowboy craft crash crazy create credited credits crimes criminal crossed crosses crowds cultural current currently curriculum cut cute
    cyanide cycle cyclones damage dashboard data database date daughter days deadline deal dealt dear deaths debate debut decade decide deck declared
    decline decrease dedicated deeply defeat defended define degree deities delay delete deliver delivery demand demo demonstrate deny departure depend
    derived descendant descended describe design desire desktop destiny destroy detail determine develop device devoted diameter die diet differ different
    difficult digest dignitaries dinner dinosaur dioxide direct directly disappeared disappointed disaster disbanded discharge discipline discount
    discover discoveries discuss disease display dispute distant distinct distinguish distribute diverse divided doctrine documented dog doing dollars
    domain domestic dominant dominated done dosage double download draw drawn dress drew drink driven drives drop dropped drove drug drums dry dual due
    duel duty early earned easily eat eclipsed ecommerce economy ecosystem edit educated effect effector efficiency efficient effort eight eighteen
    elected electorate electro electrons eliminate elite else elsewhere email embarked emerged empanadas emphasis employee enable encompass encourage
    endeavor ended endorsed ends endured enemy engine enhanced enjoy enough ensure enter enterprise entire entitled entry enzyme epigenetic episode
    epistemic equal equivalent era error escape essay establish estimate etc ethnic evacuated event ever everywhere evident exact exactly example exceed
    excellent except exchanged excited execute exhibit exist exit exoplanets expand expect experienced experts expired explain exploded explore exposure
    expressed extant extend extent extra extreme faced faces facilitate fact facto factors fail failures fairly fans fantastic faq far fare farewell fast
    favor favorite favour feature federal fee feedback feel felt femoral femur ferry fetus fewer fifteen fifty fight figured filed files fill filmed films
    final finale find finger finish fintech fired firm first fit fitted five fixed flag flank fled flew flight flip flow flown fluid foam focus folks
    follow followers food foolhardy footage forced forecast foreigners forget form formal format formerly forth fortune forwarded fought found four
    framework freight frequent frequently fresh friend friendly frontend frustrated fuel fulfill full fully fun fundamental funded furniture fusca fusion
    gadget gain gallon gamemode gameplay garnered gas gather gauge gave gender gene general generate genetic genome genre geometry get giant gift gigs
    give given glitch glossary goal goes going gon good got gotten govern graduated granite granted graphic greatly greeted grew grindcore grounds groups
    grow grown guests guide guys hair haircut half hamster handed handle hands happen hardware hated haul headed headline headquarters heads healthcare
    healthy hear heavily heavyweight height held help hence hereby herein herself hesitate higher highest highlighted highlights highly him himself hint
    hire history hit hold homegrown homepage honored honors honour hoped hopefully hopes horizontal hormone horror host hostage hostile hotels hour
    households http hub huge humans humor hundred hurt husband hydrocarbon hymn hypothesis iconic idea ideal identified identifies ignore illegal image
    immediate immune impact implemented implicated important imprisoned improve inaugural inches incidents include income increase increasingly incredibly
    incumbent indeed independently index indicate individuals inducted industry infected influenced influencer info infrastructure ingredients inhabitants
    initiate injured injury injustice insects insight installed instant instructed integrated integrates intend interacts interest interface interfere
    interior internal internet interstellar interview intro introduce invented inventory invest investigate investor invoice involve islets issue item
    itself jackpot jet job join jointly jokes journals keen keeps kept keyboards keynote kick killed kilometers kinase kind kinetic kitchen knee knew
    knockout know knowledge known label lack laid landed lands landslide language lanterns laptop large larger largest last late latest latter laugh
    launch lawsuit layout lead leaders learn learners least leave led leg legacy legitimacy legitimate length lengthy less lesson letter level librarians
    license lies lifestyle ligase limb limestone limit line lineup link lipid listed listened lists lived liver lives loaded loan local located login logo
    long longest look loose lose loss lost lot lowest loyalty luggage lunch lying made magazines magnetic mail main mainland mainly mainstream maintain
    make manage mandatory mane manner manufactured manufacturer manuscripts map marble marchar margin marked markers marketplace married masonry mass
    master matches mathematicians maybe mayoral mean meant meantime measure mechanisms medals mediated medieval medium meet members memo memoir memory
    mental mentioned menu merge merger message met metal method methyltransferase metrics mid midrange mile military million mimic minded minimum minute
    mismatch mistakes mixture models moderate modified module moisture mold molecules moment monastery monastic money monks monophosphate month moons
    morcillas mortgage mostly motif motion move multiple musicians mutant myself name narrowly nationwide ndash nearby nearest nearly necessarily
    necessary need nephew nerve networks newest newly newspaper next nice nightclubs nineties nobody nominated nominee non none northbound note notice
    novel nowiki nucleus number oath object observed obtain occur occurred odds offer office officials offshore often oil older oldest ones online onto
    opened openly operate operators opinion opponent oppose opposite option orbit orbital order ordinary oriented others outbreak outcome outdoor outfit
    output outside overall overhang overnight overseas overview own owners oxide ozone package pages paid pair pandemic pants paper parallel parents part
    participant participate particles particular particularly parties partly pass passenger passport past path pathway pattern pause pay payroll pen
    penalty pencil peoples perceived percent percentage perfect perform performers perhaps perihelion period permanent permanently permitted peroxidase
    peroxide person personal personnel persuaded pet phase phenomena phenomenon phones photo photograph photographers phrase pick pictures pies pilgrimage
    pilgrims pillars pin pioneered pipe pivotal place plaintiffs plan plane planet planted plants plasma plate platform play pleasant please pledged plot
    pocket podcast poem point policies policy polite politicians polls polymerase pool portfolio portrayal portrayed ports posed possess possibly posted
    posts postural posture practice pre precedent precursor predatory predecessor predominantly prefer preferred pregnant preliminary premiered premium
    prepare present preserve pressure pretty prevent priced prices primarily primary principle print privacy private privileged pro problem procedure
    proceed process processor proclaimed produce producers product professionals proficiency profit profound program prohibited project prolific prominent
    promo promote pronounced proof propaganda proper properly property proposals propose prose protect proteins protest protesters protocol prototype
    proud prove provide provinces provoked pseudonym publicly publish pull puppet purchase purpose pursue push put qualified questionnaire quick quickly
    quite quote race radius raid rails raise ran range rank rapid rapidly rappers rate reach react read readers ready real realistic really reasons
    rebuild rebuilt recap receipt received recent recently receptor recipe recipient recited recommend recorded recruited reelected referenced referendum
    referred reflect reforms refund refuse regard reggae regime region registered regret regular regularly reject relate related release relevant relief
    rely remainder remained remains remarks remastered remember remind remote remove renamed rent rental repair repeat repertoire replace reported
    represent repressor reprinted reproduce request require researchers reserved residency resident resigned resolve resource respect respond response
    rest restaurants result resume retail retailers retreat return reveal revenue reviewed reviews reward rhythms riders rise risks rival roadmap robots
    rockabilly rocket role rolled romantic rooms roster roughly round routes routine rude rule ruled rumors run sacrifice safe sale salon salute sample
    sang satellite satire satisfy sausages saw say scale scene schedule scholarly scope scored scores screen search season seat secondary sector secure
    see seek seem seen selected self sell semantic seminal send sent seo separate sequel serve server service set settlers setup several severe shallow
    shape share shifted shirt shoot shop short shortly shot shoulders showed shown shows shut shuttle sides sights sign signal significant significantly
    signup similar simply sin sing single siren site sitemap situ situated six size skill slight slightly slogan slow slowly small smart smartphone
    societal software sold soldiers solid solve somebody someone sometimes somewhat somewhere soon sophisticated sorry sort sought sounds soundtrack
    source southbound spawned speakers species specific specimens spectacular spectrum speech spend spent spite split spoke sponsored sponsors spot
    spotlight spread spur squadrons stable staff stage stampede stance standards stands starred start startup stated statue status statute statutory stay
    steadily step stolen stood stopped stops storage store stored stories storms story strategic strategies strategy strength stress strict strikes stroke
    strong strongest strongly struck structures struggle students studios study stuff style sub subject submit submitted subsequent subsequently subunit
    suburb suburban succeed success successfully successor suddenly suffer sufficient sufficiently suggest suicidal suicide summary sung sup superb
    superjumbo supplier supply support supporters suppose sure surface surge surgery surprisingly surrounded survey survived suspected sustain switch
    symbol syntactic synthase synthesis table tackle tag tail take taken talent talk talkback tanker tanks target task tasty taught tax teach team tech
    technique tell temperature template temples tempo temporary ten tenure term test text textile thank theme themselves theories thereafter thereby
    therefore theropods thick thin think third thorough thought thousands threat threatened three threw thriller throughout thrown ticket tie tight till
    time tip tissue title titled tmobile told took tool toolkit topic topped total touched toured toward towns toxin toys trace track trade traded
    trademark traders traffic tragedy trained transcript transfer transferred transform translate transmedia transmittal transporters trapped travel
    travelers treat trend trespass trial tribes tribute trio trip triphosphate troops trouble truce true truly try tubes turn turnout tutorials tweeted
    twelve twice twig type unable uncertain uncertainty unclear undergo understand understood underwent undisputed unexpected unhappy unique units
    unprecedented unrelated unsuccessfully unsure unveiled unveils update upgrade upgraded upsell urged urgent usage use user using usual valid value
    varies variety vast vehicle vendor venue verb verse versus via viable victory video view viewers villages violated violent viral visa vision visionary
    visit visitor vital vocals volumes volunteered volunteers von vote wait waive waiver want warehouse wartime watch waves way weak wealth wealthy wear
    weather web website week weekend weekly weight welcome went whatever whenever whereas whilst whole wholesale wider wife wifi wiki wikihow win window
    winner wish withdrew witnessed witnesses won words work workflow workforce workout workplace workshop worn worried worse worst worth worthy wounded
    wow write written wrong wrote www yard yeah year yearly yield younger youngest zones zydeco
    """
)

COMMON_ENDINGS = (
    "ing", "ings", "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ship", "ships", "ance", "ances", "ence",
    "ences", "ive", "ives", "ical", "ial", "ual", "ional", "able", "ible", "ally", "ously", "ful", "less", "ous", "ology", "graphy", "ably",
    "edly",
)  # fmt: skip
"""What nouns, adjectives and adverbs end in, and names seldom."""
