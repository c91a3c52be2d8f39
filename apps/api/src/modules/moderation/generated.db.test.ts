import {
  POST_DECISIONS,
  reduceStatus,
  THREAD_DECISIONS,
  UNDECIDED,
  type Decision,
  type DecisionKind,
  type ModerationStatus,
} from '@stoa/domain';
import { CROWD } from '../../testing/database.js';
import { discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../testing/discussion-people.js';
import { decisionLog } from './log.js';
import { adapterOf } from './subjects.js';
import { verifyStatuses } from './verify-status.js';

const SEQUENCES = process.env['STOA_TEST_FULL'] ? 2_000 : 50;
const STEPS = 5;
/** Sequences that run at once. */
const AT_ONCE = 8;

/** Numbers from 0 to 1 that are the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const MUTATION = 'mutation($input: DecideInput!) { decide(input: $input) { decision { id seq } userErrors { code } } }';
interface Answered {
  decide: { decision: { id: string; seq: number } | null; userErrors: { code: string }[] };
}

describe('random acts of moderation', () => {
  let d: DiscussionWorld;
  let target: string;
  beforeAll(async () => {
    d = await discussionWorld({ connections: CROWD });
    target = (await d.ask('Where threads go')).threadId;
  }, 60_000);
  afterAll(() => d.world.close());

  const act = async (who: DiscussionPersona, input: Record<string, unknown>) => {
    const { data, errors } = await d.world.as(d.people[who])<Answered | null>(MUTATION, { input: { reason: 'Because', ...input } });
    return { done: data?.decide.decision?.seq, code: errors?.[0]?.extensions?.code ?? data?.decide.userErrors[0]?.code };
  };
  const merge = async (who: DiscussionPersona, input: Record<string, unknown>) => {
    const { data } = await d.world.as(d.people[who])<{ mergeThreads: Answered['decide'] } | null>(
      'mutation($input: MergeThreadsInput!) { mergeThreads(input: $input) { decision { id seq } userErrors { code } } }',
      { input: { reason: 'Because', ...input } },
    );
    return { done: data?.mergeThreads.decision?.seq };
  };
  const subjects = async (count: number): Promise<string[]> => {
    const { threadId } = await d.ask('Random');
    const posts = await Promise.all(Array.from({ length: count - 1 }, () => d.answer(threadId, 'member')));
    return [threadId, ...posts];
  };
  const cached = async (globalId: string): Promise<ModerationStatus> => {
    const [type = '', id = ''] = globalId.split('_');
    const [row] = await adapterOf(type).cachedStatus(d.world.services.db, [id]);
    if (!row) throw new Error('no subject');
    const parts = Object.keys(UNDECIDED) as (keyof ModerationStatus)[];
    return Object.fromEntries(parts.map((part) => [part, row[part]])) as unknown as ModerationStatus;
  };

  /** One sequence on a subject: after each act, done or refused, the column must be what the replayed log says. */
  async function sequence(run: number, globalId: string): Promise<string[]> {
    const random = seeded(20_261_129 + run);
    const pick = <T>(list: readonly T[]): T => {
      const item = list[Math.floor(random() * list.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    const [type = '', id = ''] = globalId.split('_');
    const kinds: readonly DecisionKind[] = type === 'Post' ? POST_DECISIONS : THREAD_DECISIONS;
    const wrong: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      const before: Decision[] = await decisionLog(d.world.services.db, type, id);
      const kind = random() < 0.9 ? pick(kinds) : pick(['LOCK', 'SUSPEND', 'UPHOLD', 'RESUBMIT'] as const);
      const reverses = kind === 'REVERSE' && before.length > 0 ? `ModerationDecision_${pick(before).id}` : null;
      // Now and then somebody decides on what they saw before the last decision.
      const expectedSeq = random() < 0.1 ? before.length + 1 : before.length;
      const who = pick(['coordinator', 'county', 'region', 'administrator'] as const);
      // Now and then a thread goes into another one, which only the taking back of it follows.
      const merges = type === 'Thread' && random() < 0.15;
      const { done } = merges
        ? await merge(who, { threadId: globalId, into: target, expectedSeq })
        : await act(who, {
            subjectId: globalId,
            kind,
            expectedSeq,
            reverses,
            until: pick([null, '2026-12-01', '2026-12-02']),
            seconds: pick([60, 300]),
          });
      const after: Decision[] = await decisionLog(d.world.services.db, type, id);
      if (after.length - before.length !== (done ? 1 : 0)) wrong.push(`${globalId} ${kind}: ${String(after.length)} rows`);
      if (JSON.stringify(await cached(globalId)) !== JSON.stringify(reduceStatus(after))) wrong.push(`${globalId} ${kind}: another status`);
    }
    return wrong;
  }

  it(`leave the status in the database as the replayed log has it, in ${String(SEQUENCES)} sequences`, async () => {
    const wrong: string[] = [];
    for (let from = 0; from < SEQUENCES; from += AT_ONCE) {
      const ids = await subjects(AT_ONCE);
      wrong.push(...(await Promise.all(ids.map((id, index) => sequence(from + index, id)))).flat());
    }
    expect(wrong).toEqual([]);
    expect(await verifyStatuses(d.world.services)).toEqual([]);
  }, 1_800_000);

  it('let exactly one of four win who decide at once', async () => {
    const results: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const [, postId = ''] = await subjects(2);
      const kinds = ['HIDE', 'REMOVE', 'HOLD', 'KEEP'] as const;
      const people = ['coordinator', 'county', 'region', 'administrator'] as const;
      const answers = await Promise.all(people.map((who, index) => act(who, { subjectId: postId, kind: kinds[index], expectedSeq: 0 })));
      results.push(
        answers
          .map(({ done, code }) => (done ? 'won' : String(code)))
          .sort()
          .join(),
      );
    }
    expect(new Set(results)).toEqual(new Set(['CONFLICT,CONFLICT,CONFLICT,won']));
  }, 120_000);
});
