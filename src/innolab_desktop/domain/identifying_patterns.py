"""Patterns of what identifies a person in German administrative texts.

Every repetition is bounded or possessive, so that no text, however hostile, takes more than time
proportional to its length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FindingKind: TypeAlias = Literal[
    "name",
    "salutation",
    "file_number",
    "phone",
    "email",
    "iban",
    "birth_date",
    "date",
    "address",
    "number_plate",
]
"""What a place in a text may give away."""


class Pattern(NamedTuple):
    """One way to write something identifying; *accepts* looks closer at what the regex found.

    The finding is the group ``found`` of the regex, or all of the match without such a group.
    """

    kind: FindingKind
    regex: re.Pattern[str]
    accepts: Callable[[str], bool] | None = None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every place that fits."""
        group = "found" if "found" in self.regex.groupindex else 0
        for match in self.regex.finditer(text):
            if self.accepts is None or self.accepts(match.group(group)):
                yield match.span(group)


_MONTHS: Final = (
    "Januar|Jänner|Jan|Februar|Feber|Feb|März|Mrz|April|Apr|Mai|Juni|Jun|Juli|Jul|August|Aug|"
    "September|Sept|Sep|Oktober|Okt|November|Nov|Dezember|Dez"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_YEAR: Final = r"(?:19|20)\d{2}"
_DATE: Final = (
    rf"(?:{_DAY}\.[ \xa0]?{_MONTH}\.[ \xa0]?{_YEAR}|[0-3]\d\.[01]\d\.(?:\d{{2}})?|"
    rf"{_DAY}\.[ \xa0]?(?:{_MONTHS})\b\.?(?:[ \xa0]{_YEAR})?|"
    rf"{_YEAR}-[01]\d-[0-3]\d|{_DAY}/{_MONTH}/{_YEAR})"
)
_DATE_REGEX: Final = re.compile(rf"(?<![\w.,/-]){_DATE}(?![\d/-]|\.\d)", re.IGNORECASE)
_BIRTH_REGEX: Final = re.compile(
    r"(?:\bgeb\.|\bgeboren|\bgeburtsdatum|\bgeburtstag|\bgeb\b|(?<!\w)\*(?=[ ]?\d)|\bjahrgang)"
    r"[ \t\xa0:]{0,3}(?:am|im|ist|der)?[ \t\xa0:]{0,3}"
    rf"(?P<found>{_DATE}|(?:\d\d/)?{_YEAR})(?!\d)",
    re.IGNORECASE,
)

_EMAIL_REGEX: Final = re.compile(
    r"(?<![\w.%+-])[\w.%+-]{1,64}+"
    r"(?:@|[ ]?[\[(](?:at|ät)[\])][ ]?)"
    r"[\w-]{1,63}+(?:(?:\.|[ ]?[\[(](?:dot|punkt)[\])][ ]?)[\w-]{1,63}+){1,6}",
    re.IGNORECASE,
)

_PHONE_REGEX: Final = re.compile(
    r"(?<![\w+.,/-])(?:(?:\+|00)[1-9]\d{0,2}(?:[ /.-]?\(0\))?|\(0[1-9]\d{1,4}\)|0[1-9])"
    r"(?:[ \xa0/-]{0,3}\d|[.](?=\d{3})\d){5,13}+(?![\w,])"
)
_LABELLED_PHONE_REGEX: Final = re.compile(
    r"\b(?:tel|telefon|telefonnummer|tel\.-nr|rufnummer|handy|handynummer|mobil|mobilnummer|fax|"
    r"durchwahl|nebenstelle|apparat)\b\.?(?:[ ]?(?:nr\.?|nummer))?[ \xa0:]{0,3}"
    r"(?P<found>[-+(]?\d(?:[ \xa0/()-]{0,2}\d){2,14})(?!\w)",
    re.IGNORECASE,
)

_IBAN_REGEX: Final = re.compile(r"\b[A-Za-z]{2}\d{2}(?:[ \xa0]?[A-Za-z0-9]){11,30}(?!\w)")
_IBAN_LENGTHS: Final = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CZ": 24, "DE": 22, "DK": 18, "ES": 24, "FR": 27,
    "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IT": 27, "LU": 20, "NL": 18, "PL": 28, "PT": 25,
    "RO": 24, "SE": 24, "TR": 26, "UA": 29,
}  # fmt: skip
_IBAN_SHORTEST, _IBAN_LONGEST = 15, 34

_FILE_LABEL_REGEX: Final = re.compile(
    r"\b(?:az|aktz|aktenzeichen|geschäftszeichen|gesch\.-?z|gz|geschz|kassenzeichen|"
    r"vorgangsnummer|vorgangs-nr|vorgangszeichen|aktennummer|akten-nr|fallnummer|"
    r"(?:unser|ihr|mein)[ ]zeichen|bedarfsgemeinschaft|bg-nummer|bg-nr|kundennummer|kunden-nr|"
    r"personalnummer|personal-nr|sozialversicherungsnummer|steuernummer|steuer-id)\b\.?"
    r"[ \xa0:]{0,3}(?:nr\.?[ ]?|lautet[ ]|ist[ ])?"
    r"(?P<found>(?:(?:[A-ZÄÖÜ]{1,5}|[IVX]{1,4})[ ]){0,2}"
    r"(?=[\w./-]{0,20}\d)\w[\w./-]{0,30}\w(?:[ ][A-Z]{1,4}[ ]\d{1,6}/\d{2,4})?)",
    re.IGNORECASE,
)
_FILE_NUMBER_REGEX: Final = re.compile(
    r"(?<![\w./-])(?:[A-Z]{1,4}[/ .-]?)?\d{1,6}(?:[.-]\d{1,6}){1,4}+/\d{2,4}(?![\w/])"
)
_COURT_NUMBER_REGEX: Final = re.compile(
    r"(?<![\w./-])(?:[IVX]{1,4}|\d{1,3})[ ](?:[A-Z][A-Za-z]{0,3})[ ]"
    r"\d{1,5}[/.]\d{2}(?:\d\d)?(?![\w/.])"
)

_STREET: Final = (
    r"(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|stieg|pfad|"
    r"graben|wall|zeile|promenade|siedlung|twiete)"
)
_HOUSE_NUMBER: Final = (
    r"(?:[ \xa0]|(?<=\.))\d{1,4}(?:[ ]?[a-h](?!\w))?(?:[ ]?[-–/][ ]?\d{1,4})?(?!\w|[.,]\d)"
)
_STREET_REGEX: Final = re.compile(
    rf"\b[A-ZÄÖÜ][a-zäöüß]{{1,30}}(?:-[A-ZÄÖÜ][a-zäöüß]{{1,30}}){{0,4}}"
    rf"(?:(?<=[a-zäöüß]){_STREET}|-{_STREET.replace('(?:', '(?i:', 1)}){_HOUSE_NUMBER}"
)
_TWO_WORD_STREET_REGEX: Final = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß]{2,20}(?:er|e|en)[ ](?:Straße|Strasse|Str\.|Allee|Gasse|Chaussee|Weg|Ufer|"
    rf"Ring|Damm|Platz){_HOUSE_NUMBER}"
)
_PREPOSITION_STREET_REGEX: Final = re.compile(
    r"\b(?:Am|An[ ](?:der|den|dem)|Im|In[ ](?:der|den)|Auf[ ](?:der|dem|den)|Zum|Zur|Hinter[ ]der|"
    r"Unter[ ]den|Vor[ ]dem|Beim|Straße[ ]de[rs])[ ](?:[A-ZÄÖÜ][a-zäöüß]{2,20}er?[ ])?"
    r"[A-ZÄÖÜ][a-zäöüß]{2,25}[ \xa0]\d{1,3}(?:[ ]?[a-h](?!\w))?"
    r"(?!\w|[.,]\d|[:%/–-]|[ ][A-ZÄÖÜ%€]|[ ]bis\b)"
)
_NO_STREETS: Final = """
abschnitt absatz anlage anhang artikel aufgabe beispiel block buchstabe ebene etage fall feld format
frage jahr jahrgang kapitel klasse level maßnahme modul monat mission nummer paragraf phase platz
punkt quartal quelle raum runde saal satz schritt seite stockwerk stufe tabelle tag teil termin
thema top woche zeile ziel ziffer zimmer szenario säule
""".split()  # noqa: SIM905 - a list of words reads better as words
_NO_STREET_ENDINGS: Final = """
arbeitsplatz ausbildungsplatz studienplatz kitaplatz parkplatz stellplatz sitzplatz praktikumsplatz
listenplatz tabellenplatz umweg ausweg irrweg mittelweg dienstweg rechtsweg lösungsweg lernpfad
klickpfad vertriebsweg
""".split()  # noqa: SIM905 - as above

_PLATE_REGEX: Final = re.compile(
    r"(?<![\w-])(?P<found>[A-ZÄÖÜ]{1,3}(?:-[A-Z]{1,2}[ -]?|[ ][A-Z]{1,2}[ -])\d{1,4}[EH]?)(?![\w-])"
)
_LABELLED_PLATE_REGEX: Final = re.compile(
    r"\bkennzeichen[ :]{1,3}(?P<found>[A-ZÄÖÜ]{1,3}[ -]{1,3}[A-Z]{1,2}[ -]{0,3}\d{1,4}[EH]?)(?!\w)",
    re.IGNORECASE,
)
_NO_DISTRICTS: Final = """
AA ABS ALG ART ASR AT AZ BGB BGH BSI BT BVG CO DIN DSK EFR EG EN ESF EU GG GK GV IP ISO IT KW LED LK
NR OP OVG PC PDF PKW QM RL SGB SOP SV TOP TV USB VDE VDI VG VGH VHS VO
""".split()  # noqa: SIM905 - as above

_TITLES: Final = r"(?:(?:Dr|Prof|Dipl|Ing|med|jur|phil)\.?[ -]{1,2}){0,4}"
_PARTICLE: Final = r"(?:(?:von|van|de|der|den|zu|zur|vom|al|el|da|di)[ -]){0,3}"
_SURNAME: Final = r"[A-ZÄÖÜŞÇĐŁŠŽÉ][^\W\d_]{1,30}(?:[-’'][A-ZÄÖÜŞÇĐŁŠŽÉ]?[^\W\d_]{1,30}){0,3}"
_SALUTATION_REGEX: Final = re.compile(
    r"\b(?:Frau|Fr\.|Herrn?|Hr\.|Hrn\.|Familie|Fam\.|Eheleute|Dr\.|Prof\.)[ \xa0]{1,2}"
    rf"{_TITLES}{_PARTICLE}(?P<found>{_SURNAME}(?:[ ]{_SURNAME})?|[E-MO-W]\.(?![ ]?[A-Z]\.))"
)
_OFFICES: Final = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß]*-)?(?:[a-zäöüß]{0,20}(?:meister|rat|rät|leit|präsident|minister|dezernent|"
    r"referent|kolleg|direktor|sekretär|beauftragt|vorsitzend|kanzler|vorsteh|senator|berater|"
    r"bearbeit|ombud|abgeordnet|staatsanwält|richter|pfarrer|doktor|professor|amtfrau|"
    r"amtmann|inspektor|holle|mustermann|musterfrau)[a-zäöüß*:]{0,12}|und|oder)",
    re.IGNORECASE,
)


def _is_iban(text: str) -> bool:
    return bool(iban_length(text))


def iban_length(text: str) -> int:
    """Return how many characters at the beginning of *text* are an IBAN; 0 if none are."""
    bare = [(index, char.upper()) for index, char in enumerate(text) if not char.isspace()]
    known = _IBAN_LENGTHS.get("".join(char for _, char in bare[:2]))
    lengths = (known,) if known else range(_IBAN_SHORTEST, _IBAN_LONGEST + 1)
    for length in lengths:
        if length <= len(bare) and _has_check_digits("".join(char for _, char in bare[:length])):
            return bare[length - 1][0] + 1
    return 0


def _has_check_digits(iban: str) -> bool:
    digits = "".join(str(int(char, 36)) for char in iban[4:] + iban[:4])
    return int(digits) % 97 == 1


def _is_phone(text: str) -> bool:
    return not _DATE_REGEX.fullmatch(text)


def _is_file_number(text: str) -> bool:
    """Tell a file number from a range of months such as 3-5/2026 and from a range of days."""
    head, _, year = text.rpartition("/")
    parts = re.split(r"[.-]", head)
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):  # noqa: PLR2004 - two months
        return True
    first, last = int(parts[0]), int(parts[1])
    return not (first < last <= 12 and len(year) == 4)  # noqa: PLR2004 - months, digits of a year


def _is_court_number(text: str) -> bool:
    register = text.split()[1]
    return register not in {"Uhr", "Euro", "Abs", "Nr", "Satz", "Std", "Tage", "Mio", "Mrd", "Pos"}


def _is_street(text: str) -> bool:
    words = re.split(r"[ \xa0]?\d", text, maxsplit=1)[0].lower().split()
    return words[-1] not in _NO_STREETS and not words[-1].endswith(tuple(_NO_STREET_ENDINGS))


def _is_two_word_street(text: str) -> bool:
    return text.split(maxsplit=1)[0] not in {"Diese", "Jeder", "Einer", "Keiner", "Erster"}


def _is_plate(text: str) -> bool:
    return re.split(r"[ -]", text)[0] not in _NO_DISTRICTS


def _is_surname(text: str) -> bool:
    return not _OFFICES.fullmatch(text.split(maxsplit=1)[0])


PATTERNS: Final = (
    Pattern("iban", _IBAN_REGEX, _is_iban),
    Pattern("email", _EMAIL_REGEX),
    Pattern("file_number", _FILE_LABEL_REGEX),
    Pattern("birth_date", _BIRTH_REGEX),
    Pattern("file_number", _FILE_NUMBER_REGEX, _is_file_number),
    Pattern("file_number", _COURT_NUMBER_REGEX, _is_court_number),
    Pattern("date", _DATE_REGEX),
    Pattern("phone", _LABELLED_PHONE_REGEX),
    Pattern("phone", _PHONE_REGEX, _is_phone),
    Pattern("address", _STREET_REGEX, _is_street),
    Pattern("address", _TWO_WORD_STREET_REGEX, _is_two_word_street),
    Pattern("address", _PREPOSITION_STREET_REGEX, _is_street),
    Pattern("number_plate", _LABELLED_PLATE_REGEX),
    Pattern("number_plate", _PLATE_REGEX, _is_plate),
    Pattern("salutation", _SALUTATION_REGEX, _is_surname),
)
"""In order of precedence: where two overlap, the earlier one names the finding."""
