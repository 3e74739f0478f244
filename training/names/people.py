"""Invented persons of every tradition of naming, with the form a story falls back to on second mention."""

from __future__ import annotations

import random
from functools import cache
from typing import NamedTuple

from faker import Faker

WESTERN_ORDER = """cs_CZ da_DK de_DE et_EE fi_FI fr_FR ga_IE hr_HR it_IT lt_LT lv_LV nl_NL no_NO pl_PL ro_RO sk_SK sl_SI sv_SE tr_TR
en_IN en_KE en_NG en_PK en_TH en_NZ en_US en_US en_US en_GB en_GB en_GB ha_NG ig_NG yo_NG sw tw_GH zu_ZA uz_UZ az_AZ""".split()
DOUBLE_SURNAME = ["es_AR", "es_CL", "es_CO", "es_ES", "es_MX"]
KOREAN = """Kim Lee Park Choi Jung Jeong Kang Cho Yoon Yun Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Moon Yang Ko Bae
Baek Heo Nam Noh Ha Roh Ri Pak Choe""".split()
KOREAN_GIVEN = """Ji Min Seo Jun Hyun Soo Woo Young Jin Hee Eun Hye Sung Kyung Dong Sang Jae Yong Chul Ho Tae Myung Mi Na Yeon Won Ki
Seung Joon Hwan Kwang In Il Chang Byung Pyong Geun Hyuk Bin Ah Rae Gil""".split()
CHINESE = """Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Han Feng
Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Xi Qin Hou Bai Meng
Xiong Lei Fang Shi Gong Qian""".split()
CHINESE_GIVEN = """Wei Fang Na Min Jing Qiang Lei Yang Jun Yong Jie Juan Tao Chao Ming Xia Ping Gang Hui Ying Hua Yu Xin Bo Xiao Hong
Jian Guo Zhi Wen Hai Long Feng Lin Rong Mei Yan Qing Zhen Chun Dong Zhong Hao Xiang Rui Kai Yi Shu Peng Cheng Bin Shan
Liang Ze Jia Tian Song""".split()
CANTONESE = """Chan Lam Leung Cheung Wong Ng Lau Kwok Tsang Yeung Ho Cheng Yip Fung Tam Mak Tse Yuen Chow Chung Chiu Lai Poon Lo Siu
Kwan Au Hui""".split()
CANTONESE_GIVEN = """Siu Wai Kwok Ming Chi Ka Wing Kin Man Yuk Tak Kam Hing Lok Cheuk Tin Ho Hon Yiu Fai Kit Ling Mei Sze Pui Shing Keung
Chung Lun Yin Kei Fung""".split()
VIETNAMESE = """Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Nguyễn Trần Lê Phạm Hoàng Vũ Võ Đặng Bùi Đỗ""".split()
VIETNAMESE_MIDDLE = (
    """Van Thi Minh Quang Duc Huu Xuan Ngoc Thanh Tien Dinh Kim Hong Cong Trong Tan Văn Thị Đức Hữu Xuân""".split()
)
VIETNAMESE_GIVEN = """Anh Minh Hung Dung Linh Trang Hoa Lan Phuong Tuan Nam Son Thang Trong Phuc Chinh Hien Ha Mai Thao Dat Long Quan Khanh
Tam Binh Hai Vinh Loc Huong Hùng Dũng Phương Tuấn Sơn Thắng Hà""".split()
ARABIC = """Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Omar Khalid Khaled Abdullah Abdulrahman Ibrahim Youssef Yusuf
Mahmoud Mustafa Saeed Salim Salem Tariq Faisal Fahd Sultan Nasser Karim Jamal Samir Walid Ziad Bashar Fatima Aisha
Maryam Layla Noor Huda Zainab Amal Rania Dina Salma Nadia Mona Hanan Samira Abdel-Fattah Abdelaziz Rashid Hamad Tamim
Majid Adel Hisham Wael Imad Marwan Nabil Riad Saad Qasim Haider Muqtada Nouri Bilal Anwar Ismail Yahya Moussa Rami
Tawfik""".split()
ARABIC_FAMILY = """al-Hassan al-Assad al-Maliki al-Sadr al-Bashir al-Sisi al-Abadi al-Zawahiri al-Otaibi al-Qahtani al-Ghamdi al-Shammari
al-Jubeir al-Thani al-Sabah al-Nahyan Al-Masri Al-Khatib al-Najjar al-Haddad Al Maktoum Al Saud Al Khalifa Haddad
Khoury Mansour Shaheen Nasrallah Hariri Aoun Berri Salameh Darwish Abbas Barghouti Erekat Haniyeh Meshaal Sharif
Ghannouchi Essebsi Saied Bouteflika Benali Belhadj Boukhari Bennani Alaoui El-Baradei El Amrani El Idrissi Zidane
Mubarak Morsi Shafik Ghazal Qaddoumi Tamimi Rajab Dahlan Jabari Al-Attiyah al-Houthi Saleh Hadi Haftar Sarraj Bashagha""".split()
PERSIAN = ("""Ali Reza Mohammad Hossein Hassan Mahmoud Amir Mehdi Javad Saeed Abbas Akbar Farhad Kamran Dariush Behrouz Shirin
Narges Masoumeh Nasrin Leila Maryam Parisa Azadeh""".split(), """Rouhani Khamenei Zarif Raisi Larijani Ahmadi Hosseini Mohammadi Rezaei Karimi Jafari Moradi Soleimani Ghasemi Tehrani
Sotoudeh Ebadi Farhadi Panahi Kiarostami Mousavi Karroubi Shirazi Esfahani Araghchi Pezeshkian Qalibaf""".split())  # fmt: skip
RUSSIAN = ("""Vladimir Sergei Dmitry Alexei Alexander Andrei Mikhail Ivan Nikolai Yuri Igor Oleg Pavel Viktor Anatoly Boris Maxim
Roman Olga Natalia Yekaterina Irina Tatyana Svetlana Anna Maria Yelena Ksenia Lyudmila Gennady Vyacheslav""".split(), """Ivanov Petrov Sidorov Smirnov Kuznetsov Popov Volkov Sokolov Lebedev Morozov Novikov Kozlov Pavlov Orlov Medvedev
Lavrov Peskov Shoigu Zakharova Ivanova Petrova Kuznetsova Sokolova Gorbachev Chernyshev Belousov Mishustin Yashin
Kasyanov Ryabkov Grushko Antonov Vasilyev Zaitsev Fyodorov Kirillov Tarasova Belova""".split())  # fmt: skip
UKRAINIAN = ("""Volodymyr Petro Oleksandr Andriy Serhiy Yulia Mykola Viktor Dmytro Ihor Oksana Iryna Olena Vitaliy Ruslan Taras Bohdan
Mykhailo Denys Kateryna""".split(), """Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliynyk Melnyk Boyko Poroshenko Zelenko Klymenko Kuleba Reznik
Danilov Yermak Podolyak Stefanchuk Shmyhal Zaluzhny Syrsky Moroz Lysenko Hrytsenko Savchuk Rudenko Marchenko""".split())  # fmt: skip
BALKAN = ("""Aleksandar Milan Nikola Zoran Goran Dragan Ivana Jelena Milica Vesna Edi Ilir Arben Besnik Vjosa Zoran Stevo Bujar
Kiril Boyko Rumen Ivan Georgi Maya Albin""".split(), """Petrović Jovanović Nikolić Marković Đorđević Stojanović Ilić Vučić Dačić Brnabić Thaçi Kurti Hoti Berisha Krasniqi
Hoxha Rama Meta Basha Zaev Gruevski Ivanov Borisov Radev Georgieva Dimitrov Todorov Milanović Plenković""".split())  # fmt: skip
CAUCASUS = ("""Giorgi Mikheil Irakli Nino Salome Davit Levan Nika Armen Nikol Serzh Karen Vahagn Anna Lilit Ilham Mehriban Elmar Kaha
Zurab""".split(), """Ivanishvili Saakashvili Margvelashvili Kobakhidze Garibashvili Zurabishvili Kvirikashvili Pashinyan Sargsyan Kocharyan
Petrosyan Hakobyan Harutyunyan Grigoryan Aliyev Mammadov Hasanov Beridze Gelashvili Khachaturyan""".split())  # fmt: skip
CENTRAL_ASIAN = ("""Nursultan Kassym-Jomart Almazbek Sooronbay Sadyr Emomali Gurbanguly Islam Shavkat Dariga Gulnara Aigul Bakyt Timur
Yerlan Askar Daniyar Kanat Roza Omurbek""".split(), """Nazarbayev Tokayev Atambayev Jeenbekov Japarov Rahmon Karimov Mirziyoyev Otunbayeva Massimov Sagintayev Akayev Bakiyev
Tashiyev Babanov Abdrakhmanov Suleimenov Zhumabayev Utemuratov Sarsenov""".split())  # fmt: skip
GREEK = ("""Alexis Kyriakos Yannis Giorgos Dimitris Nikos Kostas Panagiotis Maria Eleni Katerina Sofia Stavros Antonis Vassilis
Evangelos Christos Despina""".split(), """Papadopoulos Papandreou Tsipras Mitsotakis Varoufakis Samaras Venizelos Kammenos Georgiou Nikolaidis Dimitriou
Karamanlis Pavlopoulos Konstantinou Economou Anastasiades Christodoulides Makris""".split())  # fmt: skip
HEBREW = ("""Benjamin Yair Avigdor Ehud Shimon Tzipi Moshe Naftali Benny Ayelet Yitzhak David Noa Tamar Yael Gadi Itamar Miri Uri
Eitan Shlomo""".split(), """Cohen Levi Mizrahi Peretz Biton Friedman Netanel Lapidoth Liebman Barak Olmert Livni Yaalon Bennett Gantz Shaked
Herzog Eisenkot Regev Katz Rosen Ben-David Ben-Ari Bar-Lev Golan Shapira Dayan""".split())  # fmt: skip
THAI = ("""Prayut Thaksin Yingluck Abhisit Somchai Surayud Chuan Prawit Anutin Srettha Pita Suthep Jatuporn Nattawut Chatchai
Sirichai Kanokwan Piyabutr Rangsiman Paetongtarn""".split(), """Chan-ocha Shinawatra Vejjajiva Wongsawat Chulanont Leekpai Wongsuwon Charnvirakul Thavisin Limjaroenrat Thaugsuban
Prompan Saikua Srisuwan Boonyaratglin Kittiratt Rattanakul Suwannarat Chaiyasit Pongsudhirak""".split())  # fmt: skip
BURMESE = """Aung San Win Htin Kyaw Min Hlaing Thein Sein Khin Maung Zaw Htun Ko Ni Myint Swe Soe Naing Tin Oo Nyan Mya Thuzar Moe
Su Kyi Lwin Hla Phyo Wai Tun Ye Htet""".split()
KHMER = ("""Hun Sam Kem Sar Chea Men Heng Tea Sok Mu Say Prak Keo Ouk Chan Pen Nuon Khieu Ieng Mam""".split(), """Sen Rainsy Sokha Kheng Manet Sarin Samnang Bunhan Sophal Vannak Chhay Sochua Ratha Dara Phan Sovann Sothea Samphan
Bopha Pisey""".split())  # fmt: skip
BENGALI = ("""Sheikh Khaleda Abdul Mohammad Tarique Obaidul Mirza Shirin Muhammad Rashed Hasanul Begum Anisul Asaduzzaman Nasrin
Rokeya Sultana Mahfuz Mamata Amit Sourav Subhas""".split(), """Rahman Hossain Zia Hasina Islam Khan Quader Alamgir Chowdhury Yunus Menon Haque Khatun Ahmed Banerjee Chatterjee
Mukherjee Ganguly Bose Ghosh Das Sen Dutta""".split())  # fmt: skip
SOUTH_ASIAN = ("""Narendra Rahul Amit Arvind Manmohan Sonia Priyanka Yogi Rajnath Nitin Smriti Imran Nawaz Shehbaz Maryam Bilawal Asif
Pervez Ranil Mahinda Gotabaya Maithripala Sajith Chandrika Pushpa Sher Khadga Ram Muthuvel Karunanidhi Selvam Lakshmi
Kavitha Anura Velupillai Ashraf Hamid""".split(), """Modi Gandhi Shah Kejriwal Singh Yadav Patel Reddy Naidu Rao Iyer Nair Menon Pillai Krishnan Subramaniam Kumar Sharma
Gupta Joshi Thapa Oli Dahal Deuba Khan Sharif Bhutto Zardari Qureshi Chaudhry Malik Rajapaksa Wickremesinghe Sirisena
Premadasa Perera Fernando Silva Dissanayake Jayawardene Karzai Ghani Karimi Noorzai Durrani""".split())  # fmt: skip
ETHIOPIAN = """Abiy Ahmed Hailemariam Desalegn Meles Zenawi Tedros Adhanom Haile Gebrselassie Kenenisa Bekele Tirunesh Dibaba Mulatu
Teshome Lemma Megersa Birtukan Mideksa Jawar Isaias Afwerki Debretsion Getachew Reda Sahle-Work Zewde Derartu Tulu
Girma Wolde Tesfaye Alemu Worku Mengistu Tigist Almaz Hiwot Yonas Dawit Bereket Selam Kidane Berhane""".split()
SOMALI = ("""Hassan Mohamed Abdi Farah Sharif Omar Ali Ilhan Fawzia Asha Ahmed Abdullahi Muse Yusuf Nur Abdirahman Ismail Hodan
Ifrah Said""".split(), """Sheikh Farmaajo Abdullahi Mohamud Warsame Aden Jama Guled Hersi Shire Elmi Roble Dahir Bihi Silanyo Gaas Madobe Nur
Osman Barre Egal""".split())  # fmt: skip
AFRICAN = ("""Uhuru Raila William Mwai Yoweri Paul Joseph Felix Samuel Laurent Alassane Macky Ibrahim Roch Faure Teodoro Denis Ali
Cyril Jacob Thabo Nelson Julius Robert Emmerson Morgan Edgar Hakainde John Lazarus Joyce Peter Bingu Filipe Joao Hage
Ellen Ernest Nana Goodluck Muhammadu Olusegun Atiku Bola Ngozi Aminata Fatou Mariam Amadou Ousmane Seydou Moussa
Idriss Patrice Jean-Pierre Emmanuel Chimamanda Wole Kwame Kofi Akua Ama Thandiwe Sipho Nomvula Tendai Chipo Tsitsi""".split(), """Kenyatta Odinga Ruto Kibaki Museveni Kagame Kabila Tshisekedi Lungu Gbagbo Ouattara Sall Keïta Keita Kaboré Gnassingbé
Obiang Sassou-Nguesso Bongo Ramaphosa Zuma Mbeki Malema Mugabe Mnangagwa Tsvangirai Chamisa Hichilema Magufuli
Chakwera Banda Mutharika Nyusi Lourenço Geingob Sirleaf Weah Koroma Bio Akufo-Addo Mahama Jonathan Buhari Obasanjo
Abubakar Tinubu Okonjo-Iweala Traoré Diallo Sow Diop Ndiaye Touré Coulibaly Konaté Sankara Compaoré Déby Biya
Nkurunziza Lumumba Mwangi Kamau Otieno Ochieng Wanjiru Njoroge Mutua Kipchoge Cheruiyot Okafor Adeyemi Eze Nwosu
Balogun Achebe Soyinka Mensah Owusu Asante Boateng Dlamini Nkosi Ndlovu Khumalo Moyo Ncube Phiri Mwanza Chanda Tembo""".split())  # fmt: skip
MALAY = """Mahathir Anwar Najib Muhyiddin Ismail Ahmad Azizah Nurul Rosmah Hishammuddin Khairy Zahid Syed Saddiq Lim Nazri Shafie
Razak Ibrahim Hamzah Yusof Zainal Abdullah Rahim Osman Salleh Halimah Zaki""".split()
INDONESIAN = """Susilo Bambang Joko Widodo Prabowo Subianto Megawati Puan Basuki Tjahaja Anies Baswedan Ridwan Kamil Sri Mulyani Retno
Marsudi Luhut Budi Agus Wahyu Dewi Suharto Sukarno Wiranto Ganjar Pranowo Gibran Airlangga Hartarto Erick Thohir
Sandiaga Uno Mahfud Setya Novanto Yudhoyono Hidayat Santoso Setiawan Kusuma Nugroho Purnomo Susanto Sutopo""".split()
FILIPINO = ("""Rodrigo Benigno Gloria Ferdinand Leni Emmanuel Manny Leila Antonio Panfilo Imee Jejomar Maria Jose Ronald Francis
Grace Isko Vicente Risa Juan Corazon Joselito""".split(), """Duterte Aquino Macapagal Arroyo Marcos Robredo Pacquiao Ressa Trillanes Lacson Binay Sotto Hontiveros Pangilinan
Cayetano Dela Cruz Bautista Reyes Santos Domagoso Lorenzana Roque Enrile Estrada Magsaysay de Lima""".split())  # fmt: skip
PACIFIC = ("""Frank Voreqe James Peter Manasseh Jeremiah Tuilaepa Samuela Jacinda Winston Tame Nanaia Hone Sitiveni Baron Taneti
Charlot Enele Kausea Sione""".split(), """Bainimarama Marape O'Neill Sogavare Manele Malielegaoi Ardern Peters Iti Mahuta Harawira Rabuka Waqa Maamau Salwai
Sopoaga Natano Tuʻipulotu Fakafanua Taufa Toke""".split())  # fmt: skip
MONGOLIAN = (["Khaltmaagiin", "Tsakhiagiin", "Ukhnaagiin", "Luvsannamsrain", "Chimediin", "Sukhbaataryn", "Batbold", "Ganbold", "Enkhbayar", "Oyun", "Temuulen"], ["Battulga", "Elbegdorj", "Khurelsukh", "Oyun-Erdene", "Saikhanbileg", "Altankhuyag", "Batbayar", "Ganbaatar", "Munkhbat", "Enkhbold", "Zandanshatar"])  # fmt: skip
HUNGARIAN_GIVEN = """Viktor Péter János László Gábor Ferenc Gergely Katalin Ágnes Zsuzsanna Tibor Zoltán István Judit Bernadett Márton
Tamás""".split()
HUNGARIAN = """Orbán Szijjártó Áder Kövér Gyurcsány Magyar Karácsony Novák Varga Nagy Kovács Tóth Szabó Horváth Kiss Molnár Németh
Farkas Balogh Papp Lakatos Mészáros Gulyás Vona Jakab""".split()


class Person(NamedTuple):
    full: str
    short: str


@cache
def faker_names(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    maker = Faker(locale)
    maker.seed_instance(1)
    given = sorted({maker.first_name() for _ in range(500)})
    family = sorted({maker.last_name() for _ in range(500)})
    return tuple(n for n in given if n[0].isupper() and n.isprintable()), tuple(n for n in family if n[0].isupper())


def syllables(rng: random.Random, family: list[str], given: list[str], joint: tuple[str, ...]) -> Person:
    surname, first, second, glue = rng.choice(family), rng.choice(given), rng.choice(given), rng.choice(joint)
    name = first + (glue + (second if glue == " " else second.lower()) if rng.random() < 0.9 else "")
    return Person(f"{name} {surname}" if rng.random() < 0.12 else f"{surname} {name}", surname)


def vietnamese(rng: random.Random) -> Person:
    given = rng.choice(VIETNAMESE_GIVEN)
    return Person(
        f"{rng.choice(VIETNAMESE)} {rng.choice(VIETNAMESE_MIDDLE)} {given}"
        if rng.random() < 0.75
        else f"{rng.choice(VIETNAMESE)} {given}",
        given,
    )


def arabic(rng: random.Random) -> Person:
    given, family = rng.choice(ARABIC), rng.choice(ARABIC_FAMILY)
    middle = rng.choice(
        (
            "",
            "",
            "",
            f" {rng.choice(ARABIC)}",
            f" bin {rng.choice(ARABIC)}",
            f" ibn {rng.choice(ARABIC)}",
            f" Abdul {rng.choice(ARABIC)}",
        )
    )
    if rng.random() < 0.1:
        return Person(f"Abu {rng.choice(ARABIC)} {family}", family)
    return Person(f"{given}{middle} {family}", family[0].upper() + family[1:] if rng.random() < 0.1 else family)


def double_surname(rng: random.Random) -> Person:
    given, family = faker_names(rng.choice(DOUBLE_SURNAME))
    first, surname = rng.choice(given), rng.choice(family)
    second = rng.choice(
        (
            "",
            "",
            f" {rng.choice(family)}",
            f" {rng.choice(family)}",
            f" de {rng.choice(family)}",
            f" y {rng.choice(family)}",
        )
    )
    name = f"{first} {rng.choice(given)}" if rng.random() < 0.15 and " " not in first else first
    return Person(f"{name} {surname}{second}", surname + (second if rng.random() < 0.3 else ""))


def portuguese(rng: random.Random) -> Person:
    given, family = faker_names(rng.choice(("pt_BR", "pt_PT")))
    surname = rng.choice(("", "da ", "dos ", "de ")) + rng.choice(family)
    return Person(f"{rng.choice(given)} {surname}", surname.split(" ")[-1] if rng.random() < 0.5 else surname)


def western(rng: random.Random) -> Person:
    given, family = faker_names(rng.choice(WESTERN_ORDER))
    first, surname = rng.choice(given), rng.choice(family)
    luck = rng.random()
    if luck < 0.07:
        first += f" {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    elif luck < 0.1:
        first = f"{rng.choice('ABCDEFGHJKLMNPRST')}.{rng.choice(('', ' '))}{rng.choice('ABCDEFGHJKLMNPRST')}."
    elif luck < 0.14:
        first += f" {rng.choice(given)}"
    elif luck < 0.18:
        surname += f"-{rng.choice(family)}"
    elif luck < 0.21:
        surname = (
            rng.choice(("Mc", "Mac", "O'", "van der ", "van ", "von ", "de ", "De ", "Di ", "Le ", "St. ")) + surname
        )
    suffix = rng.choice(("",) * 30 + (" Jr.", ", Jr.", " II", " III", " Sr."))
    return Person(f"{first} {surname}{suffix}", surname)


def two_lists(lists: tuple[list[str], list[str]]):
    def make(rng: random.Random) -> Person:
        given, family = rng.choice(lists[0]), rng.choice(lists[1])
        return Person(f"{given} {family}", family)

    return make


def given_only(names: list[str], particle: tuple[str, ...] = ("",)):
    def make(rng: random.Random) -> Person:
        chosen = rng.sample(names, rng.choice((2, 2, 2, 3)))
        glue = rng.choice(particle)
        return Person(f" {glue} ".join(chosen).replace("  ", " "), chosen[0])

    return make


def burmese(rng: random.Random) -> Person:
    name = " ".join(rng.sample(BURMESE, rng.choice((2, 3, 3, 4))))
    return Person(name, name)


def single(rng: random.Random) -> Person:
    name = rng.choice(INDONESIAN)
    return Person(name, name)


def romanized(locale: str, *, family_first: float):
    @cache
    def pool() -> tuple[list[str], list[str]]:
        maker = Faker(locale)
        maker.seed_instance(1)
        return [maker.first_romanized_name() for _ in range(400)], [maker.last_romanized_name() for _ in range(400)]

    def make(rng: random.Random) -> Person:
        given, family = (rng.choice(each).title() for each in pool())
        return Person(f"{family} {given}" if rng.random() < family_first else f"{given} {family}", family)

    return make


def hungarian(rng: random.Random) -> Person:
    given, family = rng.choice(HUNGARIAN_GIVEN), rng.choice(HUNGARIAN)
    return Person(f"{family} {given}" if rng.random() < 0.15 else f"{given} {family}", family)


TRADITIONS = (
    *(western,) * 9, *(double_surname,) * 3, portuguese, *(arabic,) * 4, vietnamese, vietnamese, burmese, single, hungarian,
    lambda rng: syllables(rng, KOREAN, KOREAN_GIVEN, ("-", "-", " ", "")),
    lambda rng: syllables(rng, KOREAN, KOREAN_GIVEN, ("-", "-", " ", "")),
    lambda rng: syllables(rng, CHINESE, CHINESE_GIVEN, ("",)),
    lambda rng: syllables(rng, CHINESE, CHINESE_GIVEN, ("",)),
    lambda rng: syllables(rng, CANTONESE, CANTONESE_GIVEN, ("-", "-", " ")),
    romanized("ja_JP", family_first=0.2), romanized("ja_JP", family_first=0.2),
    given_only(ETHIOPIAN), given_only(MALAY, ("", "bin", "")), given_only(INDONESIAN),
    *(two_lists(each) for each in (PERSIAN, RUSSIAN, RUSSIAN, UKRAINIAN, BALKAN, CAUCASUS, CENTRAL_ASIAN, GREEK, HEBREW, THAI, KHMER, BENGALI,
                                   SOUTH_ASIAN, SOUTH_ASIAN, SOMALI, AFRICAN, AFRICAN, AFRICAN, FILIPINO, PACIFIC, MONGOLIAN)),
)  # fmt: skip


def person(rng: random.Random) -> Person:
    """An invented person; each tradition's parts are mixed at random, so that no real one is meant."""
    return rng.choice(TRADITIONS)(rng)
