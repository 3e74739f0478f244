"""Web pages: one parse, many candidates, one decision per field."""
