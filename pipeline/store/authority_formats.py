"""CSV, JSON-LD, Wikidata JSON and our packaged tables -> entities to import. Streams; a wrong line is named, never skipped."""

from __future__ import annotations

import bz2
import csv
import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from pipeline.model.errors import UsageError
from pipeline.model.moment import Moment
from pipeline.store.authority_import import Imported

COLUMNS = (
    "kind",
    "slug",
    "name",
    "type",
    "names",
    "identifiers",
    "titles",
    "organizations",
    "places",
    "nations",
    "merged_into",
    "start",
    "registry",
)
SEPARATOR = "|"
FROM_REGISTRY = "Taken over from a registry; nobody has looked at it one by one."
"""How JSON-LD says what the column ``registry`` says."""
_FORMULA = re.compile(r"'*[=+\-@\t]")
KIND_OF_TYPE = {"Person": "person", "Place": "place", "Country": "place", "City": "place", "State": "place",
                "AdministrativeArea": "place", "Continent": "place", "Event": "event"}  # fmt: skip
HUMAN = "Q5"
MAX_LINE = 20_000_000
"""Bytes of one entry; the largest of Wikidata has 4 MB (checked 2026-11)."""


def read_csv(lines: Iterable[str], name: str) -> Iterator[Imported]:
    """A table with a header; lists within a cell are parted by ``|``. The columns are those of ``export``."""
    reader = csv.DictReader(lines)
    header = _header(reader, name)
    unknown = sorted(set(header) - set(COLUMNS))
    if unknown or "name" not in header:
        raise UsageError(
            f"{name}: column {(unknown or ['name'])[0]!r}: the columns are {', '.join(COLUMNS)}; kind and name are needed."
        )
    for row in _rows(reader, name):
        if None in row:
            raise UsageError(
                f"{name}, line {reader.line_num}: has more cells than the header. Quote cells that hold a comma."
            )
        yield _from_row(row, f"{name}, line {reader.line_num}")


def _header(reader: csv.DictReader[str], name: str) -> tuple[str, ...]:
    try:
        return tuple(reader.fieldnames or ())
    except csv.Error as error:
        raise UsageError(f"{name}, line 1: is no table: {error}. Give UTF-8 text with one header line.") from error


def _rows(reader: csv.DictReader[str], name: str) -> Iterator[dict[str, str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise UsageError(f"{name}, line {reader.line_num}: {error}. Check the quotation marks around it.") from error


def _from_row(row: dict[str, str], where: str) -> Imported:
    def one(column: str) -> str:
        return unguarded((row.get(column) or "").strip())

    def many(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in one(column).split(SEPARATOR) if part.strip())

    return Imported(
        where=where, kind=one("kind"), slug=one("slug"), name=one("name"), type=one("type"), names=many("names"),
        identifiers=many("identifiers"), titles=many("titles"), organizations=many("organizations"), places=many("places"), nations=many("nations"),
        merged_into=one("merged_into"), start=_moment(one("start"), where), bulk=_yes(one("registry"), where),
    )  # fmt: skip


def _moment(text: str, where: str) -> Moment | None:
    try:
        return Moment(text) if text else None
    except ValueError as error:
        raise UsageError(f"{where}: start {text!r} is no date. Write it as 1980-01-02, 1980-01 or 1980.") from error


def _yes(text: str, where: str) -> bool:
    if text not in {"", "yes", "no"}:
        raise UsageError(f"{where}: registry {text!r}: write yes for what nobody has looked at one by one, or nothing.")
    return text == "yes"


def guarded(text: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection)."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Takes that apostrophe away, and no other ("'t Hooft")."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read_json_ld(content: bytes, name: str) -> Iterator[Imported]:
    """Nodes of a document such as ``export`` writes: Person, Organization, Place, Event and their subtypes with a name."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: is no JSON ({error}). Export or download it again.") from error
    nodes = document.get("@graph", document) if isinstance(document, dict) else document
    for index, node in enumerate(many(nodes)):
        if isinstance(node, dict) and isinstance(node.get("name"), str):
            yield _from_node(node, f"{name}, node {index}")


def _from_node(node: dict[str, Any], where: str) -> Imported:
    kind, slug = path_of(str(node.get("@id", "")))
    schema_type = str(next(iter(many(node.get("@type"))), ""))
    return Imported(
        where=where,
        kind=kind or KIND_OF_TYPE.get(schema_type, "organization" if schema_type else ""),
        slug=slug,
        name=str(node["name"]),
        type=schema_type,
        names=texts(node.get("alternateName")),
        identifiers=(*texts(node.get("sameAs")), *texts(node.get("identifier"))),
        titles=texts(node.get("jobTitle")),
        organizations=names(node, "affiliation", "worksFor", "memberOf"),
        places=names(node, "homeLocation", "containedInPlace", "location"),
        nations=names(node, "nationality"),
        merged_into=path_of(str(node.get("isReplacedBy", "")))[1],
        start=_moment(str(node.get("startDate") or node.get("birthDate") or ""), where),
        bulk=node.get("disambiguatingDescription") == FROM_REGISTRY,
    )


def path_of(address: str) -> tuple[str, str]:
    """The kind and the slug in an entity's ``@id``, or two empty words."""
    parts = address.rstrip("/").split("/")
    return (parts[-2], parts[-1]) if len(parts) > 2 and parts[-3] == "entities" else ("", "")


def many(value: Any) -> list[Any]:  # JSON value
    """One value or several, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def texts(value: Any) -> tuple[str, ...]:  # JSON value
    """Values as text; of a node its ``@id`` or value."""
    found = (each.get("@id") or each.get("value") if isinstance(each, dict) else each for each in many(value))
    return tuple(str(each) for each in found if each)


def names(node: dict[str, Any], *properties: str) -> tuple[str, ...]:
    """The names of the nodes that stand in these properties."""
    found = (each for key in properties for each in many(node.get(key)))
    return tuple(str(each["name"]) for each in found if isinstance(each, dict) and each.get("name"))


def read_wikidata(lines: Iterable[bytes], name: str, language: str = "en") -> Iterator[Imported]:
    """Entities of a dump (one a line) or of an answer of Special:EntityData; what has no label in the language is left out."""
    for number, line in enumerate(lines, 1):
        text = line.strip().rstrip(b",")
        if text in (b"", b"[", b"]"):
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{name}, line {number}: is no JSON ({error}). A dump has one entity a line.") from error
        entities = _members(value, "entities") or {"": value}
        for entity in entities.values():
            found = _from_wikidata(entity, f"{name}, line {number}", language)
            if found is not None:
                yield found


def _from_wikidata(entity: Any, where: str, language: str) -> Imported | None:  # JSON value
    kind = _wikidata_kind(_members(entity, "claims"))
    label = _word(_members(entity, "labels"), language)
    if not label or not kind or not isinstance(entity.get("id"), str):
        return None
    description = _word(_members(entity, "descriptions"), language)
    aliases = _members(entity, "aliases").get(language)
    return Imported(
        where=f"{where} ({entity['id']})",
        kind=kind,
        name=label,
        names=tuple(name for each in many(aliases) if (name := _word({language: each}, language))),
        identifiers=(entity["id"],),
        titles=(description,) if kind == "person" and description else (),
        bulk=True,
    )


def _members(value: Any, name: str) -> dict[str, Any]:  # JSON values
    """An object's member that should be an object; anything else is an empty one."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _word(texts: dict[str, Any], language: str) -> str:
    found = texts.get(language)
    value = found.get("value") if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _wikidata_kind(claims: dict[str, Any]) -> str:
    """A human by P31; a place by its coordinates (P625) unless it was founded or has a head office; an event by a date."""
    instances = {_item(each) for each in many(claims.get("P31"))}
    if HUMAN in instances:
        return "person"
    if {"P159", "P856", "P112", "P1454"} & set(claims) and "P1082" not in claims:
        return "organization"
    if "P625" in claims or "P1082" in claims:
        return "place"
    return "event" if {"P585", "P580"} & set(claims) else ""


def _item(claim: Any) -> str:  # JSON value
    value = _members(_members(_members(claim, "mainsnak"), "datavalue"), "value")
    return str(value.get("id", ""))


def countries() -> Iterator[Imported]:
    """The countries of the packaged gazetteer, with their Wikidata ids."""
    for number, line in enumerate(_table("territories.tsv"), 3):
        _, kind, _, name, identifier, names, _ = line
        if kind == "Country":
            where = f"territories.tsv, line {number}"
            yield Imported(
                where=where,
                kind="place",
                type=kind,
                name=name,
                names=tuple(names.split("|")),
                identifiers=(identifier,),
            )


def bodies() -> Iterator[Imported]:
    """Bodies of the United Nations and of Europe, with their acronyms and official sites."""
    for number, (name, names, site) in enumerate(_table("bodies.tsv"), 3):
        others = tuple(each for each in names.split("|") if each)
        yield Imported(
            where=f"bodies.tsv, line {number}", kind="organization", name=name, names=others, identifiers=(site,)
        )


def _table(name: str) -> Iterator[list[str]]:
    text = resources.files("pipeline.store").joinpath("places", name).read_text(encoding="utf-8")
    yield from (line.split("\t") for line in text.splitlines()[2:])


BUILT_IN: dict[str, Callable[[], Iterator[Imported]]] = {"countries": countries, "bodies": bodies}


@contextmanager
def opened(path: Path, form: str = "") -> Iterator[Iterator[Imported]]:
    """The entities of a file, read as ``form`` (``csv``, ``json-ld``, ``wikidata``) or as its name says; ``.gz`` and ``.bz2`` too."""
    chosen = form or _form(path)
    try:
        with _stream(path) as stream:
            yield read(stream, chosen, path.name)
    except (OSError, EOFError) as error:
        raise UsageError(f"{path}: cannot be read ({error}). Check the file.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no UTF-8 text ({error.reason}). Save it as UTF-8.") from error


def _form(path: Path) -> str:
    suffixes = [each for each in path.suffixes if each not in (".gz", ".bz2")]
    last = suffixes[-1] if suffixes else ""
    known = {".csv": "csv", ".jsonld": "json-ld", ".json": "wikidata"}
    if last not in known:
        raise UsageError(f"{path}: give --format csv, json-ld or wikidata, for the name does not tell.")
    return known[last]


def _stream(path: Path) -> Any:  # a binary file, packed or not
    if path.suffix == ".gz":
        return gzip.open(path, "rb")
    return bz2.open(path, "rb") if path.suffix == ".bz2" else path.open("rb")


def read(stream: Any, form: str, name: str) -> Iterator[Imported]:  # a binary file
    """The entities of an open file in one of the forms."""
    if form == "csv":
        return read_csv((line.decode("utf-8").removeprefix("\ufeff") for line in _lines(stream, name)), name)
    if form == "json-ld":
        return read_json_ld(stream.read(), name)
    return read_wikidata(_lines(stream, name), name)


def _lines(stream: Any, name: str) -> Iterator[bytes]:  # a binary file
    """Lines of bounded length; a document without line breaks is one line."""
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            raise UsageError(
                f"{name}: has a line of more than {MAX_LINE // 1_000_000} MB. A dump has one entity a line."
            )
        yield line
