import { cookieOf } from '../lib/data.mjs';

/** A request as the web app sends it: by the operation's hash. @param person number of the viewer, or null for a visitor */
export function byHash(operations, operationName, variables, person) {
  const hash = Object.keys(operations).find((key) => new RegExp(`^(query|mutation) ${operationName}\\b`).test(operations[key].trim()));
  if (!hash) throw new Error(`The interface has no operation ${operationName}`);
  return post({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, person);
}

/** A POST with JSON. */
export function post(body, person, path) {
  const headers = { 'content-type': 'application/json', ...(person ? { cookie: cookieOf(person) } : {}) };
  return { method: 'POST', headers, body: JSON.stringify(body), ...(path ? { path } : {}) };
}
