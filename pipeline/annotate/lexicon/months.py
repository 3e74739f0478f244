"""The months in the languages whose news writes them between day and year; English has rules of its own."""

from __future__ import annotations

_NAMES = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",  # French
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",  # Spanish
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",  # Portuguese
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",  # Italian
    "januar februar märz april mai juni juli august september oktober november dezember",  # German
    "jänner feber märz april mai juni juli august september oktober november dezember",  # Austrian German
    "januari februari maart april mei juni juli augustus september oktober november december",  # Dutch
    "januari februari mars april maj juni juli augusti september oktober november december",  # Swedish
    "januar februar marts april maj juni juli august september oktober november december",  # Danish
    "januar februar mars april mai juni juli august september oktober november desember",  # Norwegian
    "januari februari maret april mei juni juli agustus september oktober november desember",  # Indonesian
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",  # Polish
    "ledna února března dubna května června července srpna září října listopadu prosince",  # Czech
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",  # Turkish
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",  # Russian
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",  # Ukrainian
)
MONTHS_ELSEWHERE: dict[str, int] = {
    name: number for names in _NAMES for number, name in enumerate(names.split(), start=1)
}
