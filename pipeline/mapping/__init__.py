"""Article and annotations -> the graph: one builder for each schema.org type, ids minted in one place, joined in one place."""

from pipeline.mapping.graph import map_article
from pipeline.mapping.propose import propose
from pipeline.mapping.withhold import withhold

__all__ = ["map_article", "propose", "withhold"]
