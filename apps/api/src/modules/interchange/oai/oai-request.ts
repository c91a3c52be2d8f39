import { OaiError } from './oai-error.js';

/** The six verbs (OAI-PMH 2.0, section 4) with their arguments: what each needs, what it may have. */
const VERBS = {
  Identify: { required: [], optional: [], exclusive: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], exclusive: false },
  ListSets: { required: [], optional: [], exclusive: true },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: true },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], exclusive: false },
} as const satisfies Record<string, { required: string[]; optional: string[]; exclusive: boolean }>;

export type OaiVerb = keyof typeof VERBS;
export type OaiArgument = 'identifier' | 'metadataPrefix' | 'from' | 'until' | 'set' | 'resumptionToken';

/** A request that the protocol understands. */
export interface OaiRequest {
  verb: OaiVerb;
  /** As they were sent. */
  arguments: Partial<Record<OaiArgument, string>>;
  /** The first and the last second that are asked for, as ISO text; null: no bound. */
  from: string | null;
  until: string | null;
}

function isVerb(verb: string | undefined): verb is OaiVerb {
  return verb !== undefined && Object.hasOwn(VERBS, verb);
}

/**
 * Reads the arguments of a request (sections 3.1.1 and 4). `resumptionToken` stands alone; none may be repeated, unknown or, where
 * the verb needs it, left out.
 * @throws OaiError badVerb, badArgument
 */
export function readOaiRequest(sent: URLSearchParams): OaiRequest {
  const [verb, ...more] = sent.getAll('verb');
  if (!isVerb(verb) || more.length > 0) throw new OaiError('badVerb', 'The verb is missing, repeated or none of the protocol');
  const given: Partial<Record<OaiArgument, string>> = {};
  const rules: { required: readonly string[]; optional: readonly string[]; exclusive: boolean } = VERBS[verb];
  const known = [...rules.required, ...rules.optional, ...(rules.exclusive ? ['resumptionToken'] : [])];
  for (const [name, value] of sent) {
    if (name === 'verb') continue;
    if (!known.includes(name)) throw new OaiError('badArgument', `${verb} has no such argument`);
    if (given[name as OaiArgument] !== undefined) throw new OaiError('badArgument', `${name} is repeated`);
    if (value === '') throw new OaiError('badArgument', `${name} is empty`);
    given[name as OaiArgument] = value;
  }
  if (given.resumptionToken !== undefined) {
    if (Object.keys(given).length > 1) throw new OaiError('badArgument', 'resumptionToken stands alone');
    return { verb, arguments: given, from: null, until: null };
  }
  for (const name of rules.required) if (given[name as OaiArgument] === undefined) throw new OaiError('badArgument', `${name} is missing`);
  if (given.set !== undefined && !SET.test(given.set)) throw new OaiError('badArgument', 'The set is none that could be');
  return { verb, arguments: given, ...bounds(given.from, given.until) };
}

/** Names of sets (section 2.6). */
const SET = /^[\w.!~*'()-]+(:[\w.!~*'()-]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Whether a text in one of the two forms is a day or second that there is: the 30th of February is none. */
function exists(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.replace(/Z$/, ''));
}

/** Bounds are days or seconds in UTC, both in one granularity, and include what they name (sections 2.7.1 and 3.3). */
function bounds(from: string | undefined, until: string | undefined): Pick<OaiRequest, 'from' | 'until'> {
  for (const text of [from, until]) {
    if (text === undefined) continue;
    if (!(DAY.test(text) || SECOND.test(text)) || !exists(text)) throw new OaiError('badArgument', 'A date is no UTC day or second');
  }
  if (from !== undefined && until !== undefined) {
    if (from.length !== until.length) throw new OaiError('badArgument', 'from and until have different granularities');
    if (from > until) throw new OaiError('badArgument', 'from is later than until');
  }
  return {
    from: from === undefined ? null : DAY.test(from) ? `${from}T00:00:00Z` : from,
    until: until === undefined ? null : DAY.test(until) ? `${until}T23:59:59Z` : until,
  };
}
