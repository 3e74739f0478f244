"""Graph, Article or Edition -> finished bytes, one file per format. Everything here is pure."""

from pipeline.publish.article_files import article_files
from pipeline.publish.edition_files import edition_files
from pipeline.publish.finished import Finished
from pipeline.publish.retraction import retraction_files
from pipeline.publish.verify import verify_page

__all__ = ["Finished", "article_files", "edition_files", "retraction_files", "verify_page"]
