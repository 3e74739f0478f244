"""The shell around the pure validator: what the user named in, checked files out, in one process or several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache, partial
from itertools import zip_longest
from pathlib import Path

import msgspec
from msgspec.structs import replace

from pipeline.fetch import packaged
from pipeline.model.errors import UsageError
from pipeline.model.failed import Failed
from pipeline.model.finding import Finding
from pipeline.model.newsroom import Newsroom
from pipeline.validate import Validate, edition
from pipeline.validate.engine import DEFAULTS, Engine, Settings
from pipeline.validate.parts import open_bytes
from pipeline.validate.placing import located
from pipeline.validate.profiles import Profile
from pipeline.validate.profiles import read as read_profile
from pipeline.validate.report.checked import Checked, Excerpt, excerpts
from pipeline.validate.selection import Selection, chosen, profiles_for

MAX_BYTES = 20_000_000
DEFAULT_PROFILES = ("google-article", "google-breadcrumb", "google-ended", "google-paywall")
"""The consumers that nearly every publisher of news wants to please; ``--profile`` chooses others."""
SUFFIXES = frozenset({".json", ".jsonld", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom"})
"""What is read of a folder; a file named on the command line is read whatever its name."""
ARCHIVES = (".warc", ".warc.gz", ".zip")
MANY = 64
"""From so many files on, other processes are worth their start."""
FEW = 8
"""Up to so many files are checked before the fast engine is even made."""
UNCHECKED = frozenset({"record", "xml"})
"""Kinds of files in a folder that hold nothing to check, such as our own records."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One document to check: ``content`` where it is already read; ``refused`` where it could not be had; ``listed`` where it
    was found in a folder."""

    name: str
    content: bytes | None = None
    refused: Finding | None = None
    media_type: str | None = None
    base: str = ""
    listed: bool = False


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """How to check: what ``Settings`` says, for which consumers, and which findings are shown."""

    strict: bool = False
    thorough: bool = False
    now: datetime | None = None
    profiles: tuple[str, ...] = DEFAULT_PROFILES
    selection: Selection = Selection()
    max_bytes: int = MAX_BYTES


def engine(settings: Settings, profiles: Iterable[str]) -> Engine:
    """The engine with the packaged schemas (where they will be asked), vocabulary, context, and the named profiles."""
    gated = settings.strict or settings.thorough or not settings.one_document
    return Engine(
        schemas=packaged.schema_documents() if gated else {},
        vocabulary=packaged.vocabulary(),
        context=packaged.context(),
        profiles={name: _profile(name) for name in profiles},
        settings=settings,
    )


def with_profiles(usual: Engine, profiles: Iterable[str]) -> Engine:
    """The same engine for other consumers."""
    return Engine(
        schemas=usual.schemas,
        vocabulary=usual.vocabulary,
        context=usual.context,
        profiles={name: _profile(name) for name in profiles},
        settings=usual.settings,
    )


def load(settings: Settings = DEFAULTS, profiles: Iterable[str] = DEFAULT_PROFILES) -> Validate:
    """The validator as a function."""
    return engine(settings, profiles).validate


@cache
def _profile(name: str) -> Profile:
    """A packaged profile. Raises ``UsageError`` with the known names for an unknown one."""
    known = packaged.profile_names()
    if name not in known:
        raise UsageError(f"There is no profile {name}. Choose among {', '.join(known)}.")
    return read_profile(packaged.profile(name))


def packaged_validator(newsroom: Newsroom) -> Validate:
    """The validator for what this newsroom builds: held to our own schemas and to the profiles it has chosen."""
    return load(Settings(strict=True, base=newsroom.site.url), newsroom.profiles)


def targets(names: Iterable[str], *, private_hosts: tuple[str, ...] = ()) -> Iterator[Target]:
    """The documents that the names stand for, in order. Raises ``UsageError`` for a path that is not there, or a folder that
    holds nothing to check. ``private_hosts`` may be at addresses which are not public."""
    for name in names:
        scheme = name.partition("://")[0].lower() if "://" in name else ""
        if name == "-":
            yield Target(name=name, content=sys.stdin.buffer.read())
        elif scheme in ("http", "https") or name.lower().endswith(ARCHIVES):
            yield from _fetched(name, private_hosts)
        elif scheme and scheme != "file":
            raise UsageError(
                f"{name} is no address that can be fetched. Write one with http:// or https://, or a path."
            )
        else:
            yield from _files(_path(name) if scheme else Path(name))


def _path(address: str) -> Path:
    """The path of a file: address."""
    from urllib.parse import unquote  # noqa: PLC0415 - only such addresses need it

    return Path(unquote(address.partition("://")[2].removeprefix("localhost")))


def _files(path: Path) -> Iterator[Target]:
    if not path.exists():
        raise UsageError(f"There is no file or folder {path}. Check the path, or write - for standard input.")
    if not path.is_dir():
        yield Target(name=str(path))
        return
    found = False
    for each in sorted(path.rglob("*")):
        inside = each.relative_to(path).parts
        if each.suffix.lower() in SUFFIXES and each.is_file() and not any(part.startswith(".") for part in inside):
            found = True
            yield Target(name=str(each), listed=True)
    if not found:
        kinds = ", ".join(sorted(SUFFIXES))
        raise UsageError(
            f"The folder {path} holds nothing to check: no file ends in {kinds}. Name the files themselves."
        )


def _fetched(name: str, private_hosts: tuple[str, ...]) -> Iterator[Target]:
    """Pages of addresses and archives, through the guards of ``pipeline.fetch``."""
    from pipeline import fetch  # noqa: PLC0415 - only addresses and archives need it
    from pipeline.model.finding import Outcome  # noqa: PLC0415 - as above

    settings = fetch.FetchSettings(private_hosts=private_hosts)
    found = fetch.gather([name], settings=settings, stdin=bytes, parse_sidecar=lambda _content, _name: Outcome(None))
    for each in found:
        if isinstance(each, Finding):
            yield Target(name=each.path or name, refused=each)
            continue
        label = f"{each.name}!{each.member}" if each.member else each.name
        yield Target(name=label, content=each.content, media_type=each.media_type, base=each.url or "")


def check(request: Request, found: Iterable[Target], *, jobs: int | None = None) -> Iterator[Checked]:
    """Check every target, in order. ``jobs`` None: other processes where there are many files; 0: this process only."""
    listed = list(found)
    for rule in request.selection.paths:
        for name in set(rule.profiles or ()) - {"none"}:
            _profile(name)  # an unknown one is told before the first file is read
    make = partial(make_checker, request, few=len(listed) <= FEW)
    if jobs is None and len(listed) < MANY:
        jobs = 0
    if jobs == 0:
        one = make()
        yield from (one(each) for each in listed)
        return
    from pipeline.run import workers  # noqa: PLC0415 - only many files need it

    count = workers.default_workers(len(listed)) if jobs is None else jobs
    for target, result in zip(listed, workers.run(make, listed, workers=count), strict=True):
        yield _failed(target, result) if isinstance(result, Failed) else result


def as_edition(checked: list[Checked], request: Request, found: Iterable[Target]) -> list[Checked]:
    """The checked files of one set: with what they say of each other, without the references that another one resolves. The
    files with such findings are read again (``found``), for the places of these."""
    extracts = tuple(each.extract for each in checked if each.extract is not None)
    if len(extracts) < 2:
        return checked
    known = edition.resolved(extracts)
    about: dict[str, list[edition.Told]] = {}
    for told in edition.rules(extracts):
        if chosen([told.finding], request.selection, path=told.finding.path):
            about.setdefault(told.finding.path, []).append(told)
    targets_by_name = {each.name: each for each in found} if about else {}
    return [
        _in_edition(each, known, *_placed(about.get(each.path, []), targets_by_name.get(each.path), request))
        for each in checked
    ]


def _placed(
    told: list[edition.Told], target: Target | None, request: Request
) -> tuple[tuple[Finding, ...], tuple[Excerpt | None, ...]]:
    """The findings with lines and columns, and the pieces of the file around them."""
    content = read(target, request.max_bytes) if told and target is not None else None
    if target is None or not isinstance(content, bytes):
        return tuple(each.finding for each in told), (None,) * len(told)
    opened = open_bytes(content, path=target.name, media_type=target.media_type)
    findings = located(told, opened)
    return findings, excerpts(opened.text, findings)


def _in_edition(
    checked: Checked, known: frozenset[str], more: tuple[Finding, ...], pieces: tuple[Excerpt | None, ...]
) -> Checked:
    extract = checked.extract
    if extract is None:
        return checked
    pairs = list(zip_longest(checked.findings, checked.excerpts))
    kept = [(finding, piece) for finding, piece in pairs if edition.still_dangling(finding, extract, known)]
    kept = sorted([*kept, *zip(more, pieces, strict=True)], key=lambda each: (each[0].line or 0, each[0].column or 0))
    return replace(checked, findings=tuple(finding for finding, _ in kept), excerpts=tuple(piece for _, piece in kept))


def _failed(target: Target, failed: Failed) -> Checked:
    message = f"The check could not be finished: {failed.error}."
    hint = "Report it with the file; the other files were checked."
    finding = Finding(code="check-failed", severity="error", message=message, path=target.name, hint=hint)
    return Checked(path=target.name, findings=(finding,))


def make_checker(request: Request, *, few: bool = False) -> Callable[[Target], Checked]:
    """A function that checks one target; made once in each process. ``few`` says that few will come."""
    settings = Settings(strict=request.strict, thorough=request.thorough, now=request.now, one_document=few)
    usual = engine(settings, request.profiles)
    made = {request.profiles: usual}

    def engine_for(path: str) -> Engine:
        wanted = profiles_for(path, request.selection, request.profiles)
        if wanted not in made:
            made[wanted] = with_profiles(usual, wanted)
        return made[wanted]

    return partial(_check, engine_for, request)


def _check(engine_for: Callable[[str], Engine], request: Request, target: Target) -> Checked:
    content = target.refused or read(target, request.max_bytes)
    if isinstance(content, Finding):
        return Checked(path=target.name, findings=(content,))
    seen = engine_for(target.name).inspect(content, path=target.name, media_type=target.media_type, base=target.base)
    if target.listed and seen.kind in UNCHECKED and not _is_broken(seen.findings):
        return Checked(path=target.name, findings=(), skipped=True)
    findings = chosen(seen.findings, request.selection, path=target.name)
    return Checked(path=target.name, findings=findings, excerpts=excerpts(seen.text, findings), extract=seen.extract)


def _is_broken(findings: tuple[Finding, ...]) -> bool:
    return any(each.code in ("json-syntax", "xml-not-well-formed") for each in findings)


def read(target: Target, limit: int) -> bytes | Finding:
    """The bytes of a target, or the finding that says why there are none."""
    try:
        content = target.content if target.content is not None else _start_of(Path(target.name), limit + 1)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        hint = "Check its permissions."
        return Finding(code="source-unreadable", severity="error", message=message, path=target.name, hint=hint)
    if len(content) > limit:
        message = f"The document is larger than {limit:,} bytes and was not checked."
        return Finding(code="json-too-large", severity="error", message=message, path=target.name)
    return content


def _start_of(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit)
