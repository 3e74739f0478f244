"""For whom players play, as reports of games tell it: who signed, scored, won for a team, or scored as it won."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.roles_at import role_at
from pipeline.annotate.subject import Subject
from pipeline.model.annotations import Role

_SIGNED = re.compile(
    r"(?:, \d{1,2},)? (?:has |have |is set to )?(?:re-)?sign(?:s|ed)? (?:(?:a|an|his|her|on|up) )?(?:[\w-]+ ){0,4}?(?:for|with) (?:the )?"
)


def signed(subject: Subject) -> Iterator[Role]:
    """As in "Ida Moe signed a two-year contract with Harwell Rovers" and "Jon Dahl has signed for Harwell"."""
    match = _SIGNED.match(subject.passage.text, subject.place.end)
    target = subject.known.at(subject.passage, match.end(), match.end() + 1) if match else None
    if match is not None and target is not None and target.type == "organization" and target.start == match.end():
        yield role_at(subject, target.entity, match.start() + 1, target.end, by="rule:signed")


_SCORED = re.compile(
    r"[^.;:()\"]{0,60}?\b(?:(?:gave|put|fired|sent|headed|shot|handed|brought|pulled|kept|got|saved|drew) (?P<club>)(?:the )?"
    r"|(?:scored|equali[sz]ed|levell?ed|replied|struck|netted|homered|responded|converted|tallied|opened the scoring|added|chipped in|contributed|finished with|had \d+|hit|made)[^.;:()\"]{0,40}? for (?:the )?)"
)
_AHEAD = re.compile(r" (?:the lead|in front|ahead|level|back|through|in the lead|in it|a point|hope|up|two up|into)\b")
_THROUGH = re.compile(r"\b(?:through|thanks to|behind) (?:[\w'-]+ ){0,4}$")
_TEAM_ACTS = re.compile(
    r" (?:\(\d{1,2}-\d{1,2}(?:-\d{1,2})?\) )?(?:led|leads|won|beat|trailed|rallied|stayed unbeaten|improved|advanced|cruised|rolled|pulled away|took the lead|equali[sz]ed|levell?ed|went ahead|went in front|replied|scored|struck|doubled|hit back|responded)\b"
)


def scored_for(subject: Subject) -> Iterator[Role]:
    """As in "Moe gave Harwell the lead", "Dahl equalised for Rovers" and "Rovers took the lead through Ana Ruiz"."""
    passage, place = subject.passage, subject.place
    match = _SCORED.match(passage.text, place.end)
    team = subject.known.at(passage, match.end(), match.end() + 1) if match else None
    if match is not None and team is not None and team.type == "organization" and team.start == match.end():
        if match["club"] is None or _AHEAD.match(passage.text, team.end):
            yield role_at(subject, team.entity, place.start, team.end, by="rule:scored-for")
        return
    sentence = subject.first.sent.start_char
    through = _THROUGH.search(passage.text, sentence, place.start)
    teams = [each for each in subject.known.within(passage, sentence, place.start) if each.type == "organization"]
    if through is not None and teams and _TEAM_ACTS.match(passage.text, teams[-1].end):
        yield role_at(subject, teams[-1].entity, teams[-1].start, place.end, by="rule:scored-for")


_DID = re.compile(
    r"[^.;:()\"]{0,40}?\b(?:scored|struck|netted|hit|homered|made|had|added|took|kicked|ran|rushed|threw|passed|pitched|saved|sank|posted|grabbed|claimed|finished|bagged|"
    r"batted|bowled|shot|drove|recorded|stopped|came off the bench|starred)\b[^.;:()\"]{0,50}? (?P<how>as|while|to help|to lead|to lift|to guide|to send|to carry|helping|leading|lifting|guiding) (?:the |visiting |host )?"
)
_WON = re.compile(
    r" (?:beat|beats|won|win|edged|defeated|routed|thrashed|held|drew|rallied|cruised|eased|came from behind|came back|advanced|reached|past|over|to (?:an?|the|their|its) [^.;]{0,20}?(?:win|victory|draw|title|final|rout))\b"
)


def won_with(subject: Subject) -> Iterator[Role]:
    """As in "Dahl scored twice as Harwell beat Torvik" and "Moe had 22 points to lead Harwell past Torvik"."""
    passage, place = subject.passage, subject.place
    match = _DID.match(passage.text, place.end)
    team = subject.known.at(passage, match.end(), match.end() + 1) if match else None
    if match is None or team is None or team.type != "organization" or team.start != match.end():
        return
    if _WON.match(passage.text, team.end):
        yield role_at(subject, team.entity, place.start, team.end, by="rule:scored-for")
