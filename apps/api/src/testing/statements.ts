import type { Database } from '../platform/database/database.js';

/** A statement with its values. */
export interface SentStatement {
  text: string;
  values: unknown[];
}

/** Runs something and gives the texts of the SQL statements that it sent, transactions' own ones included. */
export async function countStatements<T>(db: Database, work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const { result, statements } = await recordStatements(db, work);
  return { result, statements: statements.map(({ text }) => text) };
}

/** The same with the values that were sent. */
export async function recordStatements<T>(db: Database, work: () => Promise<T>): Promise<{ result: T; statements: SentStatement[] }> {
  const statements: SentStatement[] = [];
  const clients = new Set<{ query: (...args: unknown[]) => unknown }>();
  const watch = (client: unknown) => {
    const target = client as { query: (...args: unknown[]) => unknown };
    if (clients.has(target)) return;
    clients.add(target);
    const query = target.query.bind(target);
    target.query = (...args: unknown[]) => {
      const [first] = args as [string | { text: string; values?: unknown[] }];
      statements.push(typeof first === 'string' ? { text: first, values: [] } : { text: first.text, values: [...(first.values ?? [])] });
      return query(...args);
    };
  };
  db.pool.on('acquire', watch);
  // Plans and live news take no connection out of the pool.
  const { arrays, short } = db;
  const note = (text: string, values: readonly unknown[] = []) => statements.push({ text, values: [...values] });
  db.arrays = (text, values) => {
    note(text, values);
    return arrays(text, values);
  };
  db.short = {
    rows: (text, values) => {
      note(text, values);
      return short.rows(text, values);
    },
    row: (text, values) => {
      note(text, values);
      return short.row(text, values);
    },
  };
  try {
    return { result: await work(), statements };
  } finally {
    db.pool.off('acquire', watch);
    db.arrays = arrays;
    db.short = short;
    for (const client of clients) delete (client as { query?: unknown }).query;
  }
}
