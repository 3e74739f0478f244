"""Texts that a content system spoilt: shortcodes, Markdown, escapes and programs in them, cut and repeated headlines."""

from __future__ import annotations

import re

from pipeline.standards.json_pointer import Path
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.validate.compare import plain
from pipeline.validate.consistency.scope import Scope, key_of, name_of, text_of
from pipeline.validate.consistency.texts import READ_BY_HUMANS
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

SHORT = frozenset(["headline", "alternativeHeadline", "name", "description", "abstract", "caption", "jobTitle"])
"""Texts of a line or two, in which no code is quoted."""
_SHORTCODE = LazyPattern(
    r"\[/[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*\]|\[[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*\s+[a-z_-]+=[\"'“”″&][^\]]{0,500}\]"
    r"|\[(?:vc|et_pb|fusion|av|su|fl)_[a-z0-9_]+\]",
    re.IGNORECASE,
)
_MARKDOWN = LazyPattern(r"^#{2,6}\s|\*\*[^*\s][^*]{0,300}\*\*|\[[^\]\n]{1,200}\]\(https?://[^)\s]{1,500}\)")
_ESCAPE = LazyPattern(r"\\u[0-9a-fA-F]{4}|\\[nrt](?=[A-Z\\\s“\"]|$)|\\[\"/]|(?<=\w)\\'")
_STYLES = LazyPattern(r"\s*(?:[.#@][\w-]+[^{}\n]{0,200}\{[^{}]{0,2000}:[^{}]{0,2000}\}\s*)+")
PROGRAMS = ("adsbygoogle", "googletag.cmd", "window.dataLayer", "pbjs.que", "apstag.", "document.write(")
"""What only scripts for advertising, measuring and embedding hold; no article quotes them in passing."""
INVISIBLE = ("\u200b", "\ufeff", "\u2060")
LONG_ENOUGH = 12
"""Letters from which on a line in capitals is more than an abbreviation or a name such as NASA or LE MONDE."""


def leftovers(scope: Scope) -> Remarks:
    """What a content system or a copy left in texts for humans."""
    for node in scope.view.nodes:
        for name in READ_BY_HUMANS:
            if name in node.value:
                for text, path in values_of(node.value[name], (*node.path, name)):
                    if isinstance(text, str):
                        yield from _left(name, text, path)


def _left(name: str, text: str, path: Path) -> Remarks:
    if "[" in text and "]" in text and (code := _SHORTCODE.search(text)):
        yield Remark("shortcode-in-text", path, f"{name} holds the shortcode {shown(code.group())}.")
    if ("##" in text or "**" in text or "](" in text) and (mark := _MARKDOWN.search(text)):
        yield Remark("markdown-in-text", path, f"{name} holds Markdown: {shown(mark.group())}.")
    if name in SHORT:
        if "\\" in text and (escape := _ESCAPE.search(text)):
            yield Remark("escape-in-text", path, f"{name} shows the escape {shown(escape.group())} to its readers.")
        if any(mark in text for mark in INVISIBLE):
            yield Remark("invisible-character", path, f"{name} {shown(text)} holds a character that nobody sees.")
        if name in ("headline", "name") and text != text.strip() and text.strip():
            yield Remark("blank-around-text", path, f"{name} {shown(text)} starts or ends with blank space.")
    elif any(each in text for each in PROGRAMS) or (text.lstrip()[:1] in (".", "#", "@") and _STYLES.match(text)):
        yield Remark("program-in-text", path, f"{name} holds a script or styles, which are no words of the article.")


def headlines(scope: Scope) -> Remarks:
    """Headlines that are cut, in capitals, the name of the site, or said again as description."""
    for node in scope.articles:
        said = text_of(node, "headline").strip()
        if not said:
            continue
        path: Path = (*node.path, key_of(node, "headline"))
        yield from _cut(node, said, path)
        if said.isupper() and len(said) > LONG_ENOUGH and " " in said:
            yield Remark("all-capitals", path, f"headline {shown(said)} is in capitals.")
        sites = [name_of(value, facts) for value, _, facts in scope.linked(node, "publisher")]
        sites += [text_of(each, "name") for each in scope.of_type("WebSite")]
        if any(each and plain(each).strip() == plain(said) for each in sites):
            yield Remark("headline-is-site-name", path, f"headline {shown(said)} is the name of the site.")
        if plain(text_of(node, "description")).strip() == plain(said):
            at: Path = (*node.path, key_of(node, "description"))
            yield Remark("description-repeats-headline", at, "description says what headline says, and no more.")


def _cut(node: Node, said: str, path: Path) -> Remarks:
    """An ellipsis at the end, and whether another text of the article goes on where it stands."""
    if not said.endswith(("…", "...")):
        return
    start = plain(said.rstrip(".… "))
    longer = [text_of(node, each) for each in ("name", "alternativeHeadline")]
    if any(plain(each).startswith(start) and len(plain(each)) > len(start) + 4 for each in longer):
        yield Remark("headline-cut", path, f"headline {shown(said)} is cut short; name has all of it.")
    else:
        yield Remark("headline-ends-open", path, f"headline {shown(said)} ends with an ellipsis: was it cut?")


RULES = (leftovers, headlines)
