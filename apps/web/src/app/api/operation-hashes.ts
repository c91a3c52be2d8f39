import { hashes } from '../../gql/hashes/app.js';

const known = new Map(Object.entries(hashes));

/** Takes in the hashes of a feature's operations, which come with its pages. */
export function learnHashes(more: Readonly<Record<string, string>>): void {
  for (const [name, hash] of Object.entries(more)) known.set(name, hash);
}

/** The hash by which the API knows an operation of that name; undefined where none was learnt. */
export function hashOfOperation(name: string | undefined): string | undefined {
  return name === undefined ? undefined : known.get(name);
}
