// What one operation of Stoa sends to PostgreSQL, so that the limit can send the same bare.
import { join } from 'node:path';
import { boot } from '../../apps/api/dist/boot.js';
import { createApp } from '../../apps/api/dist/app.js';
import { loadConfig } from '../../apps/api/dist/platform/config.js';

/** Notes every statement while `work` runs: those of the pool's connections, and short ones, which take none out of it. */
async function noting({ db }, work) {
  const { pool, short } = db;
  const noted = [];
  const watched = new Map();
  const watch = (client) => {
    if (watched.has(client)) return;
    watched.set(client, client.query);
    client.query = function note(...args) {
      const [first] = args;
      if (typeof first === 'object') noted.push({ text: first.text, values: (first.values ?? []).map(plain) });
      return watched.get(client).apply(this, args);
    };
  };
  pool.on('acquire', watch);
  const noteShort =
    (way) =>
    (text, values = []) => {
      noted.push({ text, values: values.map(plain) });
      return short[way](text, values);
    };
  db.short = { row: noteShort('row'), rows: noteShort('rows') };
  const result = await work();
  pool.off('acquire', watch);
  db.short = short;
  for (const client of watched.keys()) delete client.query;
  return { result, noted };
}

/** A value as it can be sent to another process and still reaches PostgreSQL the same. */
function plain(value) {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return value instanceof Date ? value.toISOString() : value;
}

/**
 * Runs an operation for some viewers in this process. @returns for each the statements and the answer's text
 * @param asked list of `{ token, variables }`
 */
export async function record({ url, secret, folder }, query, asked) {
  const env = {
    DATABASE_URL: url,
    SESSION_SECRET: secret,
    STOA_DEMO: 'off',
    STOA_DATA: join(folder, 'data', 'stoa'),
    LOG_LEVEL: 'error',
    STOA_REQUEST_BUDGET: '0',
  };
  const booted = await boot(loadConfig(env), () => undefined);
  const app = await createApp(booted.services);
  const recorded = [];
  for (const { token, variables } of asked) {
    const { result, noted } = await noting(booted.services, () => app.graphql.execute(app.contextForSession(token), { query, variables }));
    if (result.errors) throw new Error(`The recorded operation fails: ${JSON.stringify(result.errors)}`);
    recorded.push({ statements: noted, text: JSON.stringify(result) });
  }
  await app.graphql.stop();
  await booted.close();
  return recorded;
}
