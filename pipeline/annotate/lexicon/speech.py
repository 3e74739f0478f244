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

MANNER_VERBS = words(
    """
    admonish allege bark beam begin bellow bristle chide chip chirp chuckle coo crow deadpan disclose drawl echo elaborate enthuse fume
    giggle gloat groan growl grin grouse grumble gush hiss howl interject interrupt intone laugh marvel moan mourn mumble murmur muse
    nod offer opine ponder preach proclaim rage rail rant reason reassure recount reflect rejoin reminisce remonstrate reveal roar scoff
    scold scream screech shriek shrug sigh smile snap snarl sneer sniff snort sob splutter stammer stutter summarise summarize surmise
    tease theorise theorize thunder urge venture volunteer vow wail whine whoop wince wonder yell
    """
)
"""Verbs of how somebody speaks or looks: they report speech only where nothing but the speaker stands between them and the quotation."""

THINGS_THAT_SAY = words(
    """
    advert billboard brochure caption catalogue flyer graffiti hoarding inscription label leaflet logo menu motto mug notice packaging
    pamphlet placard poster prospectus screen slogan sticker t-shirt ticket
    """
)
"""Printed things: what they "promise" in a few words is quoted, but nobody speaks."""

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
