"""Scraped text, line by line: what each line is (headline, byline, body, chrome ...), and why."""
