"""The archive's tables, as named migrations in the order in which they are applied.

A migration that has been released is never edited; a change of the tables is a new one at the end.
"""

APPLICATION_ID = 0x44524147
"""Marks an SQLite file as an archive of this program (PRAGMA application_id)."""

_REPORTS = (
    """CREATE TABLE migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT""",
    """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE reports (
        added INTEGER PRIMARY KEY,
        report_id TEXT NOT NULL UNIQUE,
        source_id TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        clean_text TEXT NOT NULL,
        publisher TEXT NOT NULL,
        url TEXT NOT NULL,
        byline TEXT NOT NULL,
        language TEXT NOT NULL,
        published TEXT,
        basis TEXT NOT NULL,
        origin TEXT NOT NULL,
        spun INTEGER NOT NULL,
        furniture INTEGER NOT NULL,
        given TEXT NOT NULL,
        raw BLOB NOT NULL,
        raw_media_type TEXT NOT NULL
    ) STRICT""",
    """CREATE INDEX reports_by_source ON reports (source_id)""",
    """CREATE INDEX reports_by_published ON reports (published)""",
    """CREATE TABLE report_sources (
        report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        source_id TEXT NOT NULL,
        origin TEXT NOT NULL,
        publisher TEXT NOT NULL,
        url TEXT NOT NULL,
        published TEXT,
        PRIMARY KEY (report_id, source_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX report_sources_by_source ON report_sources (source_id)""",
)

_WORDS = (
    """CREATE VIRTUAL TABLE report_words USING fts5 (
        title, clean_text, content='reports', content_rowid='added', tokenize='porter unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER reports_in AFTER INSERT ON reports BEGIN
        INSERT INTO report_words (rowid, title, clean_text) VALUES (new.added, new.title, new.clean_text);
    END""",
    """CREATE TRIGGER reports_out AFTER DELETE ON reports BEGIN
        INSERT INTO report_words (report_words, rowid, title, clean_text)
        VALUES ('delete', old.added, old.title, old.clean_text);
    END""",
)

_CODINGS = (
    """CREATE TABLE mentions (
        mention_id TEXT PRIMARY KEY,
        report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        event_type TEXT NOT NULL,
        event_mode TEXT NOT NULL,
        quad INTEGER NOT NULL,
        intensity REAL NOT NULL,
        first_day TEXT,
        last_day TEXT,
        date_precision TEXT NOT NULL,
        place_name TEXT,
        place_country TEXT,
        status TEXT NOT NULL,
        confidence REAL NOT NULL,
        coder TEXT NOT NULL,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX mentions_by_report ON mentions (report_id, position)""",
    """CREATE INDEX mentions_by_type ON mentions (event_type, first_day)""",
    """CREATE TABLE mention_parties (
        mention_id TEXT NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        position INTEGER NOT NULL,
        actor_id TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        country TEXT NOT NULL,
        sectors TEXT NOT NULL,
        office TEXT NOT NULL,
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (mention_id, role, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX mention_parties_by_actor ON mention_parties (actor_id)""",
    """CREATE INDEX mention_parties_by_country ON mention_parties (country)""",
    """CREATE TABLE actor_mentions (
        report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        actor_id TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        country TEXT NOT NULL,
        sectors TEXT NOT NULL,
        office TEXT NOT NULL,
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (report_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX actor_mentions_by_actor ON actor_mentions (actor_id)""",
    """CREATE TABLE time_mentions (
        report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        type TEXT NOT NULL,
        value TEXT NOT NULL,
        first_day TEXT,
        last_day TEXT,
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (report_id, position)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE place_mentions (
        report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        country TEXT NOT NULL,
        lat REAL NOT NULL,
        lon REAL NOT NULL,
        kind TEXT NOT NULL,
        geonames_id INTEGER,
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (report_id, position)
    ) STRICT, WITHOUT ROWID""",
)

_LINKED = (
    """CREATE TABLE actors (
        actor_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        country TEXT NOT NULL,
        sectors TEXT NOT NULL,
        office TEXT NOT NULL,
        n_mentions INTEGER NOT NULL,
        n_reports INTEGER NOT NULL,
        n_events INTEGER NOT NULL,
        n_as_actor INTEGER NOT NULL,
        n_as_recipient INTEGER NOT NULL,
        n_as_claimant INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE events (
        event_id TEXT PRIMARY KEY,
        event_type TEXT NOT NULL,
        event_mode TEXT NOT NULL,
        quad INTEGER NOT NULL,
        intensity REAL NOT NULL,
        first_day TEXT,
        last_day TEXT,
        date_precision TEXT NOT NULL,
        place_name TEXT,
        place_country TEXT,
        status TEXT NOT NULL,
        n_reports INTEGER NOT NULL,
        n_independent INTEGER NOT NULL,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX events_by_day ON events (first_day)""",
    """CREATE TABLE event_mentions (
        mention_id TEXT PRIMARY KEY REFERENCES mentions (mention_id) ON DELETE CASCADE,
        event_id TEXT NOT NULL REFERENCES events (event_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX event_mentions_by_event ON event_mentions (event_id)""",
    """CREATE TABLE links (
        source_id TEXT NOT NULL,
        other_id TEXT NOT NULL,
        report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        other_report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        score REAL NOT NULL,
        directed INTEGER NOT NULL,
        record TEXT NOT NULL,
        PRIMARY KEY (source_id, other_id, report_id, other_report_id, kind)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX links_by_report ON links (report_id)""",
    """CREATE INDEX links_by_other ON links (other_report_id)""",
    """CREATE TABLE claims (
        claim_id TEXT PRIMARY KEY,
        claimant_id TEXT NOT NULL,
        claimant TEXT NOT NULL,
        country TEXT NOT NULL,
        stance TEXT NOT NULL,
        event_id TEXT,
        content TEXT NOT NULL,
        made_on TEXT,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE claim_mentions (
        claim_id TEXT NOT NULL REFERENCES claims (claim_id) ON DELETE CASCADE,
        mention_id TEXT NOT NULL REFERENCES mentions (mention_id) ON DELETE CASCADE,
        PRIMARY KEY (claim_id, mention_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX claim_mentions_by_mention ON claim_mentions (mention_id)""",
    """CREATE TABLE claim_answers (
        claim_id TEXT NOT NULL REFERENCES claims (claim_id) ON DELETE CASCADE,
        answered_id TEXT NOT NULL,
        PRIMARY KEY (claim_id, answered_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE stories (
        story_id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        first_day TEXT,
        last_day TEXT,
        n_reports INTEGER NOT NULL,
        n_independent INTEGER NOT NULL,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE story_reports (
        report_id TEXT PRIMARY KEY REFERENCES reports (report_id) ON DELETE CASCADE,
        story_id TEXT NOT NULL REFERENCES stories (story_id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    """CREATE INDEX story_reports_by_story ON story_reports (story_id)""",
)

_PUBLICATION = (
    """ALTER TABLE reports ADD COLUMN published_from TEXT""",
    """ALTER TABLE reports ADD COLUMN published_to TEXT""",
    """ALTER TABLE reports ADD COLUMN published_why TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE reports ADD COLUMN published_stated TEXT""",
    """ALTER TABLE reports ADD COLUMN published_doubt TEXT NOT NULL DEFAULT ''""",
    """ALTER TABLE place_mentions ADD COLUMN inside INTEGER NOT NULL DEFAULT 0""",
)

MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("reports", _REPORTS),
    ("words", _WORDS),
    ("codings", _CODINGS),
    ("linked", _LINKED),
    ("publication told by the text", _PUBLICATION),
)
