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
