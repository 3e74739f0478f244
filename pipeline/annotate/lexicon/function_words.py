"""Words of grammar: capitalized at a sentence's start, they are no part of a name."""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

FUNCTION_WORDS = words(
    """
    along a about above according across after against all also although among an and another any are as at be because
    been before behind being below beneath beside between beyond both but by can could despite did do does down
    during each earlier either even every few for former from further had has have he her here his how however i
    if in including instead into is it its just later like many may meanwhile might more most much must my near
    neither never no nor not now of off ok okay on once one only or other our out over per rather same she should
    since so some still such than that the their them then there these they this those though through thus to
    today together tomorrow tonight too two under unless unlike until up upon us very was we well were what when
    where whether which while who whom whose why will with within without would ya yes yesterday yet you your
    """
)
