import type { Sql } from '../../../platform/database/database.js';
import { isUuid } from '../../../platform/ids.js';
import { el, elWith, type XmlNode } from '../xml.js';
import { oaiDc } from './oai-dc.js';
import { OaiError } from './oai-error.js';
import { LOM, oaiLom } from './oai-lom.js';
import type { OaiRequest, OaiVerb } from './oai-request.js';
import { countSelected, countSets, oneRecord, selected, setIdOf, setsAfter, specsOf, type RecordRow } from './oai-records.js';
import type { ShownRow } from '../public/shown.js';
import { openToken, sealToken, type OaiPosition } from './oai-token.js';

/** This installation as a repository. */
export interface Repository {
  sql: Sql;
  secret: string;
  now: Date;
  /** `https://stoa.example`. */
  origin: string;
  adminEmail: string;
}

/** Items of one answer: whole records take more room than headers. */
const PAGES = { ListRecords: 100, ListIdentifiers: 500, ListSets: 500 } as const;

interface Format {
  schema: string;
  namespace: string;
  write(row: ShownRow, page: string, identifier: string): XmlNode;
}

/** Formats of metadata by prefix. */
const FORMATS: Readonly<Record<string, Format>> = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    write: oaiDc,
  },
  oai_lom: { schema: 'http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd', namespace: LOM, write: oaiLom },
};

function formatOf(prefix: string | undefined): Format {
  const format = Object.hasOwn(FORMATS, prefix ?? '') ? FORMATS[prefix ?? ''] : undefined;
  if (!format) throw new OaiError('cannotDisseminateFormat', 'The repository has no such format');
  return format;
}

const hostOf = (origin: string) => new URL(origin).hostname;

/** An item's identifier for harvesters, as the guidelines "OAI Identifier Format" have it. */
export function oaiIdentifier(origin: string, id: string): string {
  return `oai:${hostOf(origin)}:${id}`;
}

function idOf(repository: Repository, identifier: string): string {
  const start = `oai:${hostOf(repository.origin)}:`;
  const id = identifier.startsWith(start) ? identifier.slice(start.length) : '';
  if (!isUuid(id)) throw new OaiError('idDoesNotExist', 'The repository has no such item');
  return id;
}

/** Seconds in UTC, as all dates of the protocol are (section 3.3). */
export function oaiTime(time: Date | string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

type Verb = (repository: Repository, request: OaiRequest) => Promise<XmlNode[]>;

/** What each verb answers, inside its own element (section 4). @throws OaiError */
export const oaiVerbs: Readonly<Record<OaiVerb, Verb>> = {
  async Identify({ sql, origin, adminEmail, now }) {
    const first = await sql.row<{ at: string | null }>('SELECT min(datestamp) AS at FROM oai_records');
    const host = hostOf(origin);
    return [
      el('repositoryName', `Stoa, ${host}`),
      el('baseURL', `${origin}/oai`),
      el('protocolVersion', '2.0'),
      el('adminEmail', adminEmail),
      el('earliestDatestamp', oaiTime(first?.at ?? now)),
      el('deletedRecord', 'persistent'),
      el('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
      // The guidelines want the name of a domain; an installation without one says nothing of its identifiers.
      /^[a-z][a-z\d-]*(\.[a-z][a-z\d-]*)+$/i.test(host) ? identifierDescription(host) : null,
    ];
  },

  async ListMetadataFormats(repository, { arguments: { identifier } }) {
    if (identifier !== undefined && !(await oneRecord(repository.sql, idOf(repository, identifier))))
      throw new OaiError('idDoesNotExist', 'The repository has no such item');
    return Object.entries(FORMATS).map(([prefix, { schema, namespace }]) =>
      el('metadataFormat', el('metadataPrefix', prefix), el('schema', schema), el('metadataNamespace', namespace)),
    );
  },

  async ListSets({ sql, secret }, { arguments: { resumptionToken } }) {
    const at = resumptionToken === undefined ? null : openToken(secret, resumptionToken, 'ListSets');
    const size = at?.size ?? (await countSets(sql));
    const rows = await setsAfter(sql, at?.after[0] ?? '', PAGES.ListSets + 1);
    const shown = rows.slice(0, PAGES.ListSets);
    const last = shown.at(-1);
    const begun: OaiPosition = at ?? { verb: 'ListSets', prefix: '', set: '', from: null, until: null, after: ['', ''], cursor: 0, size };
    const next = rows.length > shown.length && last ? { ...begun, after: [last.spec, ''] as [string, string] } : null;
    return [
      ...shown.map(({ spec, name }) => el('set', el('setSpec', spec), el('setName', name))),
      tokenOf(secret, begun, next, shown.length),
    ];
  },

  ListIdentifiers: (repository, request) =>
    list(repository, request, 'ListIdentifiers', (row, specs) => header(repository.origin, row, specs)),

  ListRecords: (repository, request) =>
    list(repository, request, 'ListRecords', (row, specs, format) => record(repository.origin, row, specs, format)),

  async GetRecord(repository, { arguments: { identifier = '', metadataPrefix } }) {
    const row = await oneRecord(repository.sql, idOf(repository, identifier));
    if (!row) throw new OaiError('idDoesNotExist', 'The repository has no such item');
    return [record(repository.origin, row, await specsOf(repository.sql, [row]), formatOf(metadataPrefix))];
  },
};

function identifierDescription(host: string): XmlNode {
  return el(
    'description',
    elWith(
      'oai-identifier',
      {
        xmlns: 'http://www.openarchives.org/OAI/2.0/oai-identifier',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd',
      },
      el('scheme', 'oai'),
      el('repositoryIdentifier', host),
      el('delimiter', ':'),
      el('sampleIdentifier', `oai:${host}:0193a5c2-7b1e-7c3d-8e4f-a1b2c3d4e5f6`),
    ),
  );
}

/** A list from its beginning or from where its token says, with the token for what is left (section 3.5). */
async function list(
  { sql, secret }: Repository,
  { arguments: given, from, until }: OaiRequest,
  verb: 'ListRecords' | 'ListIdentifiers',
  write: (row: RecordRow, specs: Map<string, string>, format: Format) => XmlNode,
): Promise<XmlNode[]> {
  const at = given.resumptionToken === undefined ? null : openToken(secret, given.resumptionToken, verb);
  const begun: Omit<OaiPosition, 'size' | 'after'> & { after: OaiPosition['after'] | null } = at ?? {
    verb,
    prefix: given.metadataPrefix ?? '',
    set: given.set ?? '',
    from,
    until,
    after: null,
    cursor: 0,
  };
  const format = formatOf(begun.prefix);
  const setId = begun.set === '' ? null : await setIdOf(sql, begun.set);
  const none = new OaiError('noRecordsMatch', 'Nothing matches');
  if (begun.set !== '' && setId === null) throw none;
  const selection = { setId, from: begun.from, until: begun.until };
  const size = at?.size ?? (await countSelected(sql, selection));
  const rows = await selected(sql, verb === 'ListRecords' ? 'records' : 'headers', selection, begun.after, PAGES[verb] + 1);
  const shown = rows.slice(0, PAGES[verb]);
  const last = shown.at(-1);
  if (!last && !at) throw none;
  const specs = await specsOf(sql, shown);
  const next = rows.length > shown.length && last ? ([last.datestamp, last.resource_id] as [string, string]) : null;
  const position = { ...begun, size, after: begun.after ?? (['', ''] as [string, string]) };
  return [...shown.map((row) => write(row, specs, format)), tokenOf(secret, position, next && { ...position, after: next }, shown.length)];
}

/** The token of an answer: none where it is the whole list, an empty one at the end of a list that was cut (section 3.5). */
function tokenOf(secret: string, begun: OaiPosition, next: OaiPosition | null, sent: number): XmlNode {
  if (!next && begun.cursor === 0) return null;
  const attributes = { completeListSize: String(Math.max(begun.size, begun.cursor + sent)), cursor: String(begun.cursor) };
  return elWith('resumptionToken', attributes, next && sealToken(secret, { ...next, cursor: begun.cursor + sent }));
}

function header(origin: string, row: RecordRow, specs: Map<string, string>): XmlNode {
  return elWith(
    'header',
    { status: row.deleted ? 'deleted' : null },
    el('identifier', oaiIdentifier(origin, row.resource_id)),
    el('datestamp', oaiTime(row.datestamp)),
    ...row.sets.flatMap((id) => specs.get(id) ?? []).map((spec) => el('setSpec', spec)),
  );
}

function record(origin: string, row: RecordRow, specs: Map<string, string>, format: Format): XmlNode {
  const head = header(origin, row, specs);
  if (!isShown(row)) return el('record', head);
  const page = `${origin}/en/library/${row.slug}`;
  return el('record', head, el('metadata', format.write(row, page, oaiIdentifier(origin, row.resource_id))));
}

/** A record that is not deleted comes with its resource. */
function isShown(row: RecordRow): row is RecordRow & ShownRow {
  return !row.deleted && row.slug !== null && row.slug !== undefined;
}
