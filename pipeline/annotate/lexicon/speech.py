"""Verbs that report speech, and words around quotation marks that show no speech."""

from __future__ import annotations

from pipeline.annotate.lexicon.words import words

STRONG_SPEECH_VERBS = words(
    """
    acknowledge add admit announce answer argue ask assert caution claim comment complain concede conclude confirm
    contend continue counter declare emphasise emphasize exclaim explain insist joke lament maintain note observe
    post predict protest quip recall reiterate remark reply respond retort say shout state stress tell testify
    tweet warn write
    """
)
"""Verbs that make a quotation beside them one of speech or writing without more evidence."""

WEAK_SPEECH_VERBS = words(
    """
    thank applaud salute mock     accuse agree ask believe blast boast call cite condemn criticise criticize cry denounce deplore describe
    dismiss estimate hail hope lament mutter plead pledge praise promise quote read reply report slam suggest
    think urge vow welcome whisper
    """
)
"""Verbs that report speech where the quotation stands close behind them."""

NOT_SPEECH_BEFORE = words(
    """
    album article ballad book branded called codenamed comedy documentary drama dubbed entitled episode essay
    exhibition film hit known labeled labelled magazine movie musical named nickname nicknamed novel opera
    painting phrase play poem series show single slogan so-called song term termed titled word words
    """
)
"""Words before an opening quotation mark after which stands a name, a title or a term."""

DOCUMENTS = words(
    """
    advertisement article banner bill book charter communique communiqué complaint constitution decree document
    e-mail editorial email filing headline indictment label law lawsuit letter memo message note paper petition
    plaque post record report resolution review ruling sign statement study text transcript tweet verdict warrant
    website
    """
)
"""What can "say" something without being a speaker."""

DENYING = words("debunk denial deny dismiss disprove refute reject rumor rumour")
"""Words whose content is not stated as fact."""
