import pg from 'pg';

/** A row as PostgreSQL writes it: a text for each column. */
export type RawRow = (string | null)[];

/** What `pg` gives its statements to send their parts on. */
interface Wire {
  describe(what: object): void;
}

/** The methods that a statement of `pg` is driven by; its types leave them out. */
interface Driven extends pg.Submittable {
  hasBeenParsed(wire: Wire): unknown;
  prepare(wire: Wire): void;
  handleDataRow(message: { fields: RawRow }): void;
}
const Query = pg.Query as unknown as new (config: pg.QueryConfig) => Driven;

/** The same connection for each, deaf to one question. */
const undescribed = new WeakMap<Wire, Wire>();

function withoutDescribe(wire: Wire): Wire {
  let quiet = undescribed.get(wire);
  if (!quiet) undescribed.set(wire, (quiet = Object.create(wire, { describe: { value: () => undefined } }) as Wire));
  return quiet;
}

/**
 * A statement whose rows stay what PostgreSQL writes. A plan knows its columns, so once a connection has the statement prepared, PostgreSQL need
 * not describe them with every answer, which costs both sides more than the values do.
 */
export class RawQuery extends Query {
  /** The rows, complete when the query is. */
  readonly raw: RawRow[] = [];

  override prepare(wire: Wire): void {
    super.prepare(this.hasBeenParsed(wire) ? withoutDescribe(wire) : wire);
  }

  override handleDataRow({ fields }: { fields: RawRow }): void {
    this.raw.push(fields);
  }
}
