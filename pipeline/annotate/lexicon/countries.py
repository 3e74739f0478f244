"""Countries and territories: ISO 3166-1 code, names as news writes them, and their adjectives (the demonyms)."""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

_TABLE = """
AF|Afghanistan|Afghan,Afghans
AL|Albania|Albanian,Albanians
DZ|Algeria|Algerian,Algerians
AD|Andorra|Andorran,Andorrans
AO|Angola|Angolan,Angolans
AG|Antigua and Barbuda|Antiguan,Antiguans
AR|Argentina|Argentine,Argentinian,Argentines,Argentinians
AM|Armenia|Armenian,Armenians
AU|Australia|Australian,Australians
AT|Austria|Austrian,Austrians
AZ|Azerbaijan|Azerbaijani,Azeri,Azerbaijanis
BS|Bahamas,The Bahamas|Bahamian,Bahamians
BH|Bahrain|Bahraini,Bahrainis
BD|Bangladesh|Bangladeshi,Bangladeshis
BB|Barbados|Barbadian,Barbadians
BY|Belarus|Belarusian,Belarusians
BE|Belgium|Belgian,Belgians
BZ|Belize|Belizean,Belizeans
BJ|Benin|Beninese
BT|Bhutan|Bhutanese
BO|Bolivia|Bolivian,Bolivians
BA|Bosnia and Herzegovina,Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians
BW|Botswana|Motswana,Batswana
BR|Brazil|Brazilian,Brazilians
BN|Brunei|Bruneian
BG|Bulgaria|Bulgarian,Bulgarians
BF|Burkina Faso|Burkinabe
BI|Burundi|Burundian,Burundians
KH|Cambodia|Cambodian,Cambodians
CM|Cameroon|Cameroonian,Cameroonians
CA|Canada|Canadian,Canadians
CV|Cape Verde,Cabo Verde|Cape Verdean,Cape Verdeans
CF|Central African Republic|
TD|Chad|Chadian,Chadians
CL|Chile|Chilean,Chileans
CN|China,People's Republic of China,PRC|Chinese
CO|Colombia|Colombian,Colombians
KM|Comoros|Comorian
CD|Democratic Republic of Congo,Democratic Republic of the Congo,DRC,DR Congo|Congolese
CG|Republic of the Congo,Congo-Brazzaville|
CR|Costa Rica|Costa Rican,Costa Ricans
HR|Croatia|Croatian,Croatians,Croat,Croats
CU|Cuba|Cuban,Cubans
CY|Cyprus|Cypriot,Cypriots
CZ|Czech Republic,Czechia|Czech,Czechs
DK|Denmark|Danish,Dane,Danes
DJ|Djibouti|Djiboutian
DM|Dominica|
DO|Dominican Republic|Dominican,Dominicans
TL|East Timor,Timor-Leste|Timorese
EC|Ecuador|Ecuadorian,Ecuadorean,Ecuadorians
EG|Egypt|Egyptian,Egyptians
SV|El Salvador|Salvadoran,Salvadorans
GQ|Equatorial Guinea|
ER|Eritrea|Eritrean,Eritreans
EE|Estonia|Estonian,Estonians
SZ|Eswatini,Swaziland|Swazi
ET|Ethiopia|Ethiopian,Ethiopians
FJ|Fiji|Fijian,Fijians
FI|Finland|Finnish,Finn,Finns
FR|France|French,Frenchman,Frenchwoman
GA|Gabon|Gabonese
GM|Gambia,The Gambia|Gambian,Gambians
GE|Georgia|Georgian,Georgians
DE|Germany|German,Germans
GH|Ghana|Ghanaian,Ghanaians
GR|Greece|Greek,Greeks
GL|Greenland|Greenlandic,Greenlander
GD|Grenada|Grenadian
GT|Guatemala|Guatemalan,Guatemalans
GN|Guinea|Guinean,Guineans
GW|Guinea-Bissau|
GY|Guyana|Guyanese
HT|Haiti|Haitian,Haitians
HN|Honduras|Honduran,Hondurans
HK|Hong Kong|
HU|Hungary|Hungarian,Hungarians
IS|Iceland|Icelandic,Icelander,Icelanders
IN|India|Indian,Indians
ID|Indonesia|Indonesian,Indonesians
IR|Iran|Iranian,Iranians
IQ|Iraq|Iraqi,Iraqis
IE|Ireland,Republic of Ireland|Irish,Irishman,Irishwoman
IL|Israel|Israeli,Israelis
IT|Italy|Italian,Italians
CI|Ivory Coast,Côte d'Ivoire|Ivorian,Ivorians
JM|Jamaica|Jamaican,Jamaicans
JP|Japan|Japanese
JO|Jordan|Jordanian,Jordanians
KZ|Kazakhstan|Kazakh,Kazakhs
KE|Kenya|Kenyan,Kenyans
KI|Kiribati|
XK|Kosovo|Kosovar,Kosovan,Kosovars
KW|Kuwait|Kuwaiti,Kuwaitis
KG|Kyrgyzstan|Kyrgyz
LA|Laos|Laotian,Laotians
LV|Latvia|Latvian,Latvians
LB|Lebanon|Lebanese
LS|Lesotho|Basotho
LR|Liberia|Liberian,Liberians
LY|Libya|Libyan,Libyans
LI|Liechtenstein|
LT|Lithuania|Lithuanian,Lithuanians
LU|Luxembourg|Luxembourgish
MO|Macau,Macao|
MG|Madagascar|Malagasy
MW|Malawi|Malawian,Malawians
MY|Malaysia|Malaysian,Malaysians
MV|Maldives|Maldivian,Maldivians
ML|Mali|Malian,Malians
MT|Malta|Maltese
MH|Marshall Islands|Marshallese
MR|Mauritania|Mauritanian
MU|Mauritius|Mauritian,Mauritians
MX|Mexico|Mexican,Mexicans
FM|Micronesia|Micronesian
MD|Moldova|Moldovan,Moldovans
MC|Monaco|Monegasque
MN|Mongolia|Mongolian,Mongolians
ME|Montenegro|Montenegrin,Montenegrins
MA|Morocco|Moroccan,Moroccans
MZ|Mozambique|Mozambican,Mozambicans
MM|Myanmar,Burma|Burmese
NA|Namibia|Namibian,Namibians
NR|Nauru|Nauruan
NP|Nepal|Nepalese,Nepali
NL|Netherlands,The Netherlands,Holland|Dutch,Dutchman,Dutchwoman
NZ|New Zealand|New Zealander,New Zealanders
NI|Nicaragua|Nicaraguan,Nicaraguans
NE|Niger|Nigerien
NG|Nigeria|Nigerian,Nigerians
KP|North Korea,DPRK,Democratic People's Republic of Korea|North Korean,North Koreans
MK|North Macedonia,Macedonia|Macedonian,Macedonians
NO|Norway|Norwegian,Norwegians
OM|Oman|Omani,Omanis
PK|Pakistan|Pakistani,Pakistanis
PW|Palau|Palauan
PS|Palestine|Palestinian,Palestinians
PA|Panama|Panamanian,Panamanians
PG|Papua New Guinea|Papua New Guinean
PY|Paraguay|Paraguayan,Paraguayans
PE|Peru|Peruvian,Peruvians
PH|Philippines,The Philippines|Filipino,Philippine,Filipinos,Filipina
PL|Poland|Polish,Pole,Poles
PT|Portugal|Portuguese
PR|Puerto Rico|Puerto Rican,Puerto Ricans
QA|Qatar|Qatari,Qataris
RO|Romania|Romanian,Romanians
RU|Russia,Russian Federation|Russian,Russians
RW|Rwanda|Rwandan,Rwandans
KN|Saint Kitts and Nevis|
LC|Saint Lucia,St. Lucia|
VC|Saint Vincent and the Grenadines|
WS|Samoa|Samoan,Samoans
SM|San Marino|
ST|Sao Tome and Principe|
SA|Saudi Arabia|Saudi,Saudis
SN|Senegal|Senegalese
RS|Serbia|Serbian,Serb,Serbs,Serbians
SC|Seychelles|
SL|Sierra Leone|Sierra Leonean
SG|Singapore|Singaporean,Singaporeans
SK|Slovakia|Slovak,Slovakian,Slovaks
SI|Slovenia|Slovenian,Slovene,Slovenians
SB|Solomon Islands|
SO|Somalia|Somali,Somalian,Somalis
ZA|South Africa|South African,South Africans
KR|South Korea,Republic of Korea,Korea Republic|South Korean,South Koreans
SS|South Sudan|South Sudanese
ES|Spain|Spanish,Spaniard,Spaniards
LK|Sri Lanka|Sri Lankan,Sri Lankans
SD|Sudan|Sudanese
SR|Suriname|Surinamese
SE|Sweden|Swedish,Swede,Swedes
CH|Switzerland|Swiss
SY|Syria|Syrian,Syrians
TW|Taiwan|Taiwanese
TJ|Tajikistan|Tajik,Tajiks
TZ|Tanzania|Tanzanian,Tanzanians
TH|Thailand|Thai,Thais
TG|Togo|Togolese
TO|Tonga|Tongan,Tongans
TT|Trinidad and Tobago|Trinidadian
TN|Tunisia|Tunisian,Tunisians
TR|Turkey,Türkiye|Turkish,Turk,Turks
TM|Turkmenistan|Turkmen
TV|Tuvalu|Tuvaluan
UG|Uganda|Ugandan,Ugandans
UA|Ukraine|Ukrainian,Ukrainians
AE|United Arab Emirates,UAE,Emirates|Emirati,Emiratis
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British,Briton,Britons
US|United States,United States of America,U.S.,US,USA,U.S.A.,America|American,Americans
UY|Uruguay|Uruguayan,Uruguayans
UZ|Uzbekistan|Uzbek,Uzbeks
VU|Vanuatu|
VA|Vatican City,Vatican,Holy See|
VE|Venezuela|Venezuelan,Venezuelans
VN|Vietnam,Viet Nam|Vietnamese
YE|Yemen|Yemeni,Yemenis
ZM|Zambia|Zambian,Zambians
ZW|Zimbabwe|Zimbabwean,Zimbabweans
GB|England|English,Englishman,Englishwoman
GB|Scotland|Scottish,Scot,Scots
GB|Wales|Welsh,Welshman,Welshwoman
GB|Northern Ireland|Northern Irish
"""


def _rows() -> list[tuple[str, list[str], list[str]]]:
    rows = []
    for line in _TABLE.strip().splitlines():
        code, names, adjectives = line.split("|")
        rows.append((code, names.split(","), [each for each in adjectives.split(",") if each]))
    return rows


COUNTRY_CODES: dict[str, str] = {name: code for code, names, _ in _rows() for name in names}
"""Name as written to ISO code."""

COUNTRY_NAMES: dict[str, str] = {name: names[0] for _, names, _ in _rows() for name in names}
"""Name as written to the usual name."""

DEMONYMS: dict[str, str] = {adjective: names[0] for _, names, adjectives in _rows() for adjective in adjectives}
"""Adjective or noun of nationality to the usual name of its country."""

CONTINENTS = words("Africa Antarctica Asia Eurasia Europe Oceania Scandinavia") | frozenset((
    "North America", "South America", "Latin America", "Central America", "Middle East", "Southeast Asia", "Central Asia",
    "East Asia", "South Asia", "Northeast Asia", "Western Europe", "Eastern Europe", "Balkans", "Caribbean", "Baltics",
))  # fmt: skip

US_STATES: dict[str, str] = {
    **dict.fromkeys(
        ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "Wisconsin", "Wyoming"],
        "",
    ),
    **dict.fromkeys(
        ("New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Rhode Island",
         "South Carolina", "South Dakota", "West Virginia"), "",
    ),
}  # fmt: skip
"""Names of the states of the United States."""

PROVINCES = frozenset(
    [
        "Alberta", "British Columbia", "Manitoba", "New Brunswick", "Newfoundland and Labrador", "Nova Scotia", "Ontario",
        "Prince Edward Island", "Quebec", "Saskatchewan", "New South Wales", "Northern Territory", "Queensland",
        "South Australia", "Tasmania", "Victoria", "Western Australia",
    ]
)  # fmt: skip
"""Names of the provinces of Canada and the states of Australia."""

STATE_ABBREVIATIONS: dict[str, str] = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado",
    "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois", "Ind.": "Indiana",
    "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Md.": "Maryland", "Mass.": "Massachusetts", "Mich.": "Michigan",
    "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri", "Mont.": "Montana", "Neb.": "Nebraska",
    "Nev.": "Nevada", "N.H.": "New Hampshire", "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York",
    "N.C.": "North Carolina", "N.D.": "North Dakota", "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania",
    "R.I.": "Rhode Island", "S.C.": "South Carolina", "S.D.": "South Dakota", "Tenn.": "Tennessee", "Vt.": "Vermont",
    "Va.": "Virginia", "Wash.": "Washington", "W.Va.": "West Virginia", "Wis.": "Wisconsin", "Wyo.": "Wyoming",
}  # fmt: skip
"""AP style abbreviations to state names."""

SHORT_PLACES: dict[str, str] = {
    "LA": "Los Angeles", "L.A.": "Los Angeles", "NYC": "New York City", "N.Y.C.": "New York City", "SF": "San Francisco",
    "S.F.": "San Francisco", "D.C.": "Washington", "DC": "Washington", "KL": "Kuala Lumpur", "HK": "Hong Kong", "NZ": "New Zealand",
}  # fmt: skip
"""Initials by which news calls cities and countries that it names in full, too."""
