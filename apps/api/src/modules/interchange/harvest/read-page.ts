import type { HarvestError } from '@stoa/domain';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A harvest cannot go on, and why. */
export class HarvestFault extends Error {
  constructor(
    readonly code: HarvestError,
    readonly detail = '',
  ) {
    super(code);
  }
}

/** An element as it was read: text, or what it holds by name; attributes begin with `@`. */
export type Element = string | { [name: string]: Element | Element[] | undefined };

/** A record as a source gave it. */
export interface SourceRecord {
  identifier: string;
  datestamp: string;
  deleted: boolean;
  /** What its `metadata` holds; null of a deleted one. */
  metadata: Element | null;
  /** It was so long that it was not read. */
  isTooLarge: boolean;
}

/** One answer to ListRecords. */
export interface Page {
  responseDate: string;
  records: SourceRecord[];
  /** Empty: this was the last one. */
  token: string;
  expected: number | null;
}

/** How deep an answer may lie: the envelope and LOM need ten levels. */
const MOST_DEPTH = 40;

/** Characters of one record: a whole book of metadata is some mistake or some harm, and takes seconds to read. */
const MOST_CHARACTERS = 256_000;
const GIANT = 'stoa-too-large';
const RECORD_BEGINS = /(?=<(?:[\w.-]+:)?record[\s>])/u;
const HEADER_ENDS = /<\/(?:[\w.-]+:)?header\s*>/u;
const RECORD_ENDS = /<\/(?:[\w.-]+:)?record\s*>/u;

/** An answer in which of records that are far too long only the header is left. */
function withoutGiants(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return text
    .split(RECORD_BEGINS)
    .map((part) => {
      const end = part.length > MOST_CHARACTERS ? RECORD_ENDS.exec(part) : null;
      if (!end || end.index <= MOST_CHARACTERS) return part;
      const header = HEADER_ENDS.exec(part.slice(0, MOST_CHARACTERS / 10));
      const head = header ? part.slice(0, header.index + header[0].length) : (/^<[^>]*>/u.exec(part)?.[0] ?? '');
      return `${head}<${GIANT}/>${part.slice(end.index)}`;
    })
    .join('');
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  // Only the five entities of XML and numbers of characters: a document that declares its own is refused before.
  htmlEntities: true,
  maxNestedTags: MOST_DEPTH,
});

/** All elements of a name. */
export function all(parent: Element | Element[] | undefined, name: string): Element[] {
  if (parent === undefined || typeof parent === 'string') return [];
  if (Array.isArray(parent)) return parent.flatMap((each) => all(each, name));
  const found = parent[name];
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}

/** The first element down a path. */
export function first(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = parent;
  for (const name of path) at = all(at, name)[0];
  return at;
}

/** What an element says, trimmed. */
export function said(element: Element | undefined): string {
  if (element === undefined) return '';
  const text = typeof element === 'string' ? element : element['#text'];
  return typeof text === 'string' ? text.replace(/\s+/gu, ' ').trim() : '';
}

/** An attribute of an element; empty where it has none. */
export function attribute(element: Element | undefined, name: string): string {
  const value = typeof element === 'object' ? element[`@${name}`] : undefined;
  return typeof value === 'string' ? value : '';
}

/** The envelope of an answer. @throws HarvestFault where it is none, or the source refuses */
export function readEnvelope(body: Buffer): { root: Element; error: string | null } {
  const text = body.toString('utf8').replace(/^\uFEFF/u, '');
  // Answers of the protocol never need a type of document; whoever sends one may declare entities that grow, or lead to files.
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) throw new HarvestFault('HAS_ENTITIES');
  let document: Element;
  try {
    if (XMLValidator.validate(text) !== true) throw new HarvestFault('NOT_XML');
    document = parser.parse(withoutGiants(text)) as Element;
  } catch (error) {
    if (error instanceof HarvestFault) throw error;
    throw new HarvestFault('NOT_XML', error instanceof Error ? error.message.slice(0, 200) : '');
  }
  const root = first(document, 'OAI-PMH');
  if (root === undefined) throw new HarvestFault('NOT_OAI');
  const error = first(root, 'error');
  return { root, error: error === undefined ? null : attribute(error, 'code') || 'unknown' };
}

/** An answer to ListRecords that has no error. */
export function readPage(root: Element): Page {
  const list = first(root, 'ListRecords');
  if (list === undefined) throw new HarvestFault('NOT_OAI');
  const token = first(list, 'resumptionToken');
  const size = Number.parseInt(attribute(token, 'completeListSize'), 10);
  return {
    responseDate: said(first(root, 'responseDate')),
    records: all(list, 'record').map((record) => {
      const header = first(record, 'header');
      const deleted = attribute(header, 'status') === 'deleted';
      return {
        identifier: said(first(header, 'identifier')),
        datestamp: said(first(header, 'datestamp')),
        deleted,
        metadata: deleted ? null : (first(record, 'metadata') ?? null),
        isTooLarge: first(record, GIANT) !== undefined,
      };
    }),
    token: said(token),
    expected: Number.isSafeInteger(size) && size >= 0 && size < 2 ** 31 ? size : null,
  };
}

/** A date of the protocol as time; null where it is none, or none that can be: before 1990 or in the far future. */
export function timeOf(text: string, now: Date): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/u.test(text)) return null;
  const time = new Date(text);
  const isDay = text.length === 10 || time.toISOString().slice(0, 19) === text.slice(0, 19);
  const inRange = time.getTime() > Date.UTC(1990, 0) && time.getTime() < now.getTime() + 400 * 86_400_000;
  return Number.isNaN(time.getTime()) || !isDay || !inRange ? null : time;
}
