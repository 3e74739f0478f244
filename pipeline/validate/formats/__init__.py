"""Checkers for the other formats of news: sitemaps, feeds, ninjs; one file per format."""
