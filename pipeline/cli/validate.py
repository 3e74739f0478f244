"""``newsgraph validate``: checks files, folders, pages and addresses, and prints what is wrong, where and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from pipeline.validate.report import FORMATS

if TYPE_CHECKING:
    from pipeline.model.finding import Severity
    from pipeline.run.validation import Request, Target
    from pipeline.run.validation_config import Config
    from pipeline.validate.report.checked import Checked

_SEVERITIES = ("error", "warning", "info")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print findings."
)
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    help="The lowest severity that makes the exit code 1 (default: error).",
)
@click.option(
    "--show", type=click.Choice(_SEVERITIES), help="The lowest severity to print (default: warning as text, else info)."
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="NAME",
    help="A consumer to please; repeatable. An unknown name lists them; none: no consumer.",
)
@click.option(
    "--select", multiple=True, metavar="CODE", help="Show these codes only; patterns such as profile-*. Repeatable."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these codes out. Repeatable.")
@click.option("--baseline", type=click.Path(dir_okay=False), help="Known findings that are not shown.")
@click.option(
    "--write-baseline", type=click.Path(dir_okay=False), help="Write all findings as known ones, and exit with 0."
)
@click.option(
    "--config", type=click.Path(dir_okay=False), help="Settings (default: newsgraph-validate.toml, if it is there)."
)
@click.option("--fix", is_flag=True, help="Apply the fixes that cannot change meaning, and print what changed.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option("--strict", is_flag=True, help="Hold documents to the schemas of what newsgraph itself publishes.")
@click.option("--thorough", is_flag=True, help="Run the reference engines (pyld, jsonschema) on clean documents too.")
@click.option(
    "--jobs", type=click.IntRange(min=0), help="Processes (default: by the number of files; 0: this one only)."
)
@click.option(
    "--now", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d"]), help="The moment of checking (default: now)."
)
@click.option(
    "--private-host",
    multiple=True,
    metavar="HOST",
    help="A host that may be at an address which is not public, such as localhost. Repeatable.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=20_000_000,
    show_default=True,
    help="Larger documents are not checked.",
)
def command(paths: tuple[str, ...], form: str, **options: Any) -> None:  # the options as click gives them
    """Check JSON-LD files, JSON Lines, HTML pages, sitemaps, feeds, ninjs, WARC archives, folders and web addresses; - is
    standard input.

    Exit code 0: clean; 1: findings of the chosen severity; 2: a path or option is wrong.
    """
    from pipeline.run import validation, validation_config  # noqa: PLC0415 - lazy, so that --help is fast

    config = validation_config.load(options["config"])
    request = _request(config, options)
    found = list(validation.targets(paths, private_hosts=options["private_host"]))
    if options["fix"] or options["diff"]:
        _fix(request, found, write=options["fix"])
        found = found if options["fix"] else []
        if options["diff"]:
            return
    checked = list(_progress(validation.check(request, found, jobs=options["jobs"]), len(found)))
    checked = validation.as_edition(checked, request, found)
    if options["write_baseline"]:
        _write_baseline(options["write_baseline"], checked)
        return
    shown = _unknown(checked, options["baseline"] or config.baseline)
    _print(form, shown, options["show"] or ("warning" if form == "text" else "info"))
    _exit(shown, options["severity"] or config.severity)


def _request(config: Config, options: dict[str, Any]) -> Request:
    from pipeline.run.validation import DEFAULT_PROFILES, Request  # noqa: PLC0415 - lazy, so that --help is fast
    from pipeline.validate.selection import Selection  # noqa: PLC0415 - as above

    profiles = options["profiles"] or (DEFAULT_PROFILES if config.profiles is None else config.profiles)
    moment: datetime = options["now"] or datetime.now(UTC)
    return Request(
        strict=options["strict"] or config.strict,
        thorough=options["thorough"],
        now=moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC),
        profiles=tuple(each for each in profiles if each != "none"),
        selection=Selection(
            select=(*config.select, *options["select"]),
            ignore=(*config.ignore, *options["ignore"]),
            paths=config.path_rules(without_profiles=bool(options["profiles"])),
        ),
        max_bytes=options["max_bytes"],
    )


def _progress(checked: Iterator[Checked], count: int) -> Iterator[Checked]:
    """The same, with a counter on a terminal where there are many files."""
    counts = sys.stderr.isatty() and count > 50
    for number, each in enumerate(checked, 1):
        if counts and (number % 20 == 0 or number == count):
            click.echo(f"\r{number:,} of {count:,} files", nl=number == count, err=True)
        yield each


def _unknown(checked: list[Checked], baseline: str | None) -> list[Checked]:
    if baseline is None:
        return checked
    import msgspec  # noqa: PLC0415 - lazy, so that --help is fast

    from pipeline.run.validation_config import load_baseline  # noqa: PLC0415 - as above
    from pipeline.validate.selection import unknown  # noqa: PLC0415 - as above

    known = load_baseline(baseline)
    kept = []
    for each in checked:
        findings = unknown(each.findings, known)
        pieces = dict(zip(map(id, each.findings), each.excerpts, strict=False))
        kept.append(
            msgspec.structs.replace(each, findings=findings, excerpts=tuple(pieces.get(id(f)) for f in findings))
        )
    return kept


def _write_baseline(path: str, checked: list[Checked]) -> None:
    from pipeline.run.validation_config import write_baseline  # noqa: PLC0415 - lazy, so that --help is fast
    from pipeline.validate.selection import record  # noqa: PLC0415 - as above

    known = record(found for each in checked for found in each.findings)
    write_baseline(path, known)
    click.echo(f"{sum(known.findings.values()):,} findings are known now ({path}).", err=True)


def _print(form: str, checked: list[Checked], lowest: Severity) -> None:
    import msgspec  # noqa: PLC0415 - lazy, so that --help is fast

    from pipeline.validate.report import renderer  # noqa: PLC0415 - as above

    if lowest != "info":
        grave = _SEVERITIES[: _SEVERITIES.index(lowest) + 1]
        checked = [
            msgspec.structs.replace(
                each,
                findings=tuple(found for found in each.findings if found.severity in grave),
                excerpts=tuple(x for f, x in zip(each.findings, each.excerpts, strict=False) if f.severity in grave),
            )
            for each in checked
        ]
    text = renderer(form)(tuple(checked))
    click.echo(text.encode("utf-8", "replace").decode("utf-8"), nl=False)


def _exit(checked: Iterable[Checked], lowest: Severity) -> None:
    grave = _SEVERITIES[: _SEVERITIES.index(lowest) + 1]
    sys.exit(1 if any(found.severity in grave for each in checked for found in each.findings) else 0)


def _fix(request: Request, found: list[Target], *, write: bool) -> None:
    """Print the differences of all files that can be fixed; write them where asked."""
    from difflib import unified_diff  # noqa: PLC0415 - lazy, so that --help is fast

    from pipeline.run import fixing, validation  # noqa: PLC0415 - as above
    from pipeline.validate.engine import Settings  # noqa: PLC0415 - as above

    engine = validation.engine(Settings(now=request.now), request.profiles)
    for target in found:
        content = validation.read(target, request.max_bytes)
        fix = (
            fixing.fixed(engine, content, path=target.name)
            if isinstance(content, bytes) and target.content is None and target.refused is None
            else None
        )
        if fix is None:
            continue
        lines = (fix.before.splitlines(keepends=True), fix.after.splitlines(keepends=True))
        for line in unified_diff(*lines, fromfile=fix.path, tofile=fix.path):
            click.echo(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n", nl=False)
        if write:
            fixing.write(fix)
