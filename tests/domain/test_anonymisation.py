"""The check on German sentences: what it must see, what it must leave alone, and in which time."""

from __future__ import annotations

import itertools
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop import bootstrap
from innolab_desktop.domain import anonymisation
from innolab_desktop.domain.anonymisation import MOST_FINDINGS, replace_findings
from innolab_desktop.domain.language import Language
from innolab_desktop.domain.personal_names import KnownNames
from innolab_desktop.services.finding_words import finding_words

if TYPE_CHECKING:
    from innolab_desktop.domain.anonymisation import Finding

check_anonymity = partial(
    anonymisation.check_anonymity, said=finding_words(bootstrap.load_forms().phrases)
)

NAMES = KnownNames(
    ["Sabine Müller", "Jonas Weiß", "Ada Öz", "Thomas Groß", "Şebnem Yıldız", "Karl von der Heide"]
)

# (sentence, kind, the words that give the person away)
IDENTIFYING = (
    # names from the contacts, bent and spelt in every way
    ("Das hat Müller so entschieden.", "name", "Müller"),
    ("Müllers Antwort kam spät.", "name", "Müllers"),
    ("Die Mueller war dagegen.", "name", "Mueller"),
    ("MÜLLER hat nicht geantwortet.", "name", "MÜLLER"),
    ("hab gestern mit müller gesprochen", "name", "müller"),
    ("Wir waren bei Müllern zu Gast.", "name", "Müllern"),
    ("Die Müllersche Lösung gefiel allen.", "name", "Müllersche"),
    ("In der Müller-Akte steht mehr.", "name", "Müller"),
    ("Sabine hat es angeregt.", "name", "Sabine"),
    ("Sabines Vorschlag gilt.", "name", "Sabines"),
    ("Das war Weiss zu viel.", "name", "Weiss"),
    ("Auch Weiß' Kritik blieb.", "name", "Weiß"),
    ("Öz meldet sich.", "name", "Öz"),
    ("Sebnem Yildiz hat zugesagt.", "name", "Sebnem Yildiz"),
    ("Ada Öz und Thomas Groß", "name", "Thomas Groß"),
    ("Am Ende stimmte Heide zu.", "name", "Heide"),
    ("Der Entwurf stammt von Mu\u0308ller.", "name", "Mu\u0308ller"),
    # people nobody knows here, announced by a form of address
    ("Frau Kowalski beschwerte sich.", "salutation", "Kowalski"),
    ("Herrn Nguyen wurde gekündigt.", "salutation", "Nguyen"),
    ("Herr Dr. Schmidt kam dazu.", "salutation", "Schmidt"),
    ("Frau von Ahlen fragte nach.", "salutation", "Ahlen"),
    ("Frau Schmidt-Lüdenscheid schwieg.", "salutation", "Schmidt-Lüdenscheid"),
    ("Familie Haddad wartet seit Wochen.", "salutation", "Haddad"),
    ("Das Gutachten von Prof. Dr. Lehmann liegt vor.", "salutation", "Lehmann"),
    ("Herr K. rief mehrmals an.", "salutation", "K."),
    ("Fr. Petrović nahm teil.", "salutation", "Petrović"),
    # file numbers
    ("Siehe Az. 12-34/2025.", "file_number", "12-34/2025"),
    ("Aktenzeichen: 50.12-334/24 liegt vor.", "file_number", "50.12-334/24"),
    ("AZ: II/3-451-12", "file_number", "II/3-451-12"),
    ("Unser Zeichen 32-Ge/1107 bitte angeben.", "file_number", "32-Ge/1107"),
    ("Der Vorgang 33.2-1204/2024 ruht.", "file_number", "33.2-1204/2024"),
    ("Beschluss vom VG, 5 K 1234/23", "file_number", "5 K 1234/23"),
    ("BG-Nummer: 61502//0012345", "file_number", "61502//0012345"),
    ("Kassenzeichen 5012.887.331", "file_number", "5012.887.331"),
    # phone
    ("Erreichbar unter 0621 293-1234.", "phone", "0621 293-1234"),
    ("Handy 0171/1234567", "phone", "0171/1234567"),
    ("+49 621 2931234 wählen", "phone", "+49 621 2931234"),
    ("(06221) 58-10 580 anrufen", "phone", "(06221) 58-10 580"),
    ("Tel. 4711-22", "phone", "4711-22"),
    ("Durchwahl: -233", "phone", "-233"),
    ("0049 (0)30 901820 geht auch", "phone", "0049 (0)30 901820"),
    ("mobil 0151 23 45 67 89", "phone", "0151 23 45 67 89"),
    # mail
    ("Schreiben Sie an s.mueller@stadt-musterstadt.de.", "email", "s.mueller@stadt-musterstadt.de"),
    ("vorname.nachname(at)kreis.de", "email", "vorname.nachname(at)kreis.de"),
    ("info [at] amt [dot] de", "email", "info [at] amt [dot] de"),
    # accounts with check digits
    ("Konto DE02 1203 0000 0000 2020 51 wurde", "iban", "DE02 1203 0000 0000 2020 51"),
    ("Konto: DE02120300000000202051", "iban", "DE02120300000000202051"),
    ("AT61 1904 3002 3457 3201", "iban", "AT61 1904 3002 3457 3201"),
    # dates
    ("Am 12.03.2026 kam er.", "date", "12.03.2026"),
    ("Am 3. 4. 2026 war die Sitzung.", "date", "3. 4. 2026"),
    ("Am 12. März 2026 kam sie.", "date", "12. März 2026"),
    ("Seit dem 1. Mai fehlt er.", "date", "1. Mai"),
    ("Eingang 2026-03-12, dann Ruhe.", "date", "2026-03-12"),
    ("Beschwerde vom 07.11.25 liegt vor", "date", "07.11.25"),
    ("am 24.12. geschlossen", "date", "24.12."),
    ("geb. 12.03.1985 in Bonn", "birth_date", "12.03.1985"),
    ("geboren am 1. Mai 1990", "birth_date", "1. Mai 1990"),
    ("Jahrgang 1962", "birth_date", "1962"),
    ("Geburtsdatum: 03/1971", "birth_date", "03/1971"),
    ("*12.03.1985", "birth_date", "12.03.1985"),
    # addresses
    ("Sie wohnt in der Bahnhofstraße 12.", "address", "Bahnhofstraße 12"),
    ("Bahnhofstr. 12a, zweiter Stock", "address", "Bahnhofstr. 12a"),
    ("Karl-Marx-Straße 5", "address", "Karl-Marx-Straße 5"),
    ("Er zog in die Lange Straße 8.", "address", "Lange Straße 8"),
    ("Am Markt 3, Hinterhaus", "address", "Am Markt 3"),
    ("An der Kirche 12", "address", "An der Kirche 12"),
    ("Rosenweg 7-9 ist betroffen", "address", "Rosenweg 7-9"),
    ("Wilhelmsplatz 1", "address", "Wilhelmsplatz 1"),
    # number plates
    ("Das Auto MA-AB 123 stand dort.", "number_plate", "MA-AB 123"),
    ("Kennzeichen HD XY 1234", "number_plate", "HD XY 1234"),
    ("B-MW 7E parkte im Weg", "number_plate", "B-MW 7E"),
)

HARMLESS = (
    "Die Öffnungszeiten am Dienstag reichen nicht aus.",
    "Es weiß niemand, wie groß das Problem ist.",
    "Frau und Mann werden gleich behandelt.",
    "Frauen und Herren erhalten denselben Bescheid.",
    "Die Frau Bürgermeisterin hat zugestimmt.",
    "Herr Amtsleiter und Frau Dezernentin waren dabei.",
    "Person A (Bürger*in) sprach mit Kollegin B.",
    "Frau X. und Herr Y. sind Platzhalter.",
    "Im Jahr 2026 waren es 1.234 Fälle.",
    "Von 12 auf 60 Prozent bis Ende 2026.",
    "Budget 2025/2026: 12.500,00 Euro",
    "Nach § 3 Abs. 2 AGG und Art. 9 DSGVO gilt das.",
    "DIN EN ISO 9001 und DIN A4",
    "SGB-II 12 und SGB IX",
    "Richtlinie 2000/78/EG",
    "BT-Drs. 19/12345",
    "Die Schule hat 24/7 geöffnet, von 8:00 bis 16:30 Uhr.",
    "Version 3.1.12 der Software",
    "Wir haben 0,5 Stellen und 1.000.000 Euro.",
    "Im Kapitel 3 steht mehr dazu.",
    "In der Phase 2 kommt der Test.",
    "Im Raum 12 trifft sich die Gruppe.",
    "Auf dem Platz 3 landete der Vorschlag.",
    "Der Arbeitsplatz 4 ist frei.",
    "Das ist ein Umweg 2 Kilometer lang.",
    "Am Montag 3 Personen, am Dienstag 5.",
    "Im Quartal 3 wird ausgewertet.",
    "Das dritte Quartal 2026 zählt.",
    "Im Frühjahr 2026 begann es.",
    "IBAN DE02 1203 0000 0000 2020 52 ist falsch geschrieben.",
    "Maßnahme 3-5/2026 läuft von März bis Mai.",
    "Note 1,3 bis 2,7",
    "Erhebung mit n = 42, Mittelwert 3,14",
    "Die Quote liegt bei 08,15 Prozent.",
    "Azubis und Azubinen",
    "Telefonisch war niemand erreichbar.",
    "Die Kollegin aus dem Bürgerbüro und ihr Kollege",
    "Ein Ring, ein Damm und ein Weg",
    "Der Weg 2 bis 3 Minuten",
    "Bei 10 von 12 Bescheiden fehlte die Begründung.",
    "@alle: bitte lesen",
    "Das Ziel lautet: 30 % mehr Bewerbungen.",
    "Drei bis 4 Monate, 10-12 Stunden",
    "TOP 5 der Tagesordnung",
    "TV-L 9 und TVöD E 10",
    "EG 9b nach TVöD",
)


def _found(text: str) -> list[tuple[str, str]]:
    return [(finding.kind, finding.words) for finding in check_anonymity(text, NAMES)]


@pytest.mark.parametrize(("sentence", "kind", "words"), IDENTIFYING)
def test_what_identifies_is_found(sentence: str, kind: str, words: str) -> None:
    assert (kind, words) in _found(sentence)


@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_is_harmless_is_left_alone(sentence: str) -> None:
    assert _found(sentence) == []


def test_the_hit_rate_is_that_of_the_corpus() -> None:
    hits = sum((kind, words) in _found(text) for text, kind, words in IDENTIFYING)
    quiet = sum(not _found(text) for text in HARMLESS)
    assert (hits / len(IDENTIFYING), quiet / len(HARMLESS)) == (1.0, 1.0)
    assert len(IDENTIFYING) >= 60
    assert len(HARMLESS) >= 40


def test_a_text_with_several_is_read_in_order_and_without_overlaps() -> None:
    text = "Frau Müller, geb. 12.03.1985, Rosenweg 7, Az. 12-34/2025, IBAN DE02120300000000202051"
    findings = check_anonymity(text, NAMES)
    assert [finding.kind for finding in findings] == [
        "salutation",
        "birth_date",
        "address",
        "file_number",
        "iban",
    ]
    assert all(text[f.start : f.end] == f.words for f in findings)
    assert all(a.end <= b.start for a, b in itertools.pairwise(findings))


def test_every_finding_explains_itself() -> None:
    for sentence, _, words in IDENTIFYING:
        for finding in check_anonymity(sentence, NAMES):
            assert finding.label
            assert finding.explanation.endswith(".")
            assert finding.placeholder
        assert any(words in f.excerpt for f in check_anonymity(sentence, NAMES))


def test_replacing_takes_the_finding_away() -> None:
    text = "Frau Kowalski rief am 12.03.2026 an."
    findings = check_anonymity(text, NAMES)
    reworded = replace_findings(text, [(finding, finding.placeholder) for finding in findings])
    assert reworded == "Frau A rief am [Quartal] an."
    assert check_anonymity(reworded, NAMES) == ()


def test_without_known_people_no_name_is_found() -> None:
    assert check_anonymity("Müller und Weiß", KnownNames([])) == ()
    assert check_anonymity("von der", KnownNames(["Karl von der Heide"])) == ()


HOSTILE = {
    "mail": "a@a@a@",
    "mail without end": "a",
    "dots": "a.a.",
    "digits": "1",
    "phone": "0621 ",
    "brackets": "(0",
    "iban": "DE02",
    "file": "1-1.",
    "label": "Az. ",
    "street": "Rosen-",
    "salutation": "Frau von ",
    "plate": "MA-",
    "date": "1. ",
    "birth": "geb. ",
    "umlauts": "ä",
    "marks": "u\u0308",
    "at": "[at]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    """Eight times the text may take twenty times as long at most; a trap takes sixty-four."""
    part = HOSTILE[name]

    def seconds(size: int) -> float:
        text = (part * (size // len(part) + 1))[:size]
        begin = time.process_time()
        check_anonymity(text, NAMES)
        return time.process_time() - begin

    largest = 1_048_576 if name == "mail" else 131_072
    short = max(min(seconds(largest // 8), seconds(largest // 8)), 0.02)
    assert seconds(largest) < 20 * short


def test_no_more_is_listed_than_can_be_decided() -> None:
    assert len(check_anonymity("a@b.de " * 10_000, NAMES)) == MOST_FINDINGS


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    findings = check_anonymity(text, NAMES)
    assert all(text[f.start : f.end] == f.words and f.words for f in findings)
    ends = [0, *(f.end for f in findings)]
    assert all(f.start >= end for f, end in zip(findings, ends, strict=False))


SPELLINGS = st.sampled_from(["Müller", "Mueller", "MÜLLER", "Müllers", "Müllern", "Müllersche"])
AROUND = st.text(st.sampled_from(" .,;:!?()-–„“\n"), min_size=1, max_size=5)


@given(AROUND, SPELLINGS, AROUND)
def test_a_name_is_found_between_any_marks(before: str, name: str, after: str) -> None:
    assert ("name", name) in _found(f"so{before}{name}{after}so")


@given(st.text(max_size=60), st.data())
def test_replacing_leaves_the_rest_as_it_was(around: str, data: st.DataObject) -> None:
    text = f"{around} Az. 12-34/2025 {around}"
    findings: tuple[Finding, ...] = check_anonymity(text, NAMES)
    chosen = [f for f in findings if data.draw(st.booleans())]
    reworded = replace_findings(text, [(f, "") for f in chosen])
    assert len(reworded) == len(text) - sum(len(f.words) for f in chosen)


@given(st.integers(0, 10**18 - 1))
def test_only_ibans_with_check_digits_are_found(account: int) -> None:
    bban = f"{account:018d}"
    check = 98 - int(bban + "131400") % 97
    assert ("iban", f"DE{check:02d}{bban}") in _found(f"Konto DE{check:02d}{bban}.")
    wrong = check % 97 + 1 if check % 97 + 1 != check else check - 1
    assert all(kind != "iban" for kind, _ in _found(f"Konto DE{wrong:02d}{bban}."))


def test_findings_are_explained_in_english_and_replaced_in_german() -> None:
    english = finding_words(bootstrap.load_forms(language=Language.ENGLISH).phrases)
    (finding,) = anonymisation.check_anonymity("Das war am 12.03.2025.", NAMES, english)
    assert finding.label == "Exact date"
    assert finding.explanation.startswith("An exact day makes events recognisable.")
    assert finding.placeholder == "[Quartal]"
