"""Graph, Article or Edition -> finished bytes, one file per format. Everything here is pure."""

from pipeline.publish.article_files import Finished, article_files
from pipeline.publish.edition_files import edition_files
from pipeline.publish.verify import verify_page

__all__ = ["Finished", "article_files", "edition_files", "verify_page"]
