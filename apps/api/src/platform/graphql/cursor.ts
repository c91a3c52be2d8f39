import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../errors.js';
import type { Page } from './types.js';

const MAX_PAGE = 100;

/** Signs and opens keyset cursors, so that a forged one is refused instead of becoming SQL values. */
export interface Cursors {
  seal(values: readonly (string | number | boolean | null)[]): string;
  /** @throws Refusal BAD_REQUEST where it was not sealed here */
  open(cursor: string): (string | number | boolean | null)[];
}

/** Characters of a signature: 96 bits in base64url. */
const SIGNATURE = 16;
const known = new Map<string, Cursors>();

/** @param secret the installation's secret */
export function cursors(secret: string): Cursors {
  let made = known.get(secret);
  if (!made) {
    made = makeCursors(secret);
    known.set(secret, made);
  }
  return made;
}

function makeCursors(secret: string): Cursors {
  const key = createSecretKey(Buffer.from(secret));
  const sign = (body: string) => createHmac('sha256', key).update(`cursor\n${body}`).digest('base64url').slice(0, SIGNATURE);
  return {
    seal(values) {
      const body = Buffer.from(JSON.stringify(values)).toString('base64url');
      return `${body}.${sign(body)}`;
    },
    open(cursor) {
      const [body, signature = '', more] = cursor.length < 2_000 ? cursor.split('.') : [];
      const given = Buffer.from(signature);
      if (!body || more !== undefined || given.length !== SIGNATURE || !timingSafeEqual(given, Buffer.from(sign(body)))) {
        throw new Refusal('BAD_REQUEST', { limit: 'cursor' });
      }
      return JSON.parse(Buffer.from(body, 'base64url').toString()) as (string | number | boolean | null)[];
    },
  };
}

/** Checks `first`: required, 1 to 100. @throws Refusal BAD_REQUEST */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) throw new Refusal('BAD_REQUEST', { limit: 'first' });
  return first;
}

/**
 * Makes a page of a keyset query that asked for `first + 1` rows.
 * @param rows rows in order, at most one more than `first`
 * @param keyOf the sort key of a row, as the query's `WHERE (…) > (…)` compares it
 * @param hasPreviousPage true where an `after` cursor was given
 */
export function toPage<Row, Item>(
  sealer: Cursors,
  rows: Row[],
  first: number,
  keyOf: (row: Row) => (string | number | boolean | null)[],
  toItem: (row: Row) => Item,
  hasPreviousPage = false,
): Page<Item> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: sealer.seal(keyOf(row)), node: toItem(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
