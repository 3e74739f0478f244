"""The names of one entity while they are gathered, and what two spellings of one name share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from pipeline.annotate.name_patterns import Name
from pipeline.model.annotations import EntityType


class Cluster(msgspec.Struct):
    """The names of one entity while they are gathered; ``kin`` says as whose relative it was introduced ("father", "son of"),
    ``jobs`` as what, ``age`` at which age (0: none was told)."""

    type: EntityType
    names: list[Name]
    kin: str = ""
    jobs: frozenset[str] = frozenset()
    age: int = 0

    @property
    def fullest(self) -> str:
        """The name with the most words; of equals, the first."""
        return max((each.text for each in self.names), key=lambda text: (len(text.split()), not text.isupper()))


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case without accents, hyphens and full stops: what two spellings of one name share."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", bare.lower().replace("'s ", "s ")))
