import { threadsOf, type DemoModeration, type DemoNetwork, type DemoThread } from '@stoa/demo';
import type { DecisionKind, FlagReason } from '@stoa/domain';
import { acceptAnswer } from '../modules/discussions/commands/accept-answer.js';
import { markThreadRead } from '../modules/discussions/commands/mark-thread-read.js';
import { reply } from '../modules/discussions/commands/reply.js';
import { reportPost } from '../modules/discussions/commands/report-post.js';
import { startThread } from '../modules/discussions/commands/start-thread.js';
import { voteInPoll } from '../modules/discussions/polls/vote-in-poll.js';
import { decide } from '../modules/moderation/commands/decide.js';
import { done, idOf, type Stage, type Step } from './stage.js';

/** What is known of a thread once it is begun: global ids of itself and of its posts by their numbers. */
interface Begun {
  id: string;
  posts: Map<number, string>;
}

function threadSteps(thread: DemoThread): Step[] {
  const begun: Begun = { id: '', posts: new Map() };
  const { network, author, kind, title, body, lang, poll, accepted } = thread;
  const begin: Step = {
    at: thread.at,
    async play(stage) {
      const made = await done(
        `thread ${title}`,
        startThread(await stage.as(author), {
          network: idOf(stage.networks, network).slug,
          kind,
          title,
          body,
          lang,
          poll: poll ? { question: poll.question, options: [...poll.options], multiple: false, results: 'ALWAYS' } : null,
        }),
      );
      begun.id = made.thread?.id ?? '';
    },
  };
  const replies = thread.replies.map((each): Step => ({
    at: each.at,
    async play(stage) {
      const { post } = await done(
        `reply of ${each.author} in ${title}`,
        reply(await stage.as(each.author), { threadId: begun.id, body: each.body, lang }),
      );
      if (post) begun.posts.set(post.no, post.id);
    },
  }));
  const acceptance = accepted && {
    at: accepted.at,
    async play(stage: Stage) {
      const expectedVersion = await versionOf(stage, begun);
      await done(
        `answer in ${title}`,
        acceptAnswer(await stage.as(author), { threadId: begun.id, expectedVersion, postId: idOf(postsOf(begun), String(accepted.post)) }),
      );
    },
  };
  const reads = thread.reads.map(({ by, upTo, at }): Step => ({
    at,
    async play(stage) {
      await done(`${by} reads`, markThreadRead(await stage.as(by), { threadId: begun.id, upTo }));
    },
  }));
  const votes = (poll?.votes ?? []).map(({ by, at, option }): Step => ({
    at,
    async play(stage) {
      const postId = await openingOf(stage, begun);
      await done(`${by} votes in ${title}`, voteInPoll(await stage.as(by), { postId, options: [option], expectedVersion: 1 }));
    },
  }));
  return [
    begin,
    ...replies,
    ...(acceptance ? [acceptance] : []),
    ...thread.moderation.map((each) => moderationStep(begun, each)),
    ...votes,
    ...reads,
  ];
}

const postsOf = ({ posts }: Begun): Map<string, string> => new Map([...posts].map(([no, id]) => [String(no), id]));

async function openingOf(stage: Stage, { id }: Begun): Promise<string> {
  const row = await stage.services.db.row<{ id: string }>('SELECT id FROM posts WHERE thread_id = $1 AND no = 1', [
    id.slice('Thread_'.length),
  ]);
  return `Post_${row?.id ?? ''}`;
}

async function versionOf(stage: Stage, { id }: Begun): Promise<number> {
  const row = await stage.services.db.row<{ version: number }>('SELECT version FROM threads WHERE id = $1', [id.slice('Thread_'.length)]);
  return row?.version ?? 0;
}

function moderationStep(begun: Begun, moderation: DemoModeration): Step {
  return {
    at: moderation.at,
    async play(stage) {
      const ctx = await stage.as(moderation.by);
      const subjectId = moderation.post === null ? begun.id : idOf(postsOf(begun), String(moderation.post));
      if (moderation.act === 'FLAG') {
        await done(
          `${moderation.by} reports`,
          reportPost(ctx, { postId: subjectId, reason: moderation.reason as FlagReason, note: moderation.note }),
        );
        return;
      }
      const expectedSeq = await decisionsOn(stage, subjectId);
      await done(
        `${moderation.by} decides ${moderation.act}`,
        decide(ctx, { subjectId, kind: moderation.act as DecisionKind, reason: moderation.reason, reasonPublic: true, expectedSeq }),
      );
    },
  };
}

async function decisionsOn(stage: Stage, subjectId: string): Promise<number> {
  const [type, id] = subjectId.split('_');
  const row = await stage.services.db.row<{ n: number }>(
    'SELECT count(*)::int AS n FROM moderation_decisions WHERE subject_type = $1 AND subject_id = $2',
    [type, id],
  );
  return row?.n ?? 0;
}

/** All that is written, accepted, reported and decided in a network. */
export function discussionSteps(network: DemoNetwork): Step[] {
  return threadsOf(network).flatMap(threadSteps);
}
