"""News full of namesakes. ``[words|p:key]`` marks a mention: one key is one person (p), organization (o) or place (l), and two keys are two."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pipeline.annotate import Annotate
from pipeline.model.article import canonical_text
from tests.annotate.articles import article

ARTICLES: dict[str, tuple[str, ...]] = {
    "father_and_son_both_king": (
        "[Martin Luther King Jr.|p:jr] and his father, [Martin Luther King Sr.|p:sr], preached from the same pulpit in [Atlanta|l:atl], [Georgia|l:ga].",
        "[King Sr.|p:sr] led the church for four decades. [King Jr.|p:jr] joined him in 1960.",
        "A granddaughter, [Yolanda King|p:gd], said [King Sr.|p:sr] never spoke of the arrest.",
    ),
    "two_ministers_kim_in_one_cabinet": (
        "[Kim Yong-ho|p:fin], the finance minister, and [Kim Hyun-mee|p:land], the land minister, clashed over house prices in [Seoul|l:seoul] on Monday.",
        "Finance Minister [Kim|p:fin] said that the plan was too costly. Land Minister [Kim|p:land] said she would not give in.",
        "Prime Minister [Kim Boo-kyum|p:pm] asked both ministers to settle the matter. [Kim Hyun-mee|p:land] left early; [Kim Yong-ho|p:fin] stayed.",
    ),
    "spouses_with_one_surname": (
        "[Bill Hartwell|p:bill] and [Hannah Hartwell|p:hannah] bought a vineyard near [Napa|l:napa] in 2011.",
        "“We knew nothing about wine,” Mr. [Hartwell|p:bill] said. Ms. [Hartwell|p:hannah] laughed.",
        "[Hannah|p:hannah] runs the business, and [Bill|p:bill] drives the tractor.",
    ),
    "a_firm_and_its_founder": (
        "[Michael Dell|p:dell] took [Dell Inc.|o:dell] private in 2013.",
        "[Dell|p:dell] said he would not sell a share. [Dell|o:dell] said its board had approved the deal.",
        "[Dell|o:dell] shares rose 4 percent. [Dell|p:dell], 59, told analysts in [Round Rock|l:rr], [Texas|l:tx], that he was pleased.",
    ),
    "georgia_the_woman_the_state_and_the_country": (
        "[Georgia Meloy|p:gm], a professor at [Emory University|o:emory] in [Atlanta|l:atl], [Georgia|l:gastate], studies the wine of [Georgia|l:country], the country in the Caucasus.",
        "[Meloy|p:gm] said that winemakers in [Tbilisi|l:tbi], the capital of [Georgia|l:country], had visited [Athens|l:athens], [Georgia|l:gastate], in May.",
    ),
    "victoria_the_woman_and_the_state": (
        "[Victoria Blane|p:vb] grew up in [Ballarat|l:bal], [Victoria|l:vic], and moved to [Melbourne|l:mel], [Victoria|l:vic], at 19.",
        "“[Victoria|p:vb] was always the loudest,” her brother [Tom Blane|p:tom] said.",
        "[Blane|p:vb] said she would run for a seat in the [Victoria|l:vic] parliament.",
    ),
    "jordan_and_chelsea_as_given_names": (
        "[Jordan Price|p:jp], a coach from [Chelsea|l:chelsea], London, took [Chelsea FC|o:che]'s youth side to [Jordan|l:jo] in March.",
        "[Chelsea|o:che] won both matches in [Amman|l:amman]. “They were kind hosts,” [Price|p:jp] said of [Jordan|l:jo].",
        "[Chelsea Lowe|p:cl], a physiotherapist, travelled with the squad. [Lowe|p:cl] said [Chelsea|o:che] would be back.",
    ),
    "lincoln_the_president_and_the_town": (
        "[Abraham Lincoln|p:abe] never saw [Lincoln|l:lin], [Nebraska|l:neb], which was renamed for him in 1867.",
        "A statue of [Lincoln|p:abe] stands at the Capitol in [Lincoln|l:lin]. [Lincoln|l:lin] residents raised $25,000 for it.",
    ),
    "paris_hilton_in_paris": (
        "[Paris Hilton|p:ph] opened a hotel in [Paris|l:paris] on Thursday.",
        "[Hilton|p:ph] said she loved the city. “[Paris|l:paris] is home,” she said.",
        "[Hilton Worldwide|o:hilton] has no stake in the hotel, a [Hilton Worldwide|o:hilton] spokesman said.",
    ),
    "two_towns_called_st_petersburg": (
        "A ferry ran aground off [St. Petersburg|l:fl], [Florida|l:florida], on Sunday. Its captain, [Ivan Petrov|p:ivan], was born in [St. Petersburg|l:ru], [Russia|l:russia].",
        "[Petrov|p:ivan] told the [Tampa Bay Times|o:tbt] that he was unhurt.",
    ),
    "korean_family_names_come_first": (
        "President [Yoon Suk Yeol|p:yoon] met [Lee Jae-myung|p:lee] in [Seoul|l:seoul] on Tuesday. [Yoon|p:yoon] served tea.",
        "[Lee|p:lee] said the talks were frank. [Lee Nak-yon|p:nak], a former premier, said nothing.",
        "[Yoon|p:yoon] and [Lee Jae-myung|p:lee] will meet again in June.",
    ),
    "spanish_double_surnames": (
        "[Andrés Manuel López Obrador|p:amlo] received [Gabriel García Márquez|p:ggm]'s son, [Rodrigo García|p:rod], in [Mexico City|l:mex] on Monday.",
        "[López Obrador|p:amlo] praised the novelist. “[García Márquez|p:ggm] belongs to all of us,” the president said.",
        "[García|p:rod] thanked [López Obrador|p:amlo].",
    ),
    "icelandic_given_names": (
        "[Katrín Jakobsdóttir|p:kat], Iceland's former prime minister, and [Guðni Jóhannesson|p:gud], its former president, planted a birch in [Reykjavik|l:rey].",
        "[Katrín|p:kat] said the tree would outlive them. [Guðni|p:gud] had brought the spade.",
        "[Jóhannes Jakobsson|p:joh], a gardener, will look after it.",
    ),
    "single_names": (
        "[Suharto|p:suh] ruled [Indonesia|l:ind] until 1998. His predecessor, [Sukarno|p:suk], proclaimed its independence.",
        "[Megawati Sukarnoputri|p:meg], a daughter of [Sukarno|p:suk], became president in 2001. [Megawati|p:meg] lost the vote of 2004.",
        "[Suharto|p:suh] died in 2008.",
    ),
    "a_married_name_taken_later": (
        "[Anna Lindqvist|p:anna] won her first race in 2009. [Anna Lindqvist Berg|p:anna], as she has been called since her wedding, won her last on Sunday.",
        "“I am done,” [Lindqvist Berg|p:anna] said. Her husband, [Erik Berg|p:erik], wept. [Berg|p:erik], 41, said that he would cook.",
    ),
    "bob_is_robert_and_bill_is_william": (
        "[Robert Ashdown|p:bob] was elected mayor of [Leeds|l:leeds] on Thursday. “Call me Bob,” he said.",
        "[Bob Ashdown|p:bob] will be sworn in on Monday, and [William Orme|p:bill], his deputy, on Tuesday.",
        "[Ashdown|p:bob] and [Bill Orme|p:bill] first met at school.",
    ),
    "mohammed_and_muhammad": (
        "[Mohammed al-Amin|p:amin], a surgeon in [Khartoum|l:kh], was detained on Monday.",
        "Colleagues of [Muhammad al-Amin|p:amin] said that he had treated soldiers. [Al-Amin|p:amin] denies the charge.",
        "[Mohamed Salih|p:salih], his lawyer, said that [al-Amin|p:amin] would appeal.",
    ),
    "the_elder_walton": (
        "[Walmart|o:wal] named [Rob Walton|p:rob] to its board in 1978. His father, [Sam Walton|p:sam], had founded [Walmart|o:wal] in [Rogers|l:rog], [Arkansas|l:ark].",
        "The elder [Walton|p:sam] drove a pickup. [Rob Walton|p:rob] collects cars.",
        "[Lukas Walton|p:luk], a grandson of [Sam Walton|p:sam], said that [Rob|p:rob] had taught him to drive.",
    ),
    "a_carmaker_and_its_chairman": (
        "[Ford|o:ford] will cut 1,400 jobs in [Cologne|l:col], the carmaker said. [Bill Ford|p:ford], its chairman, called the decision painful.",
        "[Ford|p:ford], a great-grandson of [Henry Ford|p:henry], said that he had slept badly.",
        "[Ford|o:ford] shares fell 2 percent.",
    ),
    "sisters_and_their_father": (
        "[Venus Williams|p:v] beat [Serena Williams|p:s] in three sets at Wimbledon on Saturday.",
        "[Serena|p:s] led 5-2 in the second set. [Venus|p:v] saved two match points.",
        "[Richard Williams|p:r], their father and coach, watched from the stands. Mr. [Williams|p:r] did not clap.",
        "[Serena Williams|p:s] said she was proud. [Venus Williams|p:v] said she was tired.",
    ),
    "two_presidents_bush": (
        "President [George W. Bush|p:w] flew to [Houston|l:hou] to see his father, former President [George H.W. Bush|p:hw].",
        "[George H.W. Bush|p:hw], 84, had been in hospital. [Jeb Bush|p:jeb], a former governor of [Florida|l:fl], also came.",
        "President [Bush|p:w] returned to [Crawford|l:cra], [Texas|l:tx]. The elder [Bush|p:hw] went home on Friday.",
    ),
    "a_former_president_and_his_wife": (
        "[Hillary Clinton|p:h] campaigned in [Iowa|l:ia] on Monday. Former President [Bill Clinton|p:b] will join her on Friday.",
        "Mrs. [Clinton|p:h] spoke about schools. Mr. [Clinton|p:b] has not campaigned since March.",
        "[Chelsea Clinton|p:c], their daughter, introduced her mother.",
    ),
    "two_ministers_wang": (
        "[Wang Yi|p:yi], China's foreign minister, met [Wang Xiaohong|p:xiao], the minister of public security, on Thursday.",
        "[Wang Yi|p:yi] flew on to [Hanoi|l:han]. [Li Qiang|p:lq] and [Li Xi|p:lx] saw him off.",
        "[Wang Xiaohong|p:xiao] remained in [Beijing|l:bei].",
    ),
    "a_father_and_two_sons": (
        "[Rupert Murdoch|p:rup] handed [News Corp|o:nc] to his eldest son, [Lachlan Murdoch|p:lac], in November.",
        "[James Murdoch|p:jam] had left the board in 2020. [James|p:jam] and [Lachlan|p:lac] no longer speak.",
        "[Rupert|p:rup], 92, will be chairman emeritus. [Lachlan Murdoch|p:lac] said that [Murdoch|p:rup] would still read every page.",
    ),
    "a_judge_with_the_name_of_the_accused": (
        "[Peter Lawson|p:pet] was jailed for nine years at [Hull Crown Court|o:hcc] on Tuesday for killing his wife, [Gemma Lawson|p:gem].",
        "[Lawson|p:pet], 44, showed no emotion. [Gemma|p:gem]'s mother, [Jean Barlow|p:jean], said her daughter had been her best friend.",
        "Judge [Simon Lawson|p:judge] told [Lawson|p:pet] that he was dangerous.",
    ),
    "a_striker_called_like_his_club": (
        "[Alexander Hamilton|p:alex] scored twice as [Hamilton Academical|o:ham] beat [Airdrie|o:air] 3-1 on Saturday.",
        "[Hamilton|p:alex], 23, joined [Hamilton Academical|o:ham] in June. “He is a gift,” the manager, [Brian Rice|p:rice], said.",
        "[Rice|p:rice] said [Hamilton|p:alex] might play on Tuesday.",
    ),
    "new_york_the_city_and_the_state": (
        "[New York|l:nyc] Mayor [Eric Adams|p:adams] and [New York|l:nys] Gov. [Kathy Hochul|p:hoc] opened a tunnel on Monday.",
        "[Adams|p:adams] thanked [Hochul|p:hoc]. [John Adams|p:john], an engineer, cut the ribbon.",
        "Mayor [Adams|p:adams] said [John Adams|p:john] was no relative.",
    ),
    "a_son_called_like_the_president": (
        "[Donald Trump Jr.|p:jr] told a rally in [Ohio|l:oh] that his father, President [Donald Trump|p:sr], would win again.",
        "[Trump Jr.|p:jr] spoke for an hour. [Trump|p:sr] was in [Florida|l:fl]. [Eric Trump|p:eric] runs the [Trump Organization|o:to].",
        "The [Trump Organization|o:to] did not comment. [Ivanka Trump|p:iv] stayed in [Miami|l:mia], and President [Trump|p:sr] called her.",
    ),
    "washington_the_actor_the_city_and_the_state": (
        "[Denzel Washington|p:denzel] flew to [Washington|l:dc] on Friday to lobby Congress for a film tax credit.",
        "[Washington|p:denzel] said he had met two senators from [Georgia|l:ga].",
        "The actor will be in [Seattle|l:sea], [Washington|l:wa], next week, and [Washington|p:denzel] hopes to return to [Washington|l:dc] in May.",
    ),
    "three_men_called_smith": (
        "[John Smith|p:john], 34, of Hull was jailed on Monday. [James Robert Smith|p:james] was not charged.",
        "[John Smith|p:old], 61, a neighbour, gave evidence. [J. R. Smith|p:james], as he calls himself, did not.",
    ),
    "a_singer_and_a_comedian_called_williams": (
        "[Robbie Williams|p:robbie] will sing at a concert for [Robin Williams|p:robin], the late comedian, in [Los Angeles|l:la] in July.",
        "[Williams|p:robbie], 50, said he had never met the comedian. [Robin Williams|p:robin] died in 2014.",
        "[Zelda Williams|p:zelda], the comedian's daughter, will introduce [Robbie Williams|p:robbie].",
    ),
    "brother_sister_and_father_johnson": (
        "[Boris Johnson|p:boris] quarrelled with his sister, [Rachel Johnson|p:rachel], at a dinner in [Brighton|l:bri].",
        "Ms [Johnson|p:rachel] said she had told him to stop. Mr [Johnson|p:boris] declined to comment.",
        "Their father, [Stanley Johnson|p:stan], called it a storm in a teacup. [Johnson|p:stan] senior lives in [Somerset|l:som].",
    ),
    "a_family_with_the_family_name_first": (
        "[Lee Hsien Loong|p:loong], the prime minister of [Singapore|l:sg], sued his brother, [Lee Hsien Yang|p:yang], on Tuesday.",
        "The dispute is over the house of their father, [Lee Kuan Yew|p:kuan], who led [Singapore|l:sg] for three decades.",
        "[Lee Hsien Yang|p:yang] said that [Lee Hsien Loong|p:loong] had misused his office. Prime Minister [Lee|p:loong] denied it.",
        "[Lee Wei Ling|p:wei], their sister, sided with [Lee Hsien Yang|p:yang].",
    ),
    "two_robert_kennedys_and_an_uncle": (
        "[Robert F. Kennedy Jr.|p:jr] left the race on Friday. His uncle [John F. Kennedy|p:jfk] was shot in [Dallas|l:dallas] in 1963.",
        "[Kennedy|p:jr] told reporters that he would back [Donald Trump|p:trump]. His father, [Robert F. Kennedy|p:rfk], was a senator from [New York|l:ny].",
        "[Kennedy|p:jr]'s sister [Kerry Kennedy|p:kerry] called it a betrayal.",
    ),
    "a_family_called_gandhi": (
        "[Rahul Gandhi|p:rahul] walked 12 miles on Monday with his sister, [Priyanka Gandhi Vadra|p:priy].",
        "[Sonia Gandhi|p:sonia], their mother, met them in [Mysuru|l:mys]. Mr [Gandhi|p:rahul] said that the march would go on.",
        "The BJP said that [Rahul Gandhi|p:rahul] was no [Indira Gandhi|p:indira]. [Priyanka|p:priy] laughed.",
    ),
    "a_son_with_the_names_of_both_parents": (
        "[Bilawal Bhutto Zardari|p:bil] said that his mother, [Benazir Bhutto|p:ben], would have wept. [Asif Ali Zardari|p:asif], the president, agreed.",
        "[Bhutto Zardari|p:bil], 35, leads the [Pakistan Peoples Party|o:ppp]. President [Zardari|p:asif] is its co-chairman.",
    ),
    "a_carmaker_before_its_chairman": (
        "[Porsche|o:por] will buy back shares worth 2 billion euros, the carmaker said on Monday.",
        "[Wolfgang Porsche|p:wolf], who heads its supervisory board, voted for the plan. [Porsche|p:wolf], 81, is a grandson of [Ferdinand Porsche|p:ferd], who founded the firm.",
        "Shares in [Porsche|o:por] rose 3 percent.",
    ),
    "half_brothers_and_a_carmaker": (
        "[Ratan Tata|p:rat] turned [Tata Motors|o:tm] round in ten years. [Tata Motors|o:tm] bought [Jaguar|o:jag] in 2008.",
        "[Tata|p:rat], who never married, said that he had been lucky. [Noel Tata|p:noel], his half-brother, runs [Trent|o:trent].",
    ),
    "a_granddaughter_and_the_company": (
        "[Abigail Disney|p:ab] said that [Disney|o:dis] paid its workers too little. Her grandfather, [Roy Disney|p:roy], founded the company with his brother.",
        "[Disney|o:dis] said it paid fair wages. [Abigail Disney|p:ab], 59, sold her shares in [Disney|o:dis] in March.",
    ),
    "a_singer_called_like_a_city": (
        "[Whitney Houston|p:w] was born in [Newark|l:new], [New Jersey|l:nj], and sang in [Houston|l:hou] 14 times.",
        "[Houston|p:w]'s last concert in [Houston|l:hou], in 1999, was sold out. [Houston|p:w] said that she loved the city.",
        "[Cissy Houston|p:c], her mother, taught her to sing.",
    ),
    "two_cricketers_called_smith": (
        "[Steve Smith|p:steve] made 112 for [Australia|l:aus] before [Jamie Smith|p:jamie] took a catch for [England|l:eng].",
        "“It was a good ball,” [Steve Smith|p:steve] said. [Jamie Smith|p:jamie] was pleased.",
    ),
    "a_judge_called_like_the_city": (
        "[Ketanji Brown Jackson|p:ket] wrote for the court on Thursday. The case began in [Jackson|l:jac], [Mississippi|l:mis], in 2019.",
        "[Jackson|p:ket] said that the city had ignored its own rules.",
        "Justice [Jackson|p:ket] was joined by six others.",
    ),
    "a_governor_and_a_former_governor": (
        "Gov. [Kate Brown|p:kate] of [Oregon|l:or] and former Gov. [Jerry Brown|p:jerry] of [California|l:ca] met in [Portland|l:por] on Monday.",
        "Gov. [Brown|p:kate] said the fires were a warning. The former governor of [California|l:ca] nodded.",
        "[Sherrod Brown|p:sher], a senator from [Ohio|l:oh], sent a letter.",
    ),
    "a_chancellor_and_her_first_husband": (
        "[Angela Merkel|p:an] and her husband, [Joachim Sauer|p:jo], were seen in [Bayreuth|l:bay]. Her first husband, [Ulrich Merkel|p:ul], stayed away.",
        "[Merkel|p:an] wore green. [Sauer|p:jo] wore black.",
    ),
    "a_president_and_her_father": (
        "[Park Geun-hye|p:geun] was pardoned on Friday. Her father, [Park Chung-hee|p:chung], ruled [South Korea|l:sk] from 1961.",
        "[Park|p:geun] left hospital in [Seoul|l:seoul]. [Choi Soon-sil|p:choi], her friend, remains in prison. [Choi|p:choi] is 65.",
    ),
    "two_towns_called_springfield": (
        "Storms hit [Springfield|l:il], [Illinois|l:ill], and [Springfield|l:mo], [Missouri|l:miss], on Sunday.",
        "In [Springfield|l:mo], [Missouri|l:miss], two people died. [Springfield|l:il], [Illinois|l:ill], was spared the worst.",
    ),
    "two_towns_called_cambridge": (
        "[Harvard University|o:har] in [Cambridge|l:ma], [Massachusetts|l:mass], and the [University of Cambridge|o:cam] in [England|l:eng] will share a telescope.",
        "[Cambridge|o:cam] will pay a third, [Harvard|o:har] the rest.",
    ),
    "two_princes_called_mohammed": (
        "[Mohammed bin Salman|p:mbs], the crown prince of [Saudi Arabia|l:sa], met [Mohammed bin Zayed|p:mbz], the president of the [United Arab Emirates|l:uae], on Sunday.",
        "Prince [Mohammed|p:mbs] flew to [Abu Dhabi|l:ad]. Sheikh [Mohammed bin Zayed|p:mbz] met him at the airport.",
        "[Salman bin Abdulaziz|p:king], the king, stayed in [Riyadh|l:ri].",
    ),
    "vietnamese_given_names": (
        "[Nguyen Phu Trong|p:trong] received [Nguyen Xuan Phuc|p:phuc] in [Hanoi|l:han] on Monday.",
        "[Trong|p:trong] said that [Phuc|p:phuc] had served the party well. [Nguyen Thi Kim Ngan|p:ngan] was absent.",
    ),
    "accents_now_and_then": (
        "[Viktor Orbán|p:orb] fired [János Lázár|p:laz] on Monday. [Orban|p:orb] said that the minister had lost his trust.",
        "[Lázár|p:laz] said that [Viktor Orban|p:orb] had never asked him.",
    ),
    "two_senators_and_governors_called_scott": (
        "Sen. [Tim Scott|p:tim] and Gov. [Rick Scott|p:rick] traded blows in [Orlando|l:orl] on Thursday.",
        "[Rick Scott|p:rick] called the bill a gift to banks. [Tim Scott|p:tim] said the governor had not read it.",
        "Sen. [Scott|p:tim] will hold a hearing in May. Gov. [Scott|p:rick] will not attend.",
    ),
    "a_mother_and_a_stranger_of_her_name": (
        "A man was stabbed in [Perth|l:scot], [Scotland|l:sc], on Friday. Police named him as [Adam Reid|p:adam], 19.",
        "His mother, [Claire Reid|p:claire], 44, found him. [Reid|p:claire] told a court that she had heard shouting.",
        "[Kyle Reid|p:kyle], 22, no relation, was charged. [Kyle Reid|p:kyle] denies murder.",
    ),
    "a_family_with_the_name_of_a_president": (
        "[Sasha Obama|p:sasha] graduated on Friday. [Barack Obama|p:bar] and [Michelle Obama|p:mich] sat in the third row.",
        "Mrs. [Obama|p:mich] cried. “We are proud,” the former president said. Mr. [Obama|p:bar] flew home to [Chicago|l:chi].",
        "[Malia Obama|p:malia], her sister, took pictures. [Sasha|p:sasha] waved.",
    ),
    "brothers_who_coach_and_their_father": (
        "Coach [Jim Harbaugh|p:jim] faces his brother [John Harbaugh|p:john] on Sunday in [Baltimore|l:bal].",
        "[John Harbaugh|p:john]'s Ravens have won nine games. [Jim Harbaugh|p:jim] said he would not sleep. [Jack Harbaugh|p:jack], their father, will stay home.",
        "“[Jim|p:jim] hates to lose,” [John Harbaugh|p:john] said.",
    ),
    "a_senator_called_like_the_town": (
        "[Elizabeth Warren|p:warren] spoke in [Warren|l:town], [Michigan|l:mi], on Saturday. [Warren|p:warren] said the plant would close.",
        "The mayor of [Warren|l:town], [Jim Fouts|p:fouts], did not attend. [Warren|l:town] residents booed.",
    ),
    "a_detective_with_the_name_of_the_dead": (
        "The body of [Sean Hughes|p:sean] was found near [Cork|l:cork], [Ireland|l:ie]. [Hughes|p:sean], 31, had been missing since May.",
        "Det. Supt. [Mary Hughes|p:mary], who leads the inquiry, asked for witnesses. Supt. [Hughes|p:mary] said that a car had been seized.",
    ),
    "sisters_and_a_husband": (
        "[Alicia Alonso|p:ali] and her sister [Blanca Alonso|p:bla] opened a school in [Havana|l:hav]. [Fernando Alonso|p:fer], her husband, taught there.",
        "[Alicia Alonso|p:ali] danced until 1995. [Fernando Alonso|p:fer] died in 2013, and [Blanca|p:bla] a year later.",
    ),
    "a_king_a_museum_and_its_director": (
        "King [Charles III|p:ch] opened the [Charles Dickens Museum|l:mus] in [Portsmouth|l:por] on Monday. The king met [Charles Hale|p:hale], its director.",
        "[Hale|p:hale] said that [Charles Dickens|p:dick] would have approved. [Charles|p:ch] laughed.",
    ),
    "a_firm_its_daughter_firm_and_the_family": (
        "[Siemens|o:sie] and [Siemens Energy|o:en] are two firms. [Siemens Energy|o:en] lost 4 billion euros last year, and [Siemens|o:sie] holds a quarter of its shares.",
        "[Peter von Siemens|p:peter], of the founding family, wants to sell.",
    ),
    "kansas_city_twice_and_the_state": (
        "Police in [Kansas City|l:kcmo], [Missouri|l:mo], arrested a man from [Kansas City|l:kcks], [Kansas|l:ks], on Sunday.",
        "In [Kansas|l:ks], guns may be carried openly. [Kansas City|l:kcks], [Kansas|l:ks], has 150,000 people.",
    ),
    "an_arabic_name_first_and_last": (
        "[Ahmed Hassan|p:ahm], a fisherman from [Alexandria|l:alex], [Egypt|l:eg], drowned on Monday. His brother, [Mahmoud Hassan|p:mah], survived.",
        "[Mahmoud|p:mah] said that the boat had been full. [Hassan Ali|p:ali], its owner, fled. Police are looking for [Ali|p:ali].",
    ),
    "a_particle_and_a_husband": (
        "[Ursula von der Leyen|p:uvl] met [Giorgia Meloni|p:mel] in [Rome|l:rome]. They praised the plan.",
        "[Heiko von der Leyen|p:heiko], her husband, stayed in [Hanover|l:han]. [Meloni|p:mel] thanked [von der Leyen|p:uvl].",
    ),
    "a_president_and_his_son": (
        "[Xi Jinping|p:xi] will meet [Joe Biden|p:joe] in [Bali|l:bali]. [Biden|p:joe] said that he knew [Xi|p:xi] well.",
        "[Hunter Biden|p:hunter] was not on the plane. [Biden|p:joe] will return to [Washington|l:dc] on Tuesday.",
    ),
    "a_club_and_its_city": (
        "[Bayern Munich|o:bay] beat [Union Berlin|o:uni] in [Munich|l:mun] on Saturday. [Bayern|o:bay] have not lost in [Berlin|l:ber] since 2001.",
        "[Thomas Müller|p:mul] scored twice. They had no shot on goal. [Muller|p:mul], 33, was carried off.",
    ),
    "central_banks_and_the_fed": (
        "The [European Central Bank|o:ecb] raised rates on Thursday. The [ECB|o:ecb] said inflation was too high.",
        "The [Bank of England|o:boe] followed. The [Federal Reserve|o:fed] will decide next week. The [Fed|o:fed] has paused twice.",
    ),
    "a_firm_by_its_first_word_and_initials": (
        "[Harwell Shipping Ltd|o:hs] has ordered four ships from [Hyundai Heavy Industries|o:hhi]. [Harwell|o:hs] paid 400 million pounds.",
        "[HHI|o:hhi] will build them in [Ulsan|l:uls]. [Harwell Shipping|o:hs] shares rose.",
    ),
    "two_clubs_of_one_town": (
        "[Manchester United|o:mu] beat [Manchester City|o:mc] 2-1 in [Manchester|l:man] on Sunday.",
        "They had lost the last three derbies. [City|o:mc] had 70 percent of the ball.",
        "[Man United|o:mu] are fourth. [Man City|o:mc] stay top.",
    ),
    "two_universities_and_a_town": (
        "The [University of Oslo|o:uio] and the [University of Bergen|o:uib] will merge their law schools, the [University of Oslo|o:uio] said.",
        "[Oslo|l:oslo] has 30,000 students.",
    ),
    "three_parties": (
        "The [Labour Party|o:lab] won in [Hull|l:hull]. [Labour|o:lab] took 48 percent. The [Conservative Party|o:con] came third.",
        "The [Liberal Democrats|o:ld] were second.",
    ),
    "a_department_by_two_names": (
        "The [U.S. Department of Justice|o:doj] sued [Google|o:goog] on Monday. The [Justice Department|o:doj] said [Google|o:goog] had paid to stay the default.",
        "[Alphabet|o:alp], the parent of [Google|o:goog], called the suit flawed. The [DOJ|o:doj] wants it sold.",
    ),
    "two_newspapers": (
        "The [New York Times|o:nyt] sued [OpenAI|o:oai] in [New York|l:ny]. The [Times|o:nyt] said its articles had been copied.",
        "The [Washington Post|o:wp] reported the suit first.",
    ),
    "a_council_of_the_united_nations": (
        "The [United Nations|o:un] will leave [Mali|l:mali]. The [U.N.|o:un] mission began in 2013. The [UN Security Council|o:sc] voted in June.",
        "[Mali|l:mali] asked the [Security Council|o:sc] to end it. The [UN|o:un] has lost 300 soldiers there.",
    ),
    "towns_by_initials": (
        "Fires burned near [Los Angeles|l:la] on Tuesday. [L.A.|l:la] firefighters were sent to [Orange County|l:oc]. The [United States|l:us] has seen 40,000 fires this year.",
        "The U.S. Forest Service lost a plane. In [LA|l:la], schools closed.",
    ),
    "two_halves_of_a_country": (
        "[North Korea|l:nk] fired a missile over [Japan|l:jp]. [South Korea|l:sk] and the [United States|l:us] held drills. The [North|l:nk] said it was a test.",
        "The [South|l:sk] raised the alarm.",
    ),
    "two_courts": (
        "The [Home Office|o:ho] lost its appeal at the [Court of Appeal|o:coa] on Monday. The [Supreme Court|o:sc] may hear the case.",
        "The [Home Office|o:ho] said it would appeal to the [Supreme Court|o:sc].",
    ),
    "two_banks_with_legal_forms": (
        "[Credit Suisse|o:cs] was bought by [UBS|o:ubs] in March. [UBS Group AG|o:ubs] will close 3,000 branches of [Credit Suisse|o:cs].",
        "[UBS|o:ubs] said the merger would save 10 billion francs. [Credit Suisse Group AG|o:cs] was founded in 1856.",
    ),
    "an_airline_and_its_group": (
        "[Air France-KLM|o:afk] cut its forecast. [Air France|o:af] pilots strike on Friday. [KLM|o:klm] is not affected.",
        "[Air France-KLM|o:afk] shares fell. [KLM|o:klm] said it would add flights.",
    ),
    "ministries_of_two_countries": (
        "[China|l:cn]'s [Foreign Ministry|o:a] summoned the envoy. [Japan|l:jp]'s [Foreign Ministry|o:b] protested on Monday.",
    ),
}
KINDS = {"p": {"person"}, "o": {"organization"}, "l": {"place", "facility"}}
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def _marked(paragraphs: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The marked mentions by their offsets in the canonical text, with their keys."""
    start = 0
    for each in paragraphs:
        shift = 0
        for match in MARK.finditer(each):
            at = start + match.start() - shift
            yield at, at + len(match[1]), match[2]
            shift += len(match.group()) - len(match[1])
        start += len(each) - shift + 2


@pytest.mark.parametrize("name", ARTICLES)
def test_every_mention_means_its_own_bearer(annotate: Annotate, name: str) -> None:
    plain = article(*(MARK.sub(r"\1", each) for each in ARTICLES[name]))
    text, found = canonical_text(plain), annotate(plain).value
    types = {each.id: each.type for each in found.entities}
    meant: dict[str, set[str]] = {}
    for start, end, key in _marked(ARTICLES[name]):
        entities = [each.entity for each in found.mentions if each.span.start <= start and end <= each.span.end]
        assert entities, f"{text[start:end]!r} is no mention"
        assert types[entities[0]] in KINDS[key[0]], f"{text[start - 20 : end + 20]!r} is a {types[entities[0]]}"
        meant.setdefault(key, set()).add(entities[0])
    assert {key: len(each) for key, each in meant.items()} == dict.fromkeys(meant, 1)
    assert len(set().union(*meant.values())) == len(meant), meant
