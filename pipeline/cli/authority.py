"""``newsgraph authority``: who is who across articles, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.options import config_option, newsroom
from pipeline.model.codec import encode_pretty
from pipeline.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pipeline.fetch import Get
    from pipeline.store.authority import Authority
    from pipeline.store.authority_import import Imported
    from pipeline.store.authority_views import View

STATE = Path(".state/authority.sqlite")
KINDS = click.Choice(["person", "organization", "place", "event"])
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
type Command = Callable[..., Any]


@click.group()
@config_option
@click.option(
    "--file", type=click.Path(path_type=Path, dir_okay=False), help="The authority; default: the output folder's own."
)
@click.pass_context
def command(ctx: click.Context, config_path: Path | None, file: Path | None) -> None:
    """Who is who across articles: look, decide, take over what is known elsewhere. Decisions win at every later build."""
    settings, root = newsroom(config_path)
    ctx.obj = (file or root / settings.output / STATE, settings)


def _opened(ctx: click.Context) -> Authority:
    from pipeline.store.authority import Authority  # noqa: PLC0415 - not for `--help`

    path, _ = ctx.obj
    return ctx.with_resource(Authority.open(path))


@command.command("list")
@click.argument("text", default="")
@click.option("--kind", type=KINDS, help="Only entities of this kind.")
@click.option("--limit", default=50, show_default=True, help="At most so many.")
@json_option
@click.pass_context
def list_(ctx: click.Context, text: str, kind: str | None, limit: int, *, as_json: bool) -> None:
    """List entities whose name holds TEXT, those that most articles name first."""
    from pipeline.store.authority_views import search  # noqa: PLC0415 - not for `--help`

    found = search(_opened(ctx), text, kind=kind, limit=limit)
    if as_json:
        click.echo(encode_pretty(found), nl=False)
        return
    for each in found:
        click.echo(
            f"{each.reference:50} {each.articles:6} articles  {each.name}  {' '.join(each.identifiers)}".rstrip()
        )
    click.echo(f"{len(found)} entities" + (" (there may be more)" if len(found) == limit else ""), err=True)


@command.command()
@click.argument("entity")
@json_option
@click.pass_context
def show(ctx: click.Context, entity: str, *, as_json: bool) -> None:
    """Show everything known of ENTITY (kind/slug, slug or name), which articles say it, and why they were taken to mean it."""
    from pipeline.store.authority_editing import find  # noqa: PLC0415 - not for `--help`
    from pipeline.store.authority_views import view  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    shown = view(authority, find(authority, entity))
    click.echo(encode_pretty(shown) if as_json else _text(shown), nl=not as_json)


def _text(shown: View) -> str:
    lines = [f"{shown.reference}  {shown.type}  {shown.name}"]
    lines += [f"  merged into {shown.merged_into}"] if shown.merged_into else []
    lines += [f"  includes {each}" for each in shown.merged]
    lines += [f"  also called {each}" for each in shown.names if each != shown.name]
    lines += [f"  known as {each}" for each in shown.identifiers]
    lines += [f"  starts {shown.start}"] if shown.start else []
    lines += [f"  {each.property}: {each.value}  ({each.articles} articles)" for each in shown.said]
    lines += [f"{shown.articles} articles"]
    lines += [f"  {each.score:.2f}  {each.article}  as {each.name!r}: {each.reason}" for each in shown.mentioned]
    return "\n".join(lines)


@command.command()
@click.argument("kind", type=KINDS)
@click.argument("name")
@click.option("--alias", "names", multiple=True, help="Another name; may be repeated.")
@click.option("--identifier", "identifiers", multiple=True, help="Wikidata id, IRI or scheme:value; may be repeated.")
@click.option("--type", "schema_type", default="", help="The schema.org type, if it is a narrower one.")
@click.pass_context
def add(
    ctx: click.Context, kind: str, name: str, names: tuple[str, ...], identifiers: tuple[str, ...], schema_type: str
) -> None:
    """Add an entity that articles will be matched with."""
    from pipeline.store import authority_editing as editing  # noqa: PLC0415 - not for `--help`

    added = editing.add(
        _opened(ctx), kind=kind, name=name, schema_type=schema_type, names=names, identifiers=identifiers
    )
    click.echo(f"{added.kind}/{added.slug}")


@command.command()
@click.argument("kept")
@click.argument("other")
@click.pass_context
def merge(ctx: click.Context, kept: str, other: str) -> None:
    """OTHER is KEPT: both answer with KEPT's id from the next build on. `split OTHER` takes it back."""
    from pipeline.store import authority_editing as editing  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    editing.merge(authority, editing.find(authority, kept), editing.find(authority, other))
    click.echo(f"merged; take it back with: newsgraph authority split {other}")


@command.command()
@click.argument("entity")
@click.argument("articles", nargs=-1)
@click.pass_context
def split(ctx: click.Context, entity: str, articles: tuple[str, ...]) -> None:
    """Take back the merge of ENTITY; or, with ARTICLES (addresses), say that these speak of somebody else."""
    from pipeline.store import authority_editing as editing  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    fresh = editing.split(authority, editing.find(authority, entity), articles)
    click.echo(f"{fresh.kind}/{fresh.slug}")


@command.command()
@click.argument("one")
@click.argument("other")
@click.pass_context
def distinct(ctx: click.Context, one: str, other: str) -> None:
    """ONE and OTHER are two, whatever they have in common; a later merge of them is refused."""
    from pipeline.store import authority_editing as editing  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    editing.tell_apart(authority, editing.find(authority, one), editing.find(authority, other))
    click.echo("told apart")


@command.command()
@click.argument("entity")
@click.argument("identifier")
@click.option("--remove", is_flag=True, help="Take the identifier away.")
@click.pass_context
def link(ctx: click.Context, entity: str, identifier: str, *, remove: bool) -> None:
    """ENTITY is known in the world by IDENTIFIER: a Wikidata id, an IRI, or scheme:value."""
    from pipeline.store import authority_editing as editing  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    change = editing.unlink if remove else editing.link
    change(authority, editing.find(authority, entity), identifier)
    click.echo("removed" if remove else "linked")


@command.command("import")
@click.argument("path", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--format", "form", type=click.Choice(["csv", "json-ld", "wikidata"]), help="Default: by the file's name."
)
@click.option(
    "--built-in", "built_in", type=click.Choice(["countries", "bodies"]), help="A table that comes with newsgraph."
)
@click.option("--wikidata", "items", multiple=True, metavar="Q...", help="Ask Wikidata for this item; may be repeated.")
@click.pass_context
def import_(
    ctx: click.Context, path: Path | None, form: str | None, built_in: str | None, items: tuple[str, ...]
) -> None:
    """Take over entities from a CSV, JSON-LD or Wikidata JSON file (also packed). All or nothing: contradictions are listed."""
    from pipeline.store.authority_formats import BUILT_IN, opened  # noqa: PLC0415 - not for `--help`

    if sum(map(bool, (path, built_in, items))) != 1:
        raise UsageError(
            "give one of: a file, --built-in, --wikidata. `newsgraph authority import --help` explains them."
        )
    authority = _opened(ctx)
    if path is not None:
        with opened(path, form or "") as entities:
            _take_in(authority, entities)
    elif built_in:
        _take_in(authority, BUILT_IN[built_in]())
    else:
        _take_in(authority, _from_wikidata(items, ctx.obj[0].parent / "wikidata"))


def _take_in(authority: Authority, entities: Iterable[Imported]) -> None:
    from pipeline.store.authority_import import import_entities  # noqa: PLC0415 - not for `--help`

    counts = import_entities(authority, entities)
    click.echo(f"{counts.added} added, {counts.known} known before")


def _from_wikidata(items: tuple[str, ...], cache: Path) -> list[Imported]:
    """The items from the live service: one request a second, answers kept in a cache."""
    from pipeline.fetch import FetchSettings, Web  # noqa: PLC0415 - not for `--help`

    return ask_wikidata(items, Web(FetchSettings(cache=str(cache))).get)


def ask_wikidata(items: tuple[str, ...], get: Get) -> list[Imported]:
    """Each item asked for once, through ``get``; all or nothing."""
    from pipeline.model.finding import Finding  # noqa: PLC0415 - not for `--help`
    from pipeline.store.authority_formats import read_wikidata  # noqa: PLC0415 - not for `--help`

    found: list[Imported] = []
    for item in dict.fromkeys(items):
        if not (item[:1] == "Q" and item[1:].isdecimal()):
            raise UsageError(f"{item!r} is no Wikidata item. Write it as Q42.")
        page = get(f"https://www.wikidata.org/wiki/Special:EntityData/{item}.json")
        if isinstance(page, Finding):
            raise UsageError(f"{item}: {page.message} Nothing was imported.")
        found += read_wikidata([page.content], item)
    return found


@command.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["csv", "json-ld"]), default="csv", show_default=True)
@click.pass_context
def export(ctx: click.Context, path: Path | None, form: str) -> None:
    """Write every entity to PATH, or to standard output. `import` reads it back."""
    from pipeline.store.authority_export import export_csv, export_json_ld  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    content = export_csv(authority) if form == "csv" else export_json_ld(authority, ctx.obj[1].site.url)
    if path is None:
        click.echo(content, nl=False)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}). Name another file.") from error


@command.command()
@click.argument("name")
@click.option("--reason", default="", help="Why (court order, erasure request, minor); do not name the person here.")
@click.option("--lift", is_flag=True, help="Take the suppression back.")
@click.pass_context
def suppress(ctx: click.Context, name: str, reason: str, *, lift: bool) -> None:
    """NAME (a full name, or kind/slug) must no longer be named: gone from every output at the next build, updates are pushed.

    The name becomes █ in every text, and whatever is named after the person (a foundation, a trial) is withheld too. The authority
    keeps a salted digest of the name and nothing else; the cache of read articles forgets what holds it. A surname alone is hidden
    where it means the person; where it means somebody or something else a finding says so (suppressed-name-shared).

    It cannot do the rest, and somebody must: correct or delete the sources; move an article whose address names the person (finding
    suppressed-name-in-address); look for words that identify without naming ("the mayor's daughter"), for pictures and for other
    spellings, which are suppressed one by one; clear backups, exports, logs and version control; ask search engines and archives.
    Receivers get the update and are bound by their contract to follow it. To take the whole article back use `newsgraph retract`.
    """
    from pipeline.store import authority_editing as editing  # noqa: PLC0415 - not for `--help`

    authority = _opened(ctx)
    if lift:
        click.echo("lifted" if authority.lift(name) else "was not suppressed")
        return
    entity = editing.find(authority, name) if "/" in name else None
    count = authority.suppress(entity, () if entity else (name,), reason)
    click.echo(f"{count} names suppressed. Run `newsgraph build` and `newsgraph publish` to take them out everywhere.")


@command.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.pass_context
def recover(ctx: click.Context, folder: Path | None) -> None:
    """The authority is lost and the built FOLDER (default: the output) is left: give all it published the same ids again.

    Editors' decisions and suppressions are not in the output: take them from a backup or an export, or give them again before you
    build.
    """
    from pipeline.store.authority_recovery import recover as recovered  # noqa: PLC0415 - not for `--help`

    path, _ = ctx.obj
    authority = _opened(ctx)
    found = recovered(authority, folder or path.parent.parent)
    click.echo(f"{found.entities} entities of {found.articles} articles have their ids again")
    click.echo("Suppressions and editors' decisions do not come back: give them again before you build.", err=True)


@command.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def backup(ctx: click.Context, path: Path) -> None:
    """Copy the authority to PATH, which must not exist yet; a build may go on meanwhile."""
    _opened(ctx).backup(path)
    click.echo(str(path))
