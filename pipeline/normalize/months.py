"""Names of months as news writes them (full, standing in a date, abbreviated; Unicode CLDR) -> their number.

Croatian is left out: its ``listopad`` is October, that of Poles and Czechs November.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            (
                "january jan januar janvier janv enero ene gennaio gen janeiro januari janúar tammikuuta tammikuu stycznia styczeń ledna leden "
                "január ianuarie gener ocak января янв січня ιανουαρίου يناير जनवरी"
            ),
            (
                "february feb februar février fevrier févr febrero febbraio fevereiro fev februari febrúar helmikuuta helmikuu lutego luty února únor "
                "február februarie febrer şubat февраля фев лютого φεβρουαρίου فبراير फ़रवरी फरवरी"
            ),
            (
                "march mar märz maerz mrz mars marzo março marco maart mrt marts maaliskuuta maaliskuu marca marzec března březen "
                "március martie març mart марта мар березня μαρτίου مارس मार्च"
            ),
            (
                "april apr avril avr abril abr aprile apríl huhtikuuta huhtikuu kwietnia kwiecień dubna duben "
                "április aprilie nisan апреля апр квітня απριλίου أبريل ابريل अप्रैल"
            ),
            "may mai mayo maggio mag maio mei maj maí toukokuuta toukokuu maja května květen május maig mayıs мая травня μαΐου مايو मई",
            (
                "june jun juni juin junio giugno giu junho júní kesäkuuta kesäkuu czerwca czerwiec června červen "
                "június iunie juny haziran июня червня ιουνίου يونيو जून"
            ),
            (
                "july jul juli juillet juil julio luglio lug julho júlí heinäkuuta heinäkuu lipca lipiec července červenec "
                "július iulie juliol temmuz июля липня ιουλίου يوليو जुलाई"
            ),
            (
                "august aug août aout agosto ago augustus augusti ágúst elokuuta elokuu sierpnia sierpień srpna srpen "
                "augusztus agost ağustos августа авг серпня αυγούστου أغسطس अगस्त"
            ),
            (
                "september sept sep septembre septiembre settembre setembro set syyskuuta syyskuu września wrzesień září "
                "szeptember septembrie setembre eylül сентября сен вересня σεπτεμβρίου سبتمبر सितंबर"
            ),
            (
                "october oct oktober octobre octubre ottobre ott outubro out okt október lokakuuta lokakuu października październik října říjen "
                "octombrie ekim октября окт жовтня οκτωβρίου أكتوبر अक्टूबर"
            ),
            (
                "november nov novembre noviembre novembro nóvember marraskuuta marraskuu listopada listopad listopadu "
                "noiembrie kasım ноября ноя листопада νοεμβρίου نوفمبر नवंबर"
            ),
            (
                "december dec dezember décembre decembre diciembre dic dicembre dezembro dez desember desembre des joulukuuta joulukuu grudnia grudzień "
                "prosince prosinec decembrie aralık декабря дек грудня δεκεμβρίου ديسمبر दिसंबर"
            ),
        ),
        start=1,
    )
    for name in names.split()
}
"""Lower case -> 1 to 12."""
