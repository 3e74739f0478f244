"""The fast answer of ``newsgraph validate FILE``: a clean file is said to be clean before the command line is even loaded.

Whatever is not plain files without options, and every file with errors or warnings, is left to the command itself; infos are
only counted, as the command does.
"""

from __future__ import annotations

import sys

SUFFIXES = (".json", ".jsonld")
MOST_FILES = 8
MOST_BYTES = 2_000_000
CONFIG = "newsgraph-validate.toml"


def answer(arguments: list[str]) -> str | None:
    """The line to print where no named file has an error or warning; None: let the command do it."""
    if len(arguments) < 2 or arguments[0] != "validate" or len(arguments) > MOST_FILES:
        return None
    names = arguments[1:]
    if any(each.startswith("-") or not each.endswith(SUFFIXES) for each in names):
        return None
    contents = _contents(names)
    return _verdict(names, contents) if contents is not None else None


def _contents(names: list[str]) -> list[bytes] | None:
    """The bytes of the files, or None where a project has settings or a file cannot be read quickly."""
    try:
        with open(CONFIG, "rb"):  # noqa: PTH123 - pathlib costs as much as the check
            return None
    except OSError:
        pass
    contents = []
    for name in names:
        try:
            with open(name, "rb") as file:  # noqa: PTH123 - as above
                contents.append(file.read(MOST_BYTES + 1))
        except OSError:
            return None
    return contents if all(len(each) <= MOST_BYTES for each in contents) else None


def _verdict(names: list[str], contents: list[bytes]) -> str | None:
    import gc  # noqa: PLC0415 - loaded only where there is something to check

    gc.disable()  # nothing made here lives long
    import_msgspec()
    from datetime import UTC, datetime  # noqa: PLC0415 - as above

    from pipeline.run import validation  # noqa: PLC0415 - as above
    from pipeline.validate.engine import Settings  # noqa: PLC0415 - as above
    from pipeline.validate.report.checked import Checked, count_line  # noqa: PLC0415 - as above

    engine = validation.engine(Settings(now=datetime.now(UTC), one_document=True), validation.DEFAULT_PROFILES)
    pairs = zip(names, contents, strict=True)
    checked = tuple(Checked(path=name, findings=engine.validate(content, path=name)) for name, content in pairs)
    gc.enable()
    grave = any(found.severity != "info" for each in checked for found in each.findings)
    return None if grave else count_line(checked)


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it asks for first and does not need on Python 3.12: 30 ms."""
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # the way to make an import fail
    try:
        import msgspec  # noqa: F401, PLC0415 - the import is the purpose
    finally:
        del sys.modules["typing_extensions"]
