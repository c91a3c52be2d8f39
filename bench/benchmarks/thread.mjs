import { createHmac } from 'node:crypto';
import { idOf, memberOfNetwork } from '../lib/data.mjs';
import { byHash, byText, post } from './request.mjs';

const NETWORKS = 40;
const each = (make) => Array.from({ length: NETWORKS }, (_, index) => make(index + 2));
const reader = (network, scale) => memberOfNetwork(network, 5, scale.people);
const GRAPHILE = `query($id: UUID!) { threadByRowId(rowId: $id) { rowId no slug title lang kind createdAt locked pinned personByAuthorId { rowId handle displayName }
  postsByThreadId(first: 50, orderBy: NO_ASC) { totalCount nodes { rowId no bodyHtml lang createdAt editedAt visibility version
    hasPoll attachmentsCount thanksCount agreeCount ideaCount authorWork { school profession } personByAuthorId { rowId handle displayName } } } } }`;

/** Different threads and members in turn, so that no cache of one page helps. */
export const thread = {
  name: 'thread',
  what: 'thread page: thread, 50 posts with authors, schools and professions, what the viewer may do',
  goal: 0.8,
  sqlGoal: 1,
  stoa: ({ operations, scale }) =>
    each((network) =>
      byHash(operations, 'ThreadPageQuery', { network: `network-${network}`, no: 1, around: null }, reader(network, scale)),
    ),
  limit: ({ scale }) => each((network) => post({ variables: { network: `network-${network}`, no: 1 } }, reader(network, scale), '/thread')),
  peers: {
    mercurius: ({ operations, scale }) =>
      each((network) =>
        byText(operations, 'ThreadPageQuery', { network: `network-${network}`, no: 1, around: null }, reader(network, scale)),
      ),
    postgraphile: () => each((network) => post({ query: GRAPHILE, variables: { id: idOf('thread', network - 1) } })),
  },
};

const PAGE = 50;
const seal = (values, secret) => {
  const body = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${body}.${createHmac('sha256', secret).update(`cursor\n${body}`).digest('base64url').slice(0, 16)}`;
};

/** Page 150 of the long thread (its last where the scale is small) against page 1 of the same thread. */
export const latePage = {
  name: 'late-page',
  what: 'page 150 of a thread against its page 1',
  goal: 0.83,
  sqlGoal: 1,
  same: false,
  stoa: ({ operations, scale, secret }) => {
    const from = Math.min(149 * PAGE, scale.longThread - PAGE);
    return [
      byHash(operations, 'ThreadPageQuery', { network: 'network-1', no: 1, around: null, after: seal([from], secret) }, reader(1, scale)),
    ];
  },
  limit: ({ operations, scale }) => [
    byHash(operations, 'ThreadPageQuery', { network: 'network-1', no: 1, around: null }, reader(1, scale)),
  ],
  limitIsStoa: true,
};

/** The long thread's first page, the page about a post far into it and the page before that, against first pages of threads of 50 posts. */
export const longThread = {
  name: 'long-thread',
  what: 'a thread of 10,000 posts: its first page, the page about post 7,431 and the page before, against threads of 50',
  // Within 1.5 times of their time.
  goal: 0.67,
  sqlGoal: 1,
  same: false,
  stoa: ({ operations, scale, secret }) => {
    const far = Math.min(7_431, scale.longThread - 2 * PAGE);
    const page = (variables) => byHash(operations, 'ThreadPageQuery', { network: 'network-1', no: 1, ...variables }, reader(1, scale));
    return [page({ around: null }), page({ around: far }), page({ first: null, last: PAGE, before: seal([far - PAGE / 2 + 1], secret) })];
  },
  limit: ({ operations, scale }) =>
    each((network) =>
      byHash(operations, 'ThreadPageQuery', { network: `network-${network}`, no: 1, around: null }, reader(network, scale)),
    ),
  limitIsStoa: true,
};
