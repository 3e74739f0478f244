"""Article and annotations -> the graph: one builder for each schema.org type, ids minted in one place, joined in one place."""

from pipeline.mapping.graph import map_article
from pipeline.mapping.propose import propose
from pipeline.mapping.withhold import address_findings, suppressed_names, withhold

__all__ = ["address_findings", "map_article", "propose", "suppressed_names", "withhold"]
