/**
 * What a store asks of a database: PostgreSQL 12 or later with `$1` parameters, each call a
 * transaction of its own. `pg.Pool`, `pg.Client` and `PGlite` are such.
 */
export interface SqlDatabase {
  query(
    sql: string,
    parameters?: unknown[],
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;
}

/**
 * The steps that lead to the present tables, oldest first; `docs/receiver.md` describes these. A
 * step that was ever released is never changed: a new one is added below it.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE dongui_document (
    sha256 text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('notice', 'text')),
    body text NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE SEQUENCE dongui_position;
  CREATE TABLE dongui_receipt (
    id uuid PRIMARY KEY,
    hash text NOT NULL,
    policy text NOT NULL,
    subject text NOT NULL,
    event text NOT NULL,
    notice text NOT NULL REFERENCES dongui_document,
    status text NOT NULL CHECK (status IN ('published', 'unverified')),
    at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    skewed boolean NOT NULL,
    delivery text NOT NULL,
    body text NOT NULL,
    ack text NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    position bigint
  );
  CREATE INDEX dongui_receipt_unplaced ON dongui_receipt (arrival) WHERE position IS NULL;
  CREATE UNIQUE INDEX dongui_receipt_place ON dongui_receipt (position)
    WHERE position IS NOT NULL;
  CREATE INDEX dongui_receipt_policy ON dongui_receipt (policy, position)
    WHERE position IS NOT NULL;
  CREATE TABLE dongui_alarm (
    receipt uuid NOT NULL REFERENCES dongui_receipt,
    offered_hash text NOT NULL,
    offered_at timestamptz NOT NULL,
    PRIMARY KEY (receipt, offered_hash)
  );
  CREATE TABLE dongui_gate (name text PRIMARY KEY);
  INSERT INTO dongui_gate VALUES ('feed');
  `,
  `
  CREATE TABLE dongui_log (
    size bigint PRIMARY KEY,
    position bigint NOT NULL,
    head text NOT NULL,
    sealed_at timestamptz NOT NULL
  );
  `,
  `
  ALTER TABLE dongui_receipt ALTER COLUMN body DROP NOT NULL;
  ALTER TABLE dongui_receipt ALTER COLUMN subject DROP NOT NULL;
  ALTER TABLE dongui_receipt ADD COLUMN erased_at timestamptz;
  CREATE INDEX dongui_receipt_erased ON dongui_receipt (id) WHERE erased_at IS NOT NULL;
  CREATE TABLE dongui_account (
    receipt uuid PRIMARY KEY,
    account text NOT NULL,
    via text NOT NULL CHECK (via IN ('host', 'chain')),
    linked_at timestamptz NOT NULL
  );
  CREATE INDEX dongui_account_receipts ON dongui_account (account);
  CREATE TABLE dongui_erasure (
    account_hash text PRIMARY KEY,
    erased_at timestamptz NOT NULL
  );
  CREATE TABLE dongui_fact (
    receipt uuid PRIMARY KEY REFERENCES dongui_receipt,
    position bigint NOT NULL UNIQUE,
    policy text,
    subject text,
    notice text,
    event text,
    chain text,
    seq integer,
    prev text,
    ref uuid,
    counted_at timestamptz,
    day date,
    confirmed boolean
  );
  CREATE INDEX dongui_fact_subject ON dongui_fact (subject, policy);
  CREATE INDEX dongui_fact_prev ON dongui_fact (prev);
  CREATE INDEX dongui_fact_ref ON dongui_fact (ref);
  CREATE INDEX dongui_fact_day ON dongui_fact (day);
  CREATE INDEX dongui_fact_renewal ON dongui_fact (ref) WHERE event = 'renewal';
  CREATE TABLE dongui_answer (
    receipt uuid NOT NULL REFERENCES dongui_receipt,
    item text NOT NULL,
    state text NOT NULL,
    PRIMARY KEY (receipt, item)
  );
  CREATE TABLE dongui_due (
    receipt uuid NOT NULL REFERENCES dongui_receipt,
    kind text NOT NULL,
    item text NOT NULL,
    since timestamptz NOT NULL,
    due date NOT NULL,
    PRIMARY KEY (receipt, kind, item, due)
  );
  CREATE INDEX dongui_due_day ON dongui_due (due, receipt, kind);
  CREATE TABLE dongui_settled (
    receipt uuid NOT NULL REFERENCES dongui_receipt,
    kind text NOT NULL,
    due date NOT NULL,
    settled_at timestamptz NOT NULL,
    PRIMARY KEY (receipt, kind, due)
  );
  CREATE INDEX dongui_receipt_hash ON dongui_receipt (hash);
  `,
  `
  CREATE TABLE dongui_leaf (
    size bigint PRIMARY KEY,
    position bigint NOT NULL,
    hash text NOT NULL,
    head text NOT NULL
  );
  `,
];

/** Any number, as long as it is ours and always the same. */
const MIGRATION_LOCK = 7_364_201_883;

const READ_VERSION = 'SELECT coalesce(max(version), 0) AS version FROM dongui_schema';

/** One statement, so that it is one transaction in every driver: all of the step or nothing. */
const stepSql = (version: number, sql: string): string => `
DO $dongui$ BEGIN
  PERFORM pg_advisory_xact_lock(${MIGRATION_LOCK});
  CREATE TABLE IF NOT EXISTS dongui_schema (
    version integer PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  IF NOT EXISTS (SELECT FROM dongui_schema WHERE version = ${version}) THEN
    ${sql}
    INSERT INTO dongui_schema (version) VALUES (${version});
  END IF;
END $dongui$`;

async function readVersion(database: SqlDatabase): Promise<number> {
  // Asked first, because CREATE TABLE IF NOT EXISTS wants a right that a receiver need not have.
  const { rows } = await database.query(`SELECT to_regclass('dongui_schema') IS NOT NULL AS known`);
  if (rows[0]?.['known'] !== true) return 0;
  const answer = await database.query(READ_VERSION);
  return Number(answer.rows[0]?.['version']);
}

/**
 * Brings a database to the present tables. Does nothing where they are; safe when several
 * receivers start at once.
 *
 * @throws Error when the tables are of a newer version than this one knows.
 */
export async function migrate(database: SqlDatabase): Promise<void> {
  const present = await readVersion(database);
  if (present > MIGRATIONS.length) {
    throw new Error(
      `The database has tables of version ${present}; this dongui knows up to ${MIGRATIONS.length}.`,
    );
  }
  for (let version = present + 1; version <= MIGRATIONS.length; version++) {
    await database.query(stepSql(version, MIGRATIONS[version - 1] ?? ''));
  }
}
