import { type NoticeKind, rolesWith, type ResourceRemark } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { translator, type Translate } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { JobHandlers } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { mailStop, readerOf, wantsMail } from '../accounts/index.js';
import { BROKEN_AFTER } from './links/check-links.js';
import { fieldWords, mailWords, type ResourceMailWord } from './mail-words.js';
import { canReadVersions, canReviewResource, resourceScopes } from './resource.policy.js';
import { resourceStatement, type ResourceRow } from './resource.statement.js';
import type { VersionRow } from './version.row.js';

/** From the nearest to the farthest: the first of these whom somebody holds for the place is told. */
const LEVELS = ['NC', 'SH', 'CH', 'CC', 'RC', 'AD'] as const;

async function resourceOf(services: Services, payload: Record<string, unknown>): Promise<ResourceRow | null> {
  return services.db.row<ResourceRow>(resourceStatement('r.id = $1'), [String(payload['resourceId'])]);
}

/** Who reviews it today: everybody with the nearest of the roles that anybody holds who is not concerned. */
export async function reviewersOf(services: Services, row: ResourceRow): Promise<string[]> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const rows = await services.db.rows<{ person_id: string; role: (typeof LEVELS)[number] }>(
    `SELECT DISTINCT a.person_id, a.role FROM appointments a JOIN people p ON p.id = a.person_id AND p.status = 'ACTIVE'
     WHERE a.role = ANY($1) AND (a.role = ANY($2) OR a.scope_id = ANY($3::uuid[])) AND a.revoked_at IS NULL
       AND a.starts_on <= $4 AND (a.ends_on IS NULL OR a.ends_on >= $4) ORDER BY a.person_id`,
    [LEVELS, rolesWith('resource.review', 'all'), resourceScopes(row), today],
  );
  for (const role of LEVELS) {
    const holders = rows.filter((each) => each.role === role).map(({ person_id: id }) => id);
    const viewers = await Promise.all(holders.map((id) => services.viewerOf(id)));
    const able = holders.filter((_, at) => viewers[at] && canReviewResource(viewers[at], row));
    if (able.length > 0) return able;
  }
  return [];
}

type Say = Translate<ResourceMailWord>;

/** Writes to a person who can still sign in. Who proposes to a network may have chosen what to hear of it; elsewhere there is no such choice. */
export async function writeOfResource(
  services: Services,
  to: { personId: string; kind: NoticeKind; row: ResourceRow },
  key: string,
  what: { subject: (say: Say) => string; paragraphs: (say: Say, lang: Parameters<typeof translator>[1]) => string[]; path: string },
): Promise<void> {
  const { personId, kind, row } = to;
  const reader = await readerOf(services, personId);
  if (!reader) return;
  const about = row.network_id === null ? null : { personId, kind, networkId: row.network_id };
  if (about && !(await wantsMail(services, personId, kind, about.networkId))) return;
  const say = translator(mailWords, reader.lang, services.config.timeZone);
  const stop = about && mailStop(services, reader.lang, about);
  await services.mailer.send(
    await composeMail(reader.email, reader.lang, key, {
      subject: what.subject(say),
      paragraphs: what.paragraphs(say, reader.lang),
      action: { label: say('open'), url: webUrl(services.config, reader.lang, what.path) },
      greeting: say('greeting', { name: reader.name }),
      footer: say('footer'),
      ...(stop && { stop }),
    }),
  );
}

async function ownerName(services: Services, row: ResourceRow): Promise<string> {
  const found = await services.db.row<{ name: string }>(
    `SELECT coalesce((SELECT name FROM networks WHERE id = $1), (SELECT names ->> lang FROM structures WHERE id = $2),
       (SELECT names ->> lang FROM centres WHERE id = $3), (SELECT name FROM schools WHERE id = $4), (SELECT names ->> lang FROM territories WHERE id = $5)) AS name`,
    [row.network_id, row.structure_id, row.centre_id, row.school_id, row.territory_id],
  );
  return found?.name ?? '';
}

async function versionOf(services: Services, id: string): Promise<VersionRow | null> {
  return services.db.row<VersionRow>('SELECT * FROM resource_versions WHERE id = $1', [id]);
}

function remarkLine(say: Say, lang: Parameters<typeof translator>[1], { field, text }: ResourceRemark): string {
  const name = field in fieldWords.en ? translator(fieldWords, lang)(field as keyof typeof fieldWords.en) : '';
  return name === '' ? say('remark', { text }) : say('remark.on', { field: name, text });
}

/** What resources do after a change. What became of it meanwhile, and who may still read it, is asked anew here. */
export const resourceMailJobs: JobHandlers = {
  async ResourceSubmitted(payload, services) {
    const row = await resourceOf(services, payload);
    if (!row?.awaits_review || row.open_id === null) return;
    const version = await versionOf(services, row.open_id);
    if (!version) return;
    const owner = await ownerName(services, row);
    const values = { title: version.content.title, person: row.proposer_name ?? '', owner };
    for (const personId of await reviewersOf(services, row))
      await writeOfResource(
        services,
        { personId, kind: 'REVIEW', row },
        `resource-submitted-${version.id}-${version.version}-${personId}`,
        {
          subject: (say) => say('submitted.subject', values),
          paragraphs: (say) => [say('submitted.text', values)],
          path: `/library/${row.slug}?version=open`,
        },
      );
  },
  async ResourceReturned(payload, services) {
    const [row, version] = [await resourceOf(services, payload), await versionOf(services, String(payload['versionId']))];
    if (!row || !version?.submitted_by || version.state !== 'DRAFT') return;
    if (!canReadVersions(await services.viewerOf(version.submitted_by), row)) return;
    const values = { title: version.content.title };
    await writeOfResource(
      services,
      { personId: version.submitted_by, kind: 'DECISION', row },
      `resource-returned-${version.id}-${version.version}`,
      {
        subject: (say) => say('returned.subject', values),
        paragraphs: (say, lang) => [say('returned.text', values), ...version.remarks.map((remark) => remarkLine(say, lang, remark))],
        path: `/library/${row.slug}/edit`,
      },
    );
  },
  async ResourceLinkBroken(payload, services) {
    const row = await resourceOf(services, payload);
    if (!row?.proposed_by || row.state === 'WITHDRAWN') return;
    const links = await services.db.rows<{ url: string }>(
      'SELECT url FROM resource_links WHERE resource_id = $1 AND failures >= $2 ORDER BY url LIMIT 20',
      [row.id, BROKEN_AFTER],
    );
    if (links.length === 0) return;
    const day = dateIn(services.clock.now(), services.config.timeZone);
    await writeOfResource(services, { personId: row.proposed_by, kind: 'DECISION', row }, `resource-link-${row.id}-${day}`, {
      subject: (say) => say('link.subject', { title: row.title }),
      paragraphs: (say) => [say('link.text', { title: row.title }), ...links.map(({ url }) => url)],
      path: `/library/${row.slug}/edit`,
    });
  },
  async ResourcePublished(payload, services) {
    const [row, version] = [await resourceOf(services, payload), await versionOf(services, String(payload['versionId']))];
    if (!row || !version?.submitted_by || version.state !== 'PUBLISHED') return;
    const values = { title: version.content.title };
    await writeOfResource(services, { personId: version.submitted_by, kind: 'DECISION', row }, `resource-published-${version.id}`, {
      subject: (say) => say('published.subject', values),
      paragraphs: (say) => [say('published.text', values)],
      path: `/library/${row.slug}`,
    });
  },
};
