"""The authority's tables, as migrations, and the application id that marks its file."""

from __future__ import annotations

NAME = "authority"
APPLICATION_ID = 0x4E474131  # "NGA1"

FIRST = """
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'place', 'event')),
  type TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  start TEXT,
  merged_into INTEGER REFERENCES entity (id),
  root INTEGER NOT NULL DEFAULT 0,
  curated INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (kind, slug)
);
CREATE INDEX entity_by_root ON entity (root);
CREATE INDEX entity_by_target ON entity (merged_into) WHERE merged_into IS NOT NULL;
CREATE TRIGGER own_root AFTER INSERT ON entity WHEN new.root = 0 BEGIN
  UPDATE entity SET root = new.id WHERE id = new.id;
END;
CREATE TABLE name (
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (id),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  short INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, folded, entity, name)
) WITHOUT ROWID;
CREATE INDEX name_by_entity ON name (entity);
CREATE TABLE identifier (
  value TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (id),
  source TEXT NOT NULL,
  PRIMARY KEY (value, entity)
) WITHOUT ROWID;
CREATE INDEX identifier_by_entity ON identifier (entity);
CREATE TABLE feature (
  entity INTEGER NOT NULL REFERENCES entity (id),
  property TEXT NOT NULL,
  value TEXT NOT NULL,
  shown TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (entity, property, value)
) WITHOUT ROWID;
CREATE TABLE settled (
  article TEXT NOT NULL,
  local TEXT NOT NULL,
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (id),
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  proposal BLOB NOT NULL,
  PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX settled_by_entity ON settled (entity, article);
CREATE TABLE pinned (
  article TEXT NOT NULL,
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity (id),
  PRIMARY KEY (article, kind, folded)
) WITHOUT ROWID;
CREATE TABLE distinction (
  one INTEGER NOT NULL REFERENCES entity (id),
  other INTEGER NOT NULL REFERENCES entity (id),
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE suppression (
  digest BLOB PRIMARY KEY,
  prefix INTEGER NOT NULL,
  salt BLOB NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE withheld (
  article TEXT NOT NULL,
  local TEXT NOT NULL,
  PRIMARY KEY (article, local)
) WITHOUT ROWID;
"""

MIGRATIONS = (FIRST,)
