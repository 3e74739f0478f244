"""The tables of ``newsgraph.sqlite``: what was built, and what must still reach which endpoint.

One file, so that a build and the deliveries it makes necessary become durable in one transaction.
"""

from __future__ import annotations

APPLICATION_ID = 0x4E475342
"""``NGSB``: tells this database from the others of a newsroom."""

MIGRATIONS = (
    """
CREATE TABLE build (
  article TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  version INTEGER NOT NULL,
  source_hash TEXT NOT NULL,
  recipe TEXT NOT NULL,
  canonical_hash TEXT NOT NULL,
  page_hash TEXT NOT NULL,
  first_published TEXT,
  modified TEXT,
  state TEXT NOT NULL CHECK (state IN ('live', 'deleted'))
);
CREATE INDEX build_source ON build (source);
CREATE TABLE build_history (
  article TEXT NOT NULL,
  version INTEGER NOT NULL,
  canonical_hash TEXT NOT NULL,
  page_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  recorded_at REAL NOT NULL,
  PRIMARY KEY (article, version)
) WITHOUT ROWID;
CREATE TABLE endpoint (
  name TEXT PRIMARY KEY,
  disabled TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  open_until REAL NOT NULL DEFAULT 0,
  fault TEXT NOT NULL DEFAULT '',
  next_at REAL NOT NULL DEFAULT 0,
  paused_until REAL NOT NULL DEFAULT 0
);
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  endpoint TEXT NOT NULL,
  article TEXT NOT NULL,
  slug TEXT NOT NULL,
  version INTEGER NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('put', 'delete')),
  canonical_hash TEXT NOT NULL,
  media_type TEXT NOT NULL,
  content BLOB NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'superseded', 'dead', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at REAL NOT NULL,
  lease TEXT,
  status INTEGER,
  detail TEXT NOT NULL DEFAULT '',
  problem TEXT,
  enqueued_at REAL NOT NULL,
  finished_at REAL
);
CREATE INDEX delivery_due ON delivery (endpoint, due_at, id) WHERE state = 'pending';
CREATE INDEX delivery_order ON delivery (endpoint, article, version) WHERE state = 'pending';
CREATE INDEX delivery_dead ON delivery (endpoint, id) WHERE state = 'dead';
CREATE INDEX delivery_article ON delivery (article, endpoint);
CREATE TABLE standing (
  endpoint TEXT NOT NULL,
  article TEXT NOT NULL,
  version INTEGER NOT NULL,
  operation TEXT NOT NULL,
  canonical_hash TEXT NOT NULL,
  etag TEXT,
  PRIMARY KEY (endpoint, article)
) WITHOUT ROWID;
""",
    """
CREATE TABLE edition (
  article TEXT PRIMARY KEY,
  entry BLOB NOT NULL,
  summary BLOB NOT NULL
) WITHOUT ROWID;
""",
    """
CREATE TABLE hold (
  article TEXT PRIMARY KEY,
  content BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE released (
  hold TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  reason TEXT NOT NULL,
  released_at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX released_article ON released (article);
""",
    """
CREATE TABLE saying (
  entity TEXT NOT NULL,
  article TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX saying_article ON saying (article);
CREATE TABLE stale_entity (
  entity TEXT PRIMARY KEY
) WITHOUT ROWID;
""",
    """
CREATE INDEX delivery_leased ON delivery (endpoint, lease) WHERE state = 'pending' AND lease IS NOT NULL;
CREATE INDEX delivery_dead_article ON delivery (endpoint, article) WHERE state = 'dead';
""",
    """
CREATE TABLE body (
  delivery INTEGER PRIMARY KEY,
  content BLOB NOT NULL
);
INSERT INTO body SELECT id, content FROM delivery WHERE state IN ('pending', 'dead');
ALTER TABLE delivery DROP COLUMN content;
CREATE TRIGGER body_done AFTER UPDATE OF state ON delivery WHEN new.state IN ('delivered', 'superseded', 'dropped') BEGIN
  DELETE FROM body WHERE delivery = new.id;
END;
CREATE TRIGGER body_forgotten AFTER DELETE ON delivery BEGIN
  DELETE FROM body WHERE delivery = old.id;
END;
""",
    """
ALTER TABLE delivery ADD COLUMN first_fault_at REAL;
CREATE TABLE stopped (
  article TEXT PRIMARY KEY
) WITHOUT ROWID;
""",
)
"""``due_at`` is also the lease: a claimed row becomes due again when its lease ends. ``body`` is what is delivered, apart
from its row, which changes with every attempt; it goes when the row is done. ``standing`` is what each endpoint
acknowledged last for each article. ``edition`` is each article's entry in sitemaps and feeds,
and what its graph holds; ``hold`` is what is kept back of each article, ``released`` what an editor let go. ``saying`` is what each
article says of each entity, ``stale_entity`` whose document must be written anew. ``stopped`` are articles of which nothing may go out but removals."""
