import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import type { Kind } from '../table.js';
import { EDGES, gid, holds, sql } from './helpers.js';

type Ground = Parameters<Spec['make']>[0];
type Network = 'network' | 'vacant';

const YEAR = '2026/27';
const NARRATIVE = {
  HIGHLIGHTS: 'We met ten times.',
  COOPERATION: 'With two schools.',
  DIFFICULTIES: 'Time.',
  CONCLUSIONS: 'Go on.',
  NEXT_YEAR: 'More of it.',
};
const at = (ground: Ground, on: Network) =>
  on === 'network' ? { id: ground.home.networkId, slug: ground.home.networkSlug } : ground.vacant;

async function clear(ground: Ground, networkId: string): Promise<void> {
  await sql(ground, 'DELETE FROM report_revisions WHERE report_id IN (SELECT id FROM annual_reports WHERE owner_id = $1)', [networkId]);
  await sql(ground, 'DELETE FROM annual_reports WHERE owner_id = $1', [networkId]);
}

/** The one report of a network, in a state; sent by somebody where it was sent. */
async function aReport(ground: Ground, on: Network, state: string, senderId: string): Promise<string> {
  const { id: networkId } = at(ground, on);
  await clear(ground, networkId);
  const sent = !['DRAFT', 'PRESENTED'].includes(state);
  return ground.make.insert('annual_reports', {
    id: newId(),
    county_id: ground.home.countyId,
    owner_type: 'NETWORK',
    owner_id: networkId,
    year: YEAR,
    lang: 'en',
    state,
    figures: '[]',
    figures_as_of: '2026-11-20T08:00:00Z',
    narrative: JSON.stringify(NARRATIVE),
    created_by: senderId,
    created_at: '2026-11-20T08:00:00Z',
    presented_at: state === 'DRAFT' ? null : '2026-11-20T08:00:00Z',
    submitted_at: sent ? '2026-11-21T08:00:00Z' : null,
    submitted_by: sent ? senderId : null,
  });
}

/** An act on the report of the network in a state, both where the post is held and where it is vacant. */
function acts(act: string, state: string, more: Record<string, unknown> = {}, own = false): Spec[] {
  // Until it is approved, the last coordinator keeps it.
  const read =
    { DRAFT: 'report.readDraft', RETURNED: 'report.readDraft', APPROVED: 'report.readApproved' }[state] ?? 'report.readPresented';
  return (['network', 'vacant'] as const).map((on) => ({
    act,
    on,
    read,
    ...(own && { own: 'both' as const }),
    make: async (ground, owner) => ({
      input: { id: gid('AnnualReport', await aReport(ground, on, state, owner.personId)), expectedVersion: 1, ...more },
    }),
  }));
}

const page = (act: string, state: string): Spec[] =>
  (['network', 'vacant'] as const).map((on) => ({
    act,
    policy: 'public.read',
    on,
    isPublic: state === 'PUBLISHED',
    make: async (ground, owner) => (await aReport(ground, on, state, owner.personId), { network: at(ground, on).slug, year: YEAR }),
  }));

async function anExport(ground: Ground, personId: string, state: string): Promise<string> {
  return ground.make.insert('exports', {
    id: newId(),
    kind: 'REPORTS',
    params: '{"format":"CSV"}',
    state,
    requested_by: personId,
    requested_at: '2026-11-20T08:00:00Z',
  });
}

const onNetworks = (spec: (on: Network) => Omit<Spec, 'on'>): Spec[] =>
  (['network', 'vacant'] as const).map((on) => ({ ...spec(on), on: on as Kind }));

/** Annual reports, exports, overviews, home. */
export const reports: Specs = {
  annualReport: [
    ...page('report.readDraft', 'DRAFT'),
    ...page('report.readPresented', 'PRESENTED'),
    ...page('report.readPresented', 'SUBMITTED'),
    ...page('report.readDraft', 'RETURNED'),
    ...page('report.readApproved', 'APPROVED'),
    ...page('public.read', 'PUBLISHED'),
  ],
  networkReports: [
    ...onNetworks((on) => ({
      act: 'report.readPresented',
      policy: 'public.read',
      make: async (ground) => (await clear(ground, at(ground, on).id), { network: at(ground, on).slug }),
    })),
    ...onNetworks((on) => ({
      act: 'public.read',
      isPublic: true,
      make: async (ground, owner) => (await aReport(ground, on, 'PUBLISHED', owner.personId), { network: at(ground, on).slug }),
    })),
  ],
  annualReports: onNetworks((on) => ({
    act: 'report.export',
    fields: EDGES,
    make: async (ground, owner) => ({ first: 100, seek: gid('AnnualReport', await aReport(ground, on, 'SUBMITTED', owner.personId)) }),
    sees: (list: Parameters<typeof holds>[0], { seek }) => holds(list, seek),
  })),
  openReport: onNetworks((on) => ({
    act: 'report.write',
    read: 'report.readPresented',
    make: async (ground) => (
      await clear(ground, at(ground, on).id),
      { input: { networkId: gid('Network', at(ground, on).id), year: YEAR } }
    ),
  })),
  acceptFigures: acts('report.write', 'DRAFT'),
  writeNarrative: [
    ...acts('report.write', 'DRAFT', { key: 'HIGHLIGHTS', text: 'Better' }),
    ...acts('report.write', 'PRESENTED', { key: 'HIGHLIGHTS', text: 'Better' }),
  ],
  presentReport: acts('report.write', 'DRAFT'),
  // The figures of the planted report are not those of the records, which is asked after the right.
  submitReport: acts('report.write', 'PRESENTED').map((spec) => ({ ...spec, passes: ['FIGURES_CHANGED'] })),
  reviseReport: acts('report.write', 'RETURNED'),
  approveReport: acts('report.decide', 'SUBMITTED', {}, true),
  publishReport: acts('report.decide', 'APPROVED', {}, true),
  returnReport: acts('report.decide', 'SUBMITTED', { remarks: 'Please say more of the schools' }, true),
  startExport: [
    ...onNetworks((on) => ({
      act: 'report.export',
      read: 'report.readPresented',
      make: async (ground, owner) => ({
        input: { format: 'CSV', reportId: gid('AnnualReport', await aReport(ground, on, 'SUBMITTED', owner.personId)) },
      }),
    })),
    {
      act: 'report.export',
      on: 'county',
      isPublic: true,
      read: 'public.read',
      make: (ground) => ({ input: { format: 'CSV', countyId: gid('Territory', ground.home.countyId), year: YEAR } }),
    },
  ],
  export: {
    act: 'export.own',
    policy: 'report.export',
    on: 'none',
    own: 'both',
    make: async (ground, owner) => ({ id: gid('Export', await anExport(ground, owner.personId, 'QUEUED')) }),
  },
  cancelExport: {
    act: 'export.own',
    policy: 'report.export',
    on: 'none',
    own: 'both',
    make: async (ground, owner) => ({ input: { id: gid('Export', await anExport(ground, owner.personId, 'QUEUED')) } }),
  },
  countyOverview: { act: 'county.overview', on: 'county', make: (ground) => ({ county: ground.home.countySlug }), fields: 'id' },
  regionOverview: {
    act: 'county.overview',
    on: 'region',
    fields: 'id',
    make: async ({ world, home }) => ({
      region: (await world.services.db.row<{ slug: string }>('SELECT slug FROM territories WHERE id = $1', [home.regionId]))?.slug,
    }),
  },
  setHealthThresholds: {
    act: 'county.overview',
    on: 'county',
    make: async (ground) => {
      await sql(ground, 'DELETE FROM health_thresholds WHERE county_id = $1', [ground.home.countyId]);
      return {
        input: {
          countyId: gid('Territory', ground.home.countyId),
          expectedVersion: 0,
          activeWithinDays: 30,
          participationOnTrack: 50,
          participationWatch: 25,
          firstReplyOnTrack: 24,
          firstReplyWatch: 72,
          reportLateDays: 14,
          newNetworkDays: 60,
        },
      };
    },
  },
};
