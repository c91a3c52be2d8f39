// Mercurius with jit in its best way: the limit's own statements, prepared once, the list in one and the thread in two (the thread, its posts), answering the
// same document with the same rights.
// Like any schema without kept counters it counts on read: members and last activity of a network, posts of a thread, and looks up where authors work. It sorts by the kept column, which favours it.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { SQL as NETWORKS } from '../limit/networks.mjs';
import { seal } from '../limit/seal.mjs';
import { POSTS_ALONE, THREAD_ALONE } from '../limit/thread.mjs';
import { NOW, TODAY } from '../limit/viewer.mjs';

const TIMESTAMPTZ = 1184;
const types = {
  getTypeParser: (oid, format) =>
    oid === TIMESTAMPTZ ? (text) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : pg.types.getTypeParser(oid, format),
};
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, idleTimeoutMillis: 300_000, options: '-c timezone=UTC' });
const rows = async (name, text, values) => (await pool.query({ name, text, values, types, rowMode: 'array' })).rows;

const counting = (sql, replaced) =>
  Object.entries(replaced).reduce((text, [column, counted]) => {
    if (!text.includes(column)) throw new Error(`the statement has no ${column}`);
    return text.replace(column, counted);
  }, sql);
const NETWORKS_COUNTING = counting(NETWORKS, {
  'n.members_count, n.last_activity_at,': `(SELECT count(*)::int FROM memberships o WHERE o.network_id = n.id AND o.state = 'ACTIVE'),
    coalesce((SELECT max(o.last_post_at) FROM threads o WHERE o.network_id = n.id AND o.visibility = 'VISIBLE'), n.created_at),`,
});
const OPEN_POSTS = "FROM posts o WHERE o.thread_id = r.id AND o.visibility = 'VISIBLE' AND o.withdrawn_at IS NULL";
const THREAD_COUNTING = counting(THREAD_ALONE, {
  'FROM root r LEFT JOIN posts ap': ', r.person_id FROM root r LEFT JOIN posts ap',
  'r.posts_count,': `(SELECT count(*)::int ${OPEN_POSTS}),`,
  'r.first_reply_at,': `(SELECT min(o.created_at) ${OPEN_POSTS} AND o.author_id <> r.author_id),`,
});

const schema = `
  enum NetworkKind { SUBJECT PROBLEM SCHOOL_GROUP CLASS_TEACHERS EUROPEAN }
  enum NetworkYearState { PROPOSED RECRUITING ACTIVE CONCLUDED }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type LocalName { lang: String! text: String! }
  type Territory { id: ID! name: LocalName! }
  type Person { id: ID! handle: String! displayName: String! }
  type NetworkYear { id: ID! year: String! state: NetworkYearState! }
  type Membership { id: ID! state: String! }
  type Network { id: ID! slug: String! name: String! lang: String! kind: NetworkKind! membersCount: Int! lastActivityAt: String! vacant: Boolean! coordinator: Person county: Territory! year: NetworkYear membership: Membership }
  type NetworkEdge { node: Network! }
  type NetworkConnection { edges: [NetworkEdge!]! pageInfo: PageInfo! }
  type PostViewerCan { edit: Boolean! withdraw: Boolean! report: Boolean! react: Boolean! accept: Boolean! moderate: Boolean! }
  type PostReactions { thanks: Int! agree: Int! idea: Int! mine: [String!]! }
  type PostAttachment { id: ID! name: String! mime: String! size: Int! alt: String! width: Int height: Int url: String! previewUrl: String }
  type Post { id: ID! no: Int! state: String! author: Person authorProfession: String authorSchool: String lang: String html: String createdAt: String! editedAt: String
    accepted: Boolean! hasPoll: Boolean! hiddenReason: String pendingFlags: Int! saved: Boolean! reactions: PostReactions! attachments: [PostAttachment!]! version: Int! viewerCan: PostViewerCan! }
  type PostEdge { node: Post! }
  type PostConnection { edges: [PostEdge!]! pageInfo: PageInfo! }
  type ThreadViewerCan { reply: Boolean! replyRefusal: String accept: Boolean! moderate: Boolean! readLog: Boolean! summarise: Boolean! }
  type ThreadCategoryLabel { id: ID! name: String! }
  type ThreadSummary { body: String! html: String! writtenAt: String! version: Int! writtenBy: Person! }
  type Thread { id: ID! no: Int! slug: String! title: String! lang: String! kind: String! state: String! locked: Boolean! pinned: Boolean! lockedUntil: String pinnedUntil: String slowSeconds: Int! category: ThreadCategoryLabel summary: ThreadSummary createdAt: String! postsCount: Int! lastPostNo: Int! changeNo: Int!
    firstReplyAt: String acceptedPostNo: Int acceptedAt: String lastReadNo: Int! lastReadAt: String stateReason: String decisionSeq: Int! version: Int! network: Network! viewerCan: ThreadViewerCan!
    posts(first: Int, after: String, last: Int, before: String, around: Int): PostConnection! }
  type Query {
    networks(first: Int!, after: String, county: String, kind: NetworkKind, state: NetworkYearState, query: String, mine: Boolean): NetworkConnection!
    thread(network: String!, no: Int!): Thread
  }
`;

function networkOf(n) {
  return {
    id: `Network_${n[0]}`,
    slug: n[1],
    name: n[2],
    lang: n[3],
    kind: n[4],
    membersCount: n[5],
    lastActivityAt: n[6],
    vacant: !n[7],
    coordinator: n[7] && { id: `Person_${n[7]}`, displayName: n[8] },
    county: { id: `Territory_${n[9]}`, name: { lang: n[10], text: n[11] } },
    year: n[12] && { id: `NetworkYear_${n[12]}`, year: n[13], state: n[14] },
    membership: n[15] && { id: `Membership_${n[15]}`, state: n[16] },
  };
}

function postOf(p, r, accept) {
  const open = p[5] === 'VISIBLE' && p[11];
  const edit = p[14] && p[11] && p[5] !== 'REMOVED' && !r[13] && !r[26];
  return {
    id: `Post_${p[0]}`,
    no: p[1],
    state: p[5] === 'VISIBLE' && !p[11] ? 'WITHDRAWN' : p[5],
    author: { id: `Person_${p[15]}`, handle: p[8], displayName: p[9] },
    authorProfession: p[4],
    authorSchool: p[10],
    lang: p[3],
    html: p[2],
    createdAt: p[7],
    editedAt: p[16],
    accepted: p[0] === r[15],
    hasPoll: p[47],
    attachments: p[48],
    hiddenReason: p[17],
    pendingFlags: p[6],
    saved: p[45],
    reactions: { thanks: p[41], agree: p[42], idea: p[43], mine: p[44] },
    version: p[19],
    viewerCan: {
      edit,
      withdraw: edit && p[1] > 1,
      report: open && !p[14] && r[11],
      react: open && !p[14] && r[11],
      accept: open && p[1] > 1 && accept,
      moderate: r[12] && !p[14],
    },
  };
}

function threadOf(r) {
  const visible = r[5] === 'VISIBLE';
  const accept = r[4] === 'QUESTION' && visible && !r[26] && (r[12] || r[14]);
  return {
    id: `Thread_${r[0]}`,
    no: r[1],
    slug: r[8],
    title: r[2],
    lang: r[3],
    kind: r[4],
    state: !visible ? 'HIDDEN' : r[13] ? 'LOCKED' : 'OPEN',
    locked: r[13],
    pinned: r[24],
    lockedUntil: r[29],
    pinnedUntil: r[30],
    slowSeconds: r[31],
    category: r[33] === null ? null : { id: `ThreadCategory_${r[32]}`, name: r[33] },
    summary:
      r[38] === null
        ? null
        : {
            body: r[34],
            html: r[35],
            writtenAt: r[36],
            version: r[37],
            writtenBy: { id: `Person_${r[38]}`, handle: r[39], displayName: r[40] },
          },
    createdAt: r[7],
    postsCount: r[6],
    lastPostNo: r[19],
    changeNo: r[46],
    firstReplyAt: r[16],
    acceptedPostNo: r[20],
    acceptedAt: r[15] ? r[21] : null,
    lastReadNo: r[22] ?? 0,
    lastReadAt: r[23],
    stateReason: r[27],
    decisionSeq: Number(r[28]),
    version: r[25],
    network: { id: `Network_${r[18]}`, slug: r[9], name: r[10], lang: r[17] },
    viewerCan: {
      reply: r[11] && !r[13] && visible,
      replyRefusal: !visible ? 'HIDDEN' : r[13] ? 'LOCKED' : r[11] ? null : r[26] ? 'SUSPENDED' : 'NOT_MEMBER',
      accept,
      moderate: r[12] && !r[14],
      readLog: r[12],
      summarise: r[12],
    },
    row: r,
  };
}

const resolvers = {
  Query: {
    async networks(_, { first }, { token }) {
      const found = await rows('networks', NETWORKS_COUNTING, [token, TODAY, NOW, '2026/27']);
      const shown = found.slice(0, first);
      const last = shown.at(-1);
      return {
        edges: shown.map((n) => ({ node: networkOf(n) })),
        pageInfo: {
          hasNextPage: found.length > first,
          hasPreviousPage: false,
          startCursor: null,
          endCursor: last ? seal([last[6], last[0]]) : null,
        },
      };
    },
    async thread(_, { network, no }, { token }) {
      const [found] = await rows('thread', THREAD_COUNTING, [token, TODAY, NOW, network, no]);
      return found ? threadOf(found) : null;
    },
  },
  Thread: {
    async posts({ row, viewerCan }, { first }) {
      const found = await rows('posts', POSTS_ALONE, [row[0], row.at(-1), row[12], 0, first + 1]);
      const shown = found.slice(0, first);
      return {
        edges: shown.map((p) => ({ node: postOf(p, row, viewerCan.accept) })),
        pageInfo: {
          hasNextPage: found.length > first,
          hasPreviousPage: false,
          startCursor: shown.length > 0 ? seal([shown[0][1]]) : null,
          endCursor: shown.length > 0 ? seal([shown.at(-1)[1]]) : null,
        },
      };
    },
  },
};

const app = Fastify();
await app.register(mercurius, {
  schema,
  resolvers,
  jit: 1,
  graphiql: false,
  context: (request) => ({ token: request.headers.cookie?.split('__Host-stoa=')[1] }),
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`ready ${url}/graphql`);
