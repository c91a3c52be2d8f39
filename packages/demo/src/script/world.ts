import { networks, type DemoNetwork } from '../networks/networks.js';
import { NORTHSHORE } from '../places/territories.js';
import { reasons, troublesome, welcome } from '../threads/welcome.js';
import { toldThreads } from '../threads/told.js';
import { membershipsOf } from './membership.js';
import { randomFrom } from './random.js';
import type { DemoModeration, DemoReply, DemoThread } from './steps.js';
import { generatedThreads } from './threads.js';
import { DAY, HOUR, instant } from './time.js';

/** The thread with which a network begins. The county pins it: nobody decides on what they wrote themselves. */
function welcomeThread(network: DemoNetwork): DemoThread {
  const { title, body, answers } = welcome[network.lang];
  const first = network.coordinators[0]?.person ?? '';
  const at = new Date(instant(network.createdAt).getTime() + 2 * DAY + HOUR);
  const come = membershipsOf(network)
    .filter(({ leftAt }) => leftAt === null)
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  const replies = answers.flatMap((answer, n): DemoReply[] => {
    const member = come[n + 1];
    return member
      ? [{ at: new Date(Math.max(member.joinedAt.getTime(), at.getTime()) + (3 + n * 5) * HOUR), author: member.person, body: answer }]
      : [];
  });
  replies.sort((a, b) => a.at.getTime() - b.at.getTime());
  const county = network.county === NORTHSHORE ? 'county.northshore' : 'county.southbay';
  const pin: DemoModeration = {
    act: 'PIN',
    at: new Date(at.getTime() + 3 * HOUR),
    by: county,
    post: null,
    reason: reasons[network.lang].pin,
  };
  return {
    network: network.key,
    at,
    author: first,
    kind: 'DISCUSSION',
    lang: network.lang,
    title,
    body,
    replies,
    accepted: null,
    moderation: [pin],
    reads: [],
  };
}

/** Who coordinates at a time, by the dates of the terms. */
function leadAt(network: DemoNetwork, at: Date): string {
  const found = network.coordinators.find(
    ({ from, to }) => instant(`${from}T00:00`) <= at && (to === null || at <= instant(`${to}T23:00`)),
  );
  return found?.person ?? '';
}

/** Puts trouble into a long thread of the closed year: an advertisement that is hidden and a sharp word that is kept. */
function withTrouble(network: DemoNetwork, threads: readonly DemoThread[]): DemoThread[] {
  const random = randomFrom(`trouble in ${network.key}`);
  const end = instant('2026-05-30T12:00');
  const long = threads.filter(({ at, replies, accepted }) => at < end && replies.length >= 6 && (accepted === null || accepted.post < 5));
  const advertised = long[random.below(long.length)];
  const sharp = long[random.below(long.length)];
  const words = reasons[network.lang];
  return threads.map((thread) => {
    const kind = thread === advertised ? 'advert' : thread === sharp ? 'sharp' : null;
    const last = thread.replies.at(-1);
    if (kind === null || !last) return thread;
    const no = thread.replies.findLastIndex(({ author }) => author !== thread.author && author !== leadAt(network, last.at));
    const post = thread.replies[no];
    if (!post || no < 4) return thread;
    const replies = thread.replies.map((each, at) => (at === no ? { ...each, body: troublesome[network.lang][kind] } : each));
    const flagged = new Date(last.at.getTime() + 2 * HOUR);
    const decided = new Date(flagged.getTime() + (3 + random.below(20)) * HOUR);
    const by = leadAt(network, decided);
    if (thread.author === by) return thread;
    const flag: DemoModeration = {
      act: 'FLAG',
      at: flagged,
      by: thread.author,
      post: no + 2,
      reason: kind === 'advert' ? 'SPAM' : 'OFFENSIVE',
      note: '',
    };
    const decision: DemoModeration = {
      act: kind === 'advert' ? 'HIDE' : 'KEEP',
      at: decided,
      by,
      post: no + 2,
      reason: kind === 'advert' ? words.advert : words.kept,
    };
    return { ...thread, replies, moderation: [...thread.moderation, flag, decision] };
  });
}

/** The last thread of the closed year is locked when the year ends. */
function withLock(network: DemoNetwork, threads: readonly DemoThread[]): DemoThread[] {
  const at = instant('2026-08-27T11:00');
  const last = threads.filter((thread) => thread.at < at).at(-1);
  const by = leadAt(network, at);
  return threads.map((thread) =>
    thread === last && thread.author !== by
      ? { ...thread, moderation: [...thread.moderation, { act: 'LOCK', at, by, post: null, reason: reasons[network.lang].lock }] }
      : thread,
  );
}

/** Every thread of a network, welcome, generated and told. */
export function threadsOf(network: DemoNetwork): DemoThread[] {
  const told = toldThreads.filter((thread) => thread.network === network.key);
  const first = welcomeThread(network);
  const count = (threads: readonly DemoThread[]) => ({
    threads: threads.length,
    posts: threads.reduce((sum, { replies }) => sum + 1 + replies.length, 0),
  });
  const generated = generatedThreads(network, network.closed ? [count([first]), count(told)] : [count([]), count([first, ...told])]);
  return [first, ...withLock(network, withTrouble(network, generated)), ...told];
}

/** Every thread of the demo world, in the order of their beginnings. */
export function allThreads(): DemoThread[] {
  return networks.flatMap(threadsOf).sort((a, b) => a.at.getTime() - b.at.getTime());
}
