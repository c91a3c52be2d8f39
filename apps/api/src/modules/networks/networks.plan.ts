import { yearAt } from '@stoa/domain';
import type { Act, Reach } from '../../platform/authorize.js';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { cursors, pageSize } from '../../platform/graphql/cursor.js';
import {
  boolean,
  globalId,
  json,
  number,
  one,
  plain,
  text,
  time,
  type PageAsked,
  type Param,
  type PlanRoot,
  type Shape,
} from '../../platform/graphql/plan/shape.js';
import { personShape } from '../accounts/index.js';
import { networksVisibleTo } from './network.policy.js';
import { coordinatorJoin, yearJoin } from './network.statement.js';

/** The reader's language, of the request or else of the person, where the county has a name in it. */
const READER = "coalesce(q.lang, v.person_lang, 'en')";
const COUNTY_LANG = `CASE WHEN t.names ? ${READER} THEN ${READER} ELSE t.lang END`;

const networkShape: Shape = {
  type: 'Network',
  fields: {
    id: globalId('Network', 'n.id'),
    slug: plain('n.slug'),
    name: text('n.name'),
    lang: plain('n.lang'),
    kind: plain('n.kind'),
    professions: json('n.professions'),
    levels: json('n.levels'),
    joiningRule: plain('n.joining_rule'),
    purpose: text('n.purpose'),
    promotedAt: time('n.promoted_at'),
    coordinator: one(personShape({ id: 'c.id', handle: 'c.handle', displayName: 'c.display_name' }, 'coordinator'), 'c.id', 'coordinator'),
    vacant: boolean('c.id IS NULL', 'coordinator'),
    vacantSince: time('CASE WHEN c.id IS NULL THEN n.vacant_since END', 'coordinator'),
    membersCount: number('n.members_count'),
    threadsCount: number('n.threads_count'),
    lastActivityAt: time('n.last_activity_at'),
    createdAt: time('n.created_at'),
    year: one(
      {
        type: 'NetworkYear',
        fields: {
          id: globalId('NetworkYear', 'y.id', 'year'),
          year: plain('y.year', 'year'),
          state: plain('y.state', 'year'),
          version: number('y.version', 'year'),
        },
      },
      'y.id',
      'year',
    ),
    county: one({
      type: 'Territory',
      fields: {
        id: globalId('Territory', 't.id'),
        slug: plain('t.slug'),
        name: one({ type: 'LocalName', fields: { lang: plain(COUNTY_LANG), text: text(`coalesce(t.names ->> (${COUNTY_LANG}), '')`) } }),
      },
    }),
    membership: one(
      {
        type: 'Membership',
        fields: { id: globalId('Membership', 'own.id', 'own'), state: plain('own.state', 'own'), version: number('own.version', 'own') },
      },
      'own.id',
      'own',
    ),
    version: number('n.version'),
  },
};

/** The viewer's last membership in the network, closed ones included. */
const OWN_MEMBERSHIP = `LEFT JOIN LATERAL (
  SELECT o.id, o.state, o.version FROM memberships o WHERE o.network_id = n.id AND o.person_id = v.person_id ORDER BY o.requested_at DESC, o.id DESC LIMIT 1) own ON true`;

/** The unfiltered list, forwards; a list with filters is left to the resolvers. */
function networksPage(ctx: Context, { first, after, ...filters }: Readonly<Record<string, unknown>>): PageAsked | null {
  if (typeof first !== 'number' || Object.values(filters).some((value) => value != null && value !== false)) return null;
  const from = typeof after === 'string' && after !== '' ? cursors(ctx.config.secrets[0] ?? '').open(after) : [null, null];
  return { size: pageSize(first), after: from, behind: after != null };
}

function where(reach: (act: Act) => Record<keyof Reach, string>, param: Param): string {
  const at = param(({ page }) => page.after[0]);
  const id = param(({ page }) => page.after[1]);
  return `${networksVisibleTo({ ...reach('discussion.read'), personId: 'v.person_id' })}
    AND (${at}::timestamptz IS NULL OR (n.last_activity_at, n.id) < (${at}::timestamptz, ${id}::uuid))`;
}

/** The list of networks in one statement. @param reach columns of the viewer that hold the reach of an act */
export function networksPlan(reach: (act: Act) => Record<keyof Reach, string>): PlanRoot {
  return {
    field: 'networks',
    isPublic: true,
    args: {},
    record: null,
    list: {
      field: 'networks',
      type: 'Network',
      args: {
        first: 'Int',
        after: 'String',
        county: 'String',
        kind: 'String',
        year: 'String',
        state: 'String',
        query: 'String',
        mine: 'Boolean',
      },
      page: networksPage,
      from: 'networks n JOIN territories t ON t.id = n.county_id',
      joins: {
        coordinator: (param) => coordinatorJoin(param(({ ctx }) => dateIn(ctx.clock.now(), ctx.config.timeZone))),
        own: () => OWN_MEMBERSHIP,
        year: (param) => yearJoin(param(({ ctx }) => yearAt(ctx.clock.now(), ctx.config.timeZone))),
      },
      where: (param) => where(reach, param),
      order: 'n.last_activity_at DESC, n.id DESC',
      key: [time('n.last_activity_at'), plain('n.id')],
      shape: networkShape,
    },
  };
}
