import { cookieOf } from '../lib/data.mjs';

/** An operation of the interface by its name. @returns `{ hash, text }` */
export function operation(operations, name) {
  const found = Object.entries(operations).find(([, text]) => new RegExp(`^(query|mutation) ${name}\\b`).test(text.trim()));
  if (!found) throw new Error(`The interface has no operation ${name}`);
  return { hash: found[0], text: found[1] };
}

/** A request as the web app sends it: by the operation's hash. @param person number of the viewer, or null for a visitor */
export function byHash(operations, operationName, variables, person) {
  const { hash } = operation(operations, operationName);
  return post({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, person);
}

/** The same operation by its text, for servers that do not know it. */
export function byText(operations, operationName, variables, person) {
  return post({ operationName, variables, query: operation(operations, operationName).text }, person);
}

/** A POST with JSON. */
export function post(body, person, path) {
  const headers = { 'content-type': 'application/json', 'stoa-lang': 'en', ...(person ? { cookie: cookieOf(person) } : {}) };
  return { method: 'POST', headers, body: JSON.stringify(body), ...(path ? { path } : {}) };
}
