"""Everything that a newsroom keeps between runs, opened together below one output folder."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

from pipeline.store.authority import Authority
from pipeline.store.builds import Builds
from pipeline.store.editions import Editions
from pipeline.store.editorial import Editorial
from pipeline.store.gazetteer import PackagedGazetteer
from pipeline.store.holds import Holds
from pipeline.store.outbox import Outbox
from pipeline.store.outbox_database import Database
from pipeline.store.output import OutputFolder
from pipeline.store.prepared import PreparedStore
from pipeline.store.sayings import Sayings

STATE = ".state"


class Stores:
    """The output folder and its databases; ``stack`` closes them."""

    def __init__(self, output: Path, stack: ExitStack) -> None:
        state = output / STATE
        self.output = OutputFolder(output)
        self.prepared = stack.enter_context(closing(PreparedStore.open(state / "prepared.sqlite")))
        self.authority = stack.enter_context(Authority.open(state / "authority.sqlite"))
        self.editorial = stack.enter_context(closing(Editorial.open(state / "editorial.sqlite")))
        self.database = stack.enter_context(Database(state / "newsgraph.sqlite"))
        self.gazetteer = PackagedGazetteer()
        self.builds, self.outbox = Builds(self.database), Outbox(self.database)
        self.editions, self.holds = Editions(self.database), Holds(self.database)
        self.sayings = Sayings(self.database)
