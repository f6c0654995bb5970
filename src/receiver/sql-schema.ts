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
