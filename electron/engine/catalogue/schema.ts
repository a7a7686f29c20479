/**
 * The catalogue's tables, one string per version; `PRAGMA user_version` counts how many were applied.
 * A released string is never changed: a change is a new string. `passing(id)` is always true, and
 * lets database.ts tell how far it is.
 *
 * Paths are bytes (BLOB), because on Linux they are; `pathBytes`/`pathFromBytes` convert. A photo is
 * a name in a directory; the folders a person chose are only entry points into that tree, so that
 * choosing a folder inside another one never stores a photo twice.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    scanned_at INTEGER
  ) STRICT;

  CREATE TABLE directory (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE photo (
    id INTEGER PRIMARY KEY,
    directory_id INTEGER NOT NULL REFERENCES directory ON DELETE CASCADE,
    name BLOB NOT NULL,
    -- size, time and inode in one word: equal means unchanged
    fingerprint TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    format TEXT,
    width INTEGER,
    height INTEGER,
    status TEXT NOT NULL CHECK (status IN ('scanned', 'failed', 'skipped')),
    error TEXT,
    severity INTEGER NOT NULL DEFAULT 0,
    -- bit n: has a finding of FINDING_KINDS[n]
    kinds INTEGER NOT NULL DEFAULT 0,
    -- which detectors of which versions have seen these bytes
    detectors TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (directory_id, name)
  ) STRICT;
  CREATE INDEX photo_by_severity ON photo (severity DESC, id);

  CREATE TABLE finding (
    photo_id INTEGER NOT NULL REFERENCES photo ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    type TEXT NOT NULL,
    severity INTEGER NOT NULL,
    confidence REAL NOT NULL,
    x REAL, y REAL, w REAL, h REAL,
    -- masked before it came here
    value TEXT,
    source TEXT NOT NULL,
    lat REAL, lon REAL,
    PRIMARY KEY (photo_id, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    request TEXT NOT NULL,
    started_at INTEGER NOT NULL
  ) STRICT;

  -- The journal: one row per changed file, written before each step.
  CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch,
    -- the program that is working on it, see owner.ts
    owner TEXT NOT NULL,
    photo_id INTEGER,
    path BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'kept', 'done', 'failed', 'undoing', 'undone')),
    error TEXT,
    temporary BLOB,
    copy TEXT,
    before_hash BLOB,
    after_hash BLOB,
    bytes_before INTEGER NOT NULL DEFAULT 0,
    bytes_after INTEGER NOT NULL DEFAULT 0,
    -- mode, owner and times of the original, JSON
    look TEXT,
    changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX action_by_batch ON action (batch_id);
  CREATE INDEX action_by_path ON action (path, id);
  CREATE INDEX action_open ON action (state) WHERE state IN ('planned', 'kept', 'undoing');

  CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- a sidecar went along with the photo of this action
  ALTER TABLE action ADD COLUMN along_with INTEGER;
  -- name of the whole original in the vault
  ALTER TABLE action ADD COLUMN object TEXT;
  -- where an undo is about to put the original, where that is not \`path\`
  ALTER TABLE action ADD COLUMN target BLOB;
  CREATE INDEX action_by_copy ON action (copy) WHERE copy IS NOT NULL;
  CREATE INDEX action_by_photo ON action (photo_id) WHERE photo_id IS NOT NULL;
  -- ids are given out again: what was done to a photo that is gone must not be told of the next one
  UPDATE action SET photo_id = NULL WHERE photo_id NOT IN (SELECT id FROM photo);
  CREATE TRIGGER photo_gone AFTER DELETE ON photo BEGIN
    UPDATE action SET photo_id = NULL WHERE photo_id = OLD.id;
  END;
  `,
  `
  -- one word for the sidecars of a photo; the photo is read again when it changes
  ALTER TABLE photo ADD COLUMN sidecars TEXT NOT NULL DEFAULT '';
  `,
  `
  -- all findings in one text (finding-list.ts): they are only ever read a photo at a time
  ALTER TABLE photo ADD COLUMN findings TEXT NOT NULL DEFAULT '[]';
  UPDATE photo SET findings = (
    SELECT json_group_array(json_array(
      kind, type, severity, confidence, json(CASE WHEN x NOT NULL THEN json_array(x, y, w, h) END),
      value, source, json(CASE WHEN lat NOT NULL THEN json_array(lat, lon) END)))
    FROM (SELECT * FROM finding WHERE photo_id = photo.id ORDER BY ordinal)
  );
  DROP TABLE finding;
  `,
  `
  -- words that many photos share: types of documents, places
  CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  -- when the file was last written, in seconds since 1970
  ALTER TABLE photo ADD COLUMN modified INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE photo ADD COLUMN document INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE photo ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
  -- 1: we changed it and can bring it back
  ALTER TABLE photo ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
  UPDATE photo SET
    modified = max(0, CAST(substr(fingerprint, instr(fingerprint, ':') + 1) AS INTEGER) / 1000000000),
    changed = id IN (SELECT photo_id FROM action WHERE state = 'done' AND copy IS NOT NULL)
    WHERE passing(id);
  INSERT OR IGNORE INTO word (text)
    SELECT DISTINCT json_extract(value, '$[1]') FROM photo, json_each(findings)
    WHERE kinds & 128 AND json_extract(value, '$[0]') = 7;
  UPDATE photo SET document = (
    SELECT word.id FROM json_each(findings) JOIN word ON word.text = json_extract(value, '$[1]')
    WHERE json_extract(value, '$[0]') = 7 ORDER BY json_extract(value, '$[2]') DESC LIMIT 1)
    WHERE kinds & 128;

  -- All that filters and orders ask of a photo, so that a million are read without their findings (columns.ts).
  CREATE INDEX photo_columns ON photo
    (id, severity, status, changed, kinds, document, directory_id, place, modified, bytes, name);
  CREATE INDEX photo_by_name ON photo (lower(name));
  DROP INDEX photo_by_severity;

  -- "changed" is kept by the journal's rows themselves
  CREATE TRIGGER action_written AFTER UPDATE OF state, copy, photo_id ON action
  WHEN NEW.state <> OLD.state OR NEW.copy IS NOT OLD.copy OR NEW.photo_id IS NOT OLD.photo_id BEGIN
    UPDATE photo SET changed = EXISTS (SELECT 1 FROM action
      WHERE photo_id = photo.id AND state = 'done' AND copy IS NOT NULL)
    WHERE id IN (OLD.photo_id, NEW.photo_id);
  END;
  CREATE TRIGGER action_forgotten AFTER DELETE ON action WHEN OLD.photo_id IS NOT NULL BEGIN
    UPDATE photo SET changed = EXISTS (SELECT 1 FROM action
      WHERE photo_id = photo.id AND state = 'done' AND copy IS NOT NULL)
    WHERE id = OLD.photo_id;
  END;
  `,
  `
  -- what insights count: a word of clues.ts, 0 for none; place and moment as one number (sighting.ts)
  ALTER TABLE photo ADD COLUMN clues INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE photo ADD COLUMN sighting INTEGER;
  CREATE INDEX photo_by_clues ON photo (clues) WHERE clues > 0;
  CREATE INDEX photo_by_sighting ON photo (sighting) WHERE sighting NOT NULL;
  `,
  `
  -- the disk a folder lay on when it was last scanned, as the system numbers it
  ALTER TABLE folder ADD COLUMN device TEXT;
  ALTER TABLE folder ADD COLUMN watched INTEGER NOT NULL DEFAULT 0;
  -- a hash of all bytes of a file whose picture was looked at: copies and moved files are known by it
  ALTER TABLE photo ADD COLUMN content BLOB;
  CREATE INDEX photo_by_content ON photo (bytes, content) WHERE content IS NOT NULL;
  `,
  `
  -- photos of each cell (sighting.ts: 16384 sightings make one), so that the busiest are found at once
  CREATE TABLE cell (id INTEGER PRIMARY KEY, photos INTEGER NOT NULL) STRICT;
  INSERT INTO cell SELECT sighting / 16384, COUNT(*) FROM photo WHERE sighting NOT NULL GROUP BY 1;
  CREATE TRIGGER sighting_new AFTER INSERT ON photo WHEN NEW.sighting NOT NULL BEGIN
    INSERT INTO cell VALUES (NEW.sighting / 16384, 1) ON CONFLICT DO UPDATE SET photos = photos + 1;
  END;
  CREATE TRIGGER sighting_gone AFTER DELETE ON photo WHEN OLD.sighting NOT NULL BEGIN
    UPDATE cell SET photos = photos - 1 WHERE id = OLD.sighting / 16384;
    DELETE FROM cell WHERE id = OLD.sighting / 16384 AND photos = 0;
  END;
  CREATE TRIGGER sighting_moved AFTER UPDATE OF sighting ON photo WHEN NEW.sighting IS NOT OLD.sighting BEGIN
    UPDATE cell SET photos = photos - 1 WHERE id = OLD.sighting / 16384;
    DELETE FROM cell WHERE id = OLD.sighting / 16384 AND photos = 0;
    INSERT INTO cell SELECT NEW.sighting / 16384, 1 WHERE NEW.sighting NOT NULL
      ON CONFLICT DO UPDATE SET photos = photos + 1;
  END;
  `,
  `
  -- what a person said of a finding ("fine", "wrong"), by the bytes of the file it was in (photo.content)
  CREATE TABLE verdict (
    content BLOB NOT NULL,
    finding TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('fine', 'wrong')),
    PRIMARY KEY (content, finding)
  ) STRICT, WITHOUT ROWID;
  -- what was said of each of its findings, JSON; NULL until what was said has been looked up
  ALTER TABLE photo ADD COLUMN judged TEXT;
  `,
];
