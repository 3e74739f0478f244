"""Arguments to sources: decides what each argument names, and hands it to the file or web side of this package."""

from __future__ import annotations

import glob
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from pipeline.fetch.files import files_below, missing, read_file, skipped
from pipeline.fetch.findings import fault
from pipeline.fetch.following import Follower
from pipeline.fetch.opening import ARCHIVES, documents
from pipeline.fetch.sidecars import Document, ParseSidecar, attach, is_sidecar, read_note
from pipeline.fetch.web import Get, Page, Web, check_url
from pipeline.model.errors import UsageError
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings
from pipeline.model.source import Source

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")


def gather(  # noqa: PLR0913 - each argument is one option of the command line, or the world it stands in
    arguments: Sequence[str],
    *,
    settings: FetchSettings,
    stdin: Callable[[], bytes],
    parse_sidecar: ParseSidecar,
    format: str | None = None,  # noqa: A002 - the name of the option
    url: str | None = None,
    sidecar: Path | None = None,
    get: Get | None = None,
) -> Iterator[Source | Finding]:
    """The sources that the arguments name, in their order, each with its sidecar; what cannot be had is a finding, and
    the others go on.

    ``url`` and ``sidecar`` speak of one document, so they need one argument that is no folder or pattern
    (``UsageError``). ``get`` fetches an address; by default ``Web(settings).get``, made at the first address.
    """
    _check_usage(arguments, url=url, sidecar=sidecar)
    given = None if sidecar is None else read_note(sidecar)
    if isinstance(given, Finding):
        yield given
        return
    follower = Follower(settings, get or _Lazy(settings))
    for each in _documents(arguments, settings=settings, stdin=stdin, follower=follower):
        if isinstance(each, Finding):
            yield each
        elif format in ARCHIVES and each.source.member is None:
            yield _no_archive(each.source.name, str(format))
        elif (given or url) and each.source.member is not None:
            yield _whole_archive(each.source.name)
            return
        else:
            forced = None if format in ARCHIVES else format
            source = replace(each.source, url=url or each.source.url, format=forced)
            yield from attach(Document(source=source, notes=(given,) if given else each.notes), parse_sidecar)


class _Lazy:
    """Makes the ``Web`` at the first address, because reading the certificates takes time that files do not need."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._web: Web | None = None

    def __call__(self, url: str) -> Page | Finding:
        self._web = self._web or Web(self._settings)
        return self._web.get(url)


def _check_usage(arguments: Sequence[str], *, url: str | None, sidecar: Path | None) -> None:
    if url is None and sidecar is None:
        return
    option = "--url" if url is not None else "--sidecar"
    several = len(arguments) != 1 or Path(arguments[0]).is_dir() or _is_pattern(arguments[0])
    if several:
        raise UsageError(f"{option} speaks of one source. Name one file, address or `-` with it.")
    if url is not None and (_WEB.match(url) is None or check_url(url, name=url) is not None):
        raise UsageError(f"--url {url!r} is no address. Write an absolute one such as https://example.org/story.")


def _is_pattern(argument: str) -> bool:
    return _MAGIC.search(argument) is not None and _WEB.match(argument) is None and not Path(argument).exists()


def _no_archive(name: str, format_given: str) -> Finding:
    hint = "Leave out --format: archives are recognised by their content."
    return fault("format-wrong", name, f"The source is no {format_given} archive.", hint=hint)


def _whole_archive(name: str) -> Finding:
    message = "The source was held back: it holds many documents, and --url and --sidecar speak of one."
    return fault("source-held-back", name, message, hint="Put a sidecar beside each member, inside the archive.")


def _documents(
    arguments: Sequence[str], *, settings: FetchSettings, stdin: Callable[[], bytes], follower: Follower
) -> Iterator[Document | Finding]:
    for argument in arguments:
        if _WEB.match(argument):
            yield from follower.address(argument)
            continue
        found = documents("-", io.BytesIO(stdin()), settings) if argument == "-" else _paths(argument, settings)
        for each in found:
            yield from (each,) if isinstance(each, Finding) else follower.document(each, sitemaps=False)


def _paths(argument: str, settings: FetchSettings) -> Iterator[Document | Finding]:
    path = Path(argument)
    if argument and path.is_dir():
        yield from _folder(path, settings)
    elif argument and path.exists():
        yield from read_file(path, settings)
    elif _is_pattern(argument):
        yield from _pattern(argument, settings)
    elif _SCHEME.match(argument):
        yield check_url(argument, name=argument) or missing(argument)
    else:
        yield missing(argument)


def _folder(folder: Path, settings: FetchSettings) -> Iterator[Document | Finding]:
    for each in files_below(folder):
        if isinstance(each, Finding):
            yield each
            continue
        note = skipped(each)
        if note is not None:
            yield note
        else:
            yield from read_file(each, settings)


def _pattern(pattern: str, settings: FetchSettings) -> Iterator[Document | Finding]:
    found = [Path(each) for each in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob refuses absolute patterns
    for path in found:
        if path.is_dir() and "**" not in pattern:
            yield from _folder(path, settings)
        elif path.is_file() and not is_sidecar(path.name):
            yield from read_file(path, settings)
    if not found:
        yield missing(pattern)
