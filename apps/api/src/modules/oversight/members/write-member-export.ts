import { allows, LANGUAGES, type Language } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import type { Document } from '../../../platform/documents/document.js';
import { formats } from '../../../platform/documents/formats.js';
import { fileRecord, type FileRecord } from '../../../platform/files/records.js';
import { translator } from '../../../platform/i18n/translate.js';
import type { JobHandlers } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { allMembers } from '../../networks/index.js';
import { exportProgress, writeExport, type ExportRow, type WrittenExport } from '../../reports/index.js';
import type { MemberFormat } from './member-export.types.js';
import { memberWords } from './words.js';

/** `exports.kind` of a list of members. */
export const MEMBERS = 'MEMBERS';

interface Params {
  networkId: string;
  format: MemberFormat;
}

interface NetworkOf {
  id: string;
  name: string;
  path: string[];
}

function networkOf(sql: Sql, id: string): Promise<NetworkOf | null> {
  return sql.row<NetworkOf>('SELECT n.id, n.name, c.path FROM networks n JOIN territories c ON c.id = n.county_id WHERE n.id = $1', [id]);
}

const targetOf = ({ id, path }: NetworkOf) => ({ scopes: [id, ...path], networkId: id });

/** The file of a list of members, for the person who asked for it and still may; null for anybody else's. */
export async function memberExportFile(ctx: Context, exportId: string): Promise<FileRecord | null> {
  if (ctx.viewer.personId === null) return null;
  const row = await ctx.db.row<{ file_id: string; params: Params }>(
    `SELECT file_id, params FROM exports WHERE id = $1 AND kind = $2 AND state = 'DONE' AND requested_by = $3`,
    [exportId, MEMBERS, ctx.viewer.personId],
  );
  const network = row && (await networkOf(ctx.db, row.params.networkId));
  return network && allows(ctx.viewer, 'network.exportMembers', targetOf(network)) ? fileRecord(ctx.db, row.file_id) : null;
}

/** Writes what was asked for; the right is asked again when the job runs and at the download. */
export const memberExportJobs: JobHandlers = {
  MemberExportRequested: ({ exportId }, services, signal) => writeExport(String(exportId), services, (row) => write(row, services), signal),
};

async function write(row: ExportRow, services: Services): Promise<WrittenExport> {
  const { db, clock, config } = services;
  const { networkId, format } = row.params as unknown as Params;
  const network = await networkOf(db, networkId);
  const viewer = await services.viewerOf(row.requested_by);
  if (!network || !allows(viewer, 'network.exportMembers', targetOf(network)))
    throw Object.assign(new Error('the members may not be exported'), { code: 'NOT_FOUND' });
  await exportProgress(services, row.id, 0, 1);
  const today = dateIn(clock.now(), config.timeZone);
  const person = await db.row<{ lang: string }>('SELECT lang FROM people WHERE id = $1', [row.requested_by]);
  const lang: Language = LANGUAGES.find((each) => each === person?.lang) ?? 'en';
  const content = await formats[format].write(await memberDocument(services, network, { lang, today }));
  const stored = await services.files.put(
    (async function* () {
      yield content;
    })(),
  );
  const name = `${translator(memberWords, lang)('file')} ${network.name} ${today}.${formats[format].extension}`;
  return { stored, name, mime: formats[format].mime, done: 1 };
}

/** What the list of members shows, and the address of those who show it to everybody who may read their profile. */
async function memberDocument(
  { db, config }: Services,
  network: NetworkOf,
  { lang, today }: { lang: Language; today: string },
): Promise<Document> {
  const say = translator(memberWords, lang);
  const members = await allMembers(db, network.id, today);
  const shown = await db.rows<{ id: string; email: string }>(
    `SELECT id, email FROM people WHERE id = ANY($1) AND email IS NOT NULL AND preferences #>> '{profile,showsEmail}' = 'true'`,
    [members.map((member) => member.person_id)],
  );
  const emails = new Map(shown.map(({ id, email }) => [id, email]));
  const text = (label: string) => ({ label, kind: 'text' as const });
  const title = say('title', { network: network.name });
  return {
    title,
    lang,
    date: today,
    blocks: [
      {
        kind: 'table',
        caption: title,
        headerColumn: true,
        columns: [
          text(say('name')),
          text(say('role')),
          text(say('profession')),
          text(say('school')),
          { label: say('joinedAt'), kind: 'date' },
          text(say('email')),
        ],
        rows: members.map((member) => [
          member.display_name,
          member.coordinates ? say('coordinates') : null,
          member.profession && say(member.profession),
          member.school_name,
          member.joined_at && dateIn(new Date(member.joined_at), config.timeZone),
          emails.get(member.person_id) ?? null,
        ]),
      },
    ],
  };
}
