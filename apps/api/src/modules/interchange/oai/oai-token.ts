import { cursors } from '../../../platform/graphql/cursor.js';
import { OaiError } from './oai-error.js';
import type { OaiVerb } from './oai-request.js';

/** Where a list that was cut goes on, and what it is a list of. Nothing of it is kept here, so a token never expires. */
export interface OaiPosition {
  verb: OaiVerb;
  prefix: string;
  set: string;
  from: string | null;
  until: string | null;
  /** Sort key of the last item that was sent. */
  after: [string, string];
  /** How many items were sent before. */
  cursor: number;
  /** How many the list had when it began. */
  size: number;
}

/** A resumption token (OAI-PMH 2.0, section 3.5), signed, so that a forged one is refused. */
export function sealToken(secret: string, at: OaiPosition): string {
  return cursors(secret).seal(['oai', at.verb, at.prefix, at.set, at.from, at.until, ...at.after, at.cursor, at.size]);
}

/** @throws OaiError badResumptionToken where it was not sealed here, or for another verb */
export function openToken(secret: string, token: string, asked: OaiVerb): OaiPosition {
  const [mark, verb, prefix, set, from, until, key, id, cursor, size] = opened(secret, token);
  if (mark !== 'oai' || verb !== asked) throw new OaiError('badResumptionToken', 'The token is not one of this repository');
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    verb: asked,
    prefix: String(prefix),
    set: String(set),
    from: text(from),
    until: text(until),
    after: [String(key), String(id)],
    cursor: Number(cursor),
    size: Number(size),
  };
}

function opened(secret: string, token: string): unknown[] {
  try {
    return cursors(secret).open(token);
  } catch {
    throw new OaiError('badResumptionToken', 'The token is not one of this repository');
  }
}
