"""``innolab evaluate`` and ``innolab indicators``: results and values that may be shown."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from innolab_desktop.cli.answer import Answer, Json
from innolab_desktop.cli.identifiers import find_record, find_space
from innolab_desktop.domain.errors import UsageError
from innolab_desktop.domain.evaluation import Distribution, Withheld
from innolab_desktop.domain.indicator_protection import FEWEST_CASES
from innolab_desktop.domain.suppression import protect
from innolab_desktop.services.result_words import ResultWords
from innolab_desktop.services.trend_chart import SUPPRESSED

if TYPE_CHECKING:
    from innolab_desktop.cli.invocation import Invocation
    from innolab_desktop.cli.parser import CommandGroup
    from innolab_desktop.domain.evaluation import Thresholds
    from innolab_desktop.services.evaluations import QuestionResult
    from innolab_desktop.services.indicators import Indicator


def add_commands(commands: CommandGroup) -> None:
    """Add the commands about waves and indicators."""
    evaluate = commands.command("evaluate", "zeigt die Ergebnisse einer Erhebung", _evaluate)
    evaluate.add_argument("wave", metavar="ERHEBUNG", help="Kennung oder ihr Anfang")
    group = commands.group("indicators", "Kennzahlen: Katalog, Verlauf, Schutz kleiner Zahlen")
    group.command("catalogue", "zeigt, welche Kennzahlen der Katalog hat", _catalogue)
    group.command("list", "zeigt die Kennzahlen mit ihren Werten", _list)
    take = group.command("take", "legt eine Kennzahl aus dem Katalog an", _take)
    take.add_argument("entry", metavar="KATALOG", help="zum Beispiel k08")
    take.add_argument("--space", metavar="RAUM", help="Kennung oder Name; sonst privat")
    shield = group.command(
        "protect", "lässt aus einer CSV-Tabelle mit Anzahlen die kleinen Zahlen weg", _protect
    )
    shield.add_argument(
        "table", type=Path, metavar="DATEI", help="Zeilen mit Zahlen, „;“ dazwischen"
    )
    shield.add_argument(
        "--minimum", type=int, default=FEWEST_CASES, metavar="ANZAHL", help="kleinste gezeigte Zahl"
    )


def _evaluate(invocation: Invocation) -> Answer:
    session = invocation.session
    results = session.evaluations.results(find_record(session, invocation.arguments.wave))
    value: dict[str, Json] = {
        "id": results.wave.id.hex(),
        "title": results.wave.title,
        "withheld": results.withheld.value if results.withheld else None,
        "questions": [_question(item) for item in results.questions],
    }
    words = ResultWords(session.forms)
    if results.withheld is not None:
        return Answer(value, (words.reason(results.withheld, results.thresholds),))
    lines = (_line(item, words, results.thresholds) for item in results.questions)
    return Answer(value, tuple(lines))


def _question(item: QuestionResult) -> dict[str, Json]:
    found = item.result
    value: dict[str, Json] = {"id": item.question.id, "text": item.question.text}
    if isinstance(found, Withheld):
        return {**value, "withheld": found.value}
    if isinstance(found, Distribution):
        return {
            **value,
            "counts": list(found.counts),
            "not_judged": found.not_judged,
            "median": f"{found.median:g}",
            "mean": None if found.mean is None else f"{found.mean:.2f}",
        }
    return {**value, "answers": item.answers, "quotes": list(item.quotes)}


def _line(item: QuestionResult, words: ResultWords, thresholds: Thresholds) -> str:
    found = item.result
    if isinstance(found, Withheld):
        shown = words.reason(found, thresholds)
    elif isinstance(found, Distribution):
        shown = " / ".join(map(str, found.counts))
        shown += f", n = {found.answers}, Median {found.median:g}".replace(".", ",")
    else:
        shown = "; ".join(
            [f"{item.answers} Antworten", *(words.quote(text) for text in item.quotes)]
        )
    return f"{item.question.text}  {shown}"


def _catalogue(invocation: Invocation) -> Answer:
    templates = invocation.session.indicators.templates
    values: list[Json] = [
        {
            "id": item.id,
            "title": item.title,
            "unit": item.unit,
            "protection_class": item.protection_class,
            "min_cell_count": item.min_cell_count,
        }
        for item in templates
    ]
    return Answer(values, tuple(f"{item.id}  {item.title}" for item in templates))


def _list(invocation: Invocation) -> Answer:
    indicators = invocation.session.indicators.all()
    lines = tuple(
        f"{item.record.id.hex()}  {item.chart.title}  {item.chart.summary}" for item in indicators
    )
    return Answer([_indicator(item) for item in indicators], lines or ("Keine Kennzahlen.",))


def _indicator(item: Indicator) -> dict[str, Json]:
    target = item.chart.target
    return {
        "id": item.record.id.hex(),
        "title": item.chart.title,
        "unit": str(item.record.values.get("unit") or ""),
        "target": None if target is None else str(target),
        "values": [
            {
                "date": point.day.isoformat(),
                "value": None if point.value is None else str(point.value),
                "suppressed": point.value is None,
            }
            for point in item.chart.points
        ],
    }


def _take(invocation: Invocation) -> Answer:
    session, arguments = invocation.session, invocation.arguments
    space = find_space(session, arguments.space) if arguments.space else None
    record = session.records.open(session.indicators.take(arguments.entry, space).record)
    value: dict[str, Json] = {
        "id": record.id.hex(),
        "kind": record.kind,
        "space": record.space.hex(),
    }
    return Answer(value, (f"Angelegt: {record.id.hex()}",))


def _protect(invocation: Invocation) -> Answer:
    table: Path = invocation.arguments.table
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            counts = [[int(cell) for cell in row] for row in csv.reader(file, delimiter=";") if row]
        shown = protect(counts, invocation.arguments.minimum)
    except (OSError, ValueError, IndexError):
        raise UsageError("table_not_counts", name=table.name) from None
    lines = tuple(
        ";".join(SUPPRESSED if count is None else str(count) for count in row) for row in shown
    )
    return Answer([list(row) for row in shown], lines)
