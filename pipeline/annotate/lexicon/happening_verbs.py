"""Verbs that tell of no happening even beside a date: states, thoughts, speech, figures; and verbs behind which plans stand."""

from __future__ import annotations

from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.lexicon.words import words

_STATES = words(
    """
    be have own possess contain comprise consist include involve belong exist matter mean equal cost last weigh
    measure live reside stay remain keep lie stand sit seem look sound feel become need require deserve lack
    depend rely relate concern regard resemble represent constitute reflect deserve owe span range bear house
    await wait face follow precede continue serve function work know understand remember forget recognise recognize
    """
)
_THOUGHTS = words(
    """
    think believe want wish like love hate prefer expect hope fear doubt suspect assume consider intend plan aim
    try attempt seek mean prepare feel see hear notice find realise realize learn guess imagine wonder worry
    associate attribute blame link ascribe base choose opt
    decide disagree support oppose favour favor back
    """
)
FIGURES = words(
    """
    rise fall grow shrink increase decrease decline drop climb jump slip gain surge soar plunge tumble slide ease
    edge rally average total amount account trade advance retreat rebound recover hit top exceed outpace double
    flatline thrive reach triple halve widen narrow improve worsen slow accelerate close yield finish post
    """
)
_ASPECT = words(
    """
    begin start stop cease end happen occur make do get go come let help cause allow enable force prompt
    tend fail manage happen appear turn set hold call date due expect plan schedule slate spend pass
    """
)
_SPEECH = words(
    """
    say tell speak talk discuss describe mention comment write read cite quote refer speculate insist indicate
    suggest estimate forecast predict project publish
    """
)
_TELLING = frozenset({"announce", "pledge", "apologise", "apologize", "testify", "welcome", "condemn", "post", "vow"})
"""Words that are deeds: whoever announces or pledges something on a day has done it."""

NO_HAPPENING = (
    _STATES | _THOUGHTS | FIGURES | _ASPECT | _SPEECH | ((STRONG_SPEECH_VERBS | WEAK_SPEECH_VERBS) - _TELLING)
)
"""Verbs of clauses that are no happenings, however dated."""
_DEEDS_TOO = words("agree ask become call observe report serve sit write")
"""States and words of speech that are deeds as well: "sat down with", "became independent", "called in the envoy"."""
NEVER = (_STATES | ((STRONG_SPEECH_VERBS | WEAK_SPEECH_VERBS) - _TELLING)) - _DEEDS_TOO
"""Those that tell of none whatever a model says: who lives somewhere or praises somebody."""
NOTHING_ALONE = (_STATES | _THOUGHTS | FIGURES | STRONG_SPEECH_VERBS) - _TELLING
"""Those that tell of none, either, where a model takes them for one, unless they stand with what it is done to or where."""
DEEDS_WITH_OBJECT = frozenset({"bring", "take", "give", "put", "show", "use", "lead", "run", "send"})
"""Verbs that tell of a deed only with what it is done to: "brought both sides to the town hall"."""
PLANNED = frozenset({"be", "agree", "plan", "decide", "prepare", "go"})
"""Verbs behind which a plan stands: "is to open", "agreed to pay"."""
