import type { Database } from '../platform/database/database.js';

/** Runs something and gives the texts of the SQL statements that it sent, transactions' own ones included. */
export async function countStatements<T>(db: Database, work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const clients = new Set<{ query: (...args: unknown[]) => unknown }>();
  const watch = (client: unknown) => {
    const target = client as { query: (...args: unknown[]) => unknown };
    if (clients.has(target)) return;
    clients.add(target);
    const query = target.query.bind(target);
    target.query = (...args: unknown[]) => {
      const [first] = args as [string | { text: string }];
      statements.push(typeof first === 'string' ? first : first.text);
      return query(...args);
    };
  };
  db.pool.on('acquire', watch);
  // Plans take no connection out of the pool.
  const { arrays } = db;
  db.arrays = (text, values) => {
    statements.push(text);
    return arrays(text, values);
  };
  try {
    return { result: await work(), statements };
  } finally {
    db.pool.off('acquire', watch);
    db.arrays = arrays;
    for (const client of clients) delete (client as { query?: unknown }).query;
  }
}
