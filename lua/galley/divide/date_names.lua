-- Month and day names as news pages print them: for each language the twelve months and
-- the seven days from Sunday, forms of one name separated by "|". Case is ignored, and a
-- full stop after an abbreviation is allowed.

local date_names = {}

date_names.months = {
  -- English
  "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept|Sep " ..
    "October|Oct November|Nov December|Dec",
  -- French
  "janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout " ..
    "septembre|sept octobre|oct novembre|nov décembre|decembre|déc",
  -- German (with Austria's)
  "Januar|Jänner|Jan|Jän Februar|Feber|Feb März|Mär|Mrz|Maerz April|Apr Mai Juni|Jun Juli|Jul " ..
    "August|Aug September|Sept|Sep Oktober|Okt November|Nov Dezember|Dez",
  -- Spanish
  "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago " ..
    "septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic",
  -- Italian
  "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago " ..
    "settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
  -- Portuguese
  "janeiro|jan fevereiro|fev março|marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago " ..
    "setembro|set outubro|out novembro|nov dezembro|dez",
  -- Dutch
  "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep|sept " ..
    "oktober|okt november|nov december|dec",
  -- Danish, Norwegian
  "januar|jan februar|feb|febr marts|mars|mar april|apr maj|mai juni|jun juli|jul august|aug " ..
    "september|sept|sep oktober|okt november|nov december|desember|dec|des",
  -- Swedish
  "januari|jan februari|feb|febr mars|mar april|apr maj juni|jun juli|jul augusti|aug " ..
    "september|sept|sep oktober|okt november|nov december|dec",
  -- Finnish (with the partitive)
  "tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta " ..
    "toukokuu|toukokuuta kesäkuu|kesäkuuta heinäkuu|heinäkuuta elokuu|elokuuta syyskuu|syyskuuta " ..
    "lokakuu|lokakuuta marraskuu|marraskuuta joulukuu|joulukuuta",
  -- Polish (nominative and genitive)
  "styczeń|stycznia|sty luty|lutego|lut marzec|marca|mar kwiecień|kwietnia|kwi maj|maja " ..
    "czerwiec|czerwca|cze lipiec|lipca|lip sierpień|sierpnia|sie wrzesień|września|wrz " ..
    "październik|października|paź listopad|listopada|lis grudzień|grudnia|gru",
  -- Turkish
  "Ocak|Oca Şubat|Şub Mart|Mar Nisan|Nis Mayıs|May Haziran|Haz Temmuz|Tem Ağustos|Ağu Eylül|Eyl " ..
    "Ekim|Eki Kasım|Kas Aralık|Ara",
  -- Russian
  "январь|января|янв февраль|февраля|фев|февр " ..
    "март|марта|мар апрель|апреля|апр май|мая июнь|июня|июн " ..
    "июль|июля|июл август|августа|авг " ..
    "сентябрь|сентября|сен|сент октябрь|октября|окт " ..
    "ноябрь|ноября|ноя|нояб декабрь|декабря|дек",
  -- Ukrainian
  "січень|січня|січ лютий|лютого|лют березень|березня|бер " ..
    "квітень|квітня|кві травень|травня|тра " ..
    "червень|червня|чер липень|липня|лип серпень|серпня|сер " ..
    "вересень|вересня|вер жовтень|жовтня|жов " ..
    "листопад|листопада|лис грудень|грудня|гру",
  -- Indonesian, Malay
  "Januari|Jan Februari|Feb Maret|Mac|Mar April|Apr Mei Juni|Jun Juli|Julai|Jul Agustus|Ogos|Agu|Agt " ..
    "September|Sep Oktober|Okt November|Nopember|Nov Desember|Disember|Des",
  -- Lithuanian (genitive)
  "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
}

date_names.days = {
  "Sunday|Sun Monday|Mon Tuesday|Tues|Tue Wednesday|Wed Thursday|Thurs|Thur|Thu Friday|Fri Saturday|Sat",
  "dimanche|dim lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam",
  "Sonntag|So Montag|Mo Dienstag|Di Mittwoch|Mi Donnerstag|Do Freitag|Fr Samstag|Sonnabend|Sa",
  "domingo|dom lunes|lun martes|mar miércoles|miercoles|mié jueves|jue viernes|vie sábado|sabado|sáb",
  "domenica|dom lunedì|lunedi|lun martedì|martedi|mar mercoledì|mercoledi|mer giovedì|giovedi|gio " ..
    "venerdì|venerdi|ven sabato|sab",
  "domingo|dom segunda-feira|segunda|seg terça-feira|terça|ter quarta-feira|quarta|qua " ..
    "quinta-feira|quinta|qui sexta-feira|sexta|sex sábado|sáb",
  "zondag|zo maandag|ma dinsdag|di woensdag|wo donderdag|do vrijdag|vr zaterdag|za",
  "søndag|søn mandag|man tirsdag|tir onsdag|ons torsdag|tor fredag|fre lørdag|lør",
  "söndag|sön måndag|mån tisdag|tis onsdag|ons torsdag|tors fredag|fre lördag|lör",
  "sunnuntai|su maanantai|ma tiistai|ti keskiviikko|ke torstai|to perjantai|pe lauantai|la",
  "niedziela|niedz|nd poniedziałek|pon wtorek|wt środa|śr czwartek|czw piątek|pt sobota|sob",
  "Pazar|Paz Pazartesi|Pzt Salı|Sal Çarşamba|Çar Perşembe|Per Cuma|Cum Cumartesi|Cmt",
  "воскресенье|вс понедельник|пн вторник|вт среда|ср " ..
    "четверг|чт пятница|пт суббота|сб",
  "неділя|нд понеділок|пн вівторок|вт середа|ср четвер|чт " ..
    "п'ятниця|пт субота|сб",
  "Minggu|Ahad Senin|Isnin Selasa Rabu Kamis|Khamis Jumat|Jumaat Sabtu",
}

--- Half of the day: before noon and after it.
date_names.halves = { "am|a.m.|a.m", "pm|p.m.|p.m" }

return date_names
