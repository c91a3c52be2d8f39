/** The values of a statement's parameters. */
export type Values = readonly unknown[];

/** Anything that can run one SQL statement: the pool, or a transaction. */
export interface Sql {
  /** Runs a named statement and returns its rows as objects; times are ISO text. */
  rows<Row>(text: string, values?: Values): Promise<Row[]>;
  /** The first row, or null. */
  row<Row>(text: string, values?: Values): Promise<Row | null>;
}

/** Reads, as pool and replicas do them. */
export interface Reader extends Sql {
  /** Runs a statement with rows as arrays of what PostgreSQL writes, for plans. */
  arrays(text: string, values?: Values): Promise<(string | null)[][]>;
}
