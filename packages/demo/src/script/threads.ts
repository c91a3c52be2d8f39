import type { DemoNetwork } from '../networks/networks.js';
import { answer, titled } from './conversation.js';
import { activeMembers, membershipsOf, type DemoMembership } from './membership.js';
import { randomFrom, type Random } from './random.js';
import type { DemoReply, DemoThread } from './steps.js';
import { manners, subjects } from './subjects.js';
import { DAY, DEMO_NOW, HOUR, instant, waking } from './time.js';

/** A stretch of time with so many threads and posts in it. */
interface Season {
  months: readonly (readonly [from: string, weight: number])[];
  until: Date;
  threads: number;
  posts: number;
  /** Hours to a first reply. */
  pace: number;
  authors(at: Date): string[];
}

/** How much is written in each month of the closed year. */
const CLOSED: Season['months'] = [
  ['2025-09-08', 6],
  ['2025-10-01', 10],
  ['2025-11-01', 11],
  ['2025-12-01', 10],
  ['2026-01-07', 12],
  ['2026-02-01', 13],
  ['2026-03-01', 13],
  ['2026-04-01', 11],
  ['2026-05-01', 10],
  ['2026-06-01', 3],
];
const LIVING: Season['months'] = [
  ['2026-09-08', 9],
  ['2026-10-01', 12],
  ['2026-11-01', 10],
];
/** Where the coordinator went, the talk went with them. */
const FADING: Season['months'] = [
  ['2026-09-08', 13],
  ['2026-10-01', 8],
  ['2026-11-01', 2],
];
const YEAR_END = instant('2026-08-28T12:00');

function coordinatorAt(network: DemoNetwork, at: Date): string[] {
  return network.coordinators
    .filter(
      ({ from, to, left }) =>
        instant(`${from}T00:00`) <= at && (to === null || instant(`${to}T23:59`) >= at) && (!left || instant(left.at) > at),
    )
    .map(({ person }) => person);
}

function seasonsOf(network: DemoNetwork, members: readonly DemoMembership[]): Season[] {
  const present = (at: Date): string[] =>
    members.filter(({ joinedAt, leftAt }) => joinedAt <= at && (leftAt === null || leftAt > at)).map(({ person }) => person);
  const active = new Set(activeMembers(network));
  const closed = network.closed && { months: CLOSED, until: YEAR_END, ...network.closed, pace: network.pace[0], authors: present };
  const months = network.key === 'safenet' ? FADING : network.closed ? LIVING : ([['2026-11-11', 1]] as const);
  const living = {
    months,
    until: new Date(DEMO_NOW.getTime() - HOUR),
    ...network.living,
    pace: network.pace[1],
    authors: (at: Date) => present(at).filter((person) => active.has(person)),
  };
  return [...(closed ? [closed] : []), living];
}

/** Splits posts over threads, unevenly: some stay alone, some grow long. */
function sizesOf(threads: number, posts: number, random: Random): number[] {
  const weights = Array.from({ length: threads }, () => 0.25 + random.next() ** 2 * 3);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = weights.map((weight) => 1 + Math.floor((weight / sum) * (posts - threads)));
  let left = posts - sizes.reduce((total, size) => total + size, 0);
  for (let at = 0; left > 0; at = (at + 1) % threads) {
    sizes[at] = (sizes[at] ?? 1) + 1;
    left -= 1;
  }
  return sizes;
}

/** When the threads of a season begin, in order: spread over its months by their weights. */
function beginnings(season: Season, random: Random): Date[] {
  const sum = season.months.reduce((total, [, weight]) => total + weight, 0);
  const starts = Array.from({ length: season.threads }, (_, at) => {
    let share = ((at + random.next()) / season.threads) * sum;
    for (const [place, [from, weight]] of season.months.entries()) {
      const begin = instant(`${from}T07:30`).getTime();
      const next = season.months[place + 1];
      const lead = Math.max(3 * DAY, season.pace * 1.5 * HOUR);
      const end = next ? instant(`${next[0]}T07:30`).getTime() : Math.min(season.until.getTime() - lead, begin + 24 * DAY);
      if (share <= weight) return waking(new Date(begin + (share / weight) * (end - begin)));
      share -= weight;
    }
    return season.until;
  });
  return starts.sort((a, b) => a.getTime() - b.getTime());
}

/** Hours until the first reply: about the network's pace, half of them sooner. */
function firstDelay(pace: number, random: Random): number {
  return pace * (0.6 + random.next() * 0.8) * HOUR;
}

/** Whose turn it is: everybody once before anybody twice, so that all who are active have written. */
class Turns {
  private readonly written = new Map<string, number>();

  take(candidates: readonly string[], random: Random): string {
    const least = Math.min(...candidates.map((person) => this.written.get(person) ?? 0));
    const quiet = candidates.filter((person) => (this.written.get(person) ?? 0) <= least + (random.next() < 0.35 ? 3 : 0));
    const person = random.pick(quiet);
    this.written.set(person, (this.written.get(person) ?? 0) + 1);
    return person;
  }
}

function repliesOf(
  network: DemoNetwork,
  season: Season,
  thread: { at: Date; author: string; title: string; size: number },
  turns: Turns,
  random: Random,
): DemoReply[] {
  const subject = subjects[network.key];
  if (!subject) throw new Error(`${network.key} has nothing to talk about`);
  const used = new Set<string>();
  const replies: DemoReply[] = [];
  let at = waking(new Date(thread.at.getTime() + firstDelay(season.pace, random)));
  // A long thread that began late goes faster, so that it ends before the season does.
  const haste = Math.min(1, (season.until.getTime() - at.getTime()) / (thread.size * 18 * HOUR));
  for (let n = 2; n <= thread.size; n += 1) {
    at = new Date(Math.min(at.getTime(), season.until.getTime() - (thread.size - n) * 60_000));
    const asker = n > 3 && n % 5 === 0;
    const others = season.authors(at).filter((person) => person !== thread.author && person !== replies.at(-1)?.author);
    const lead = coordinatorAt(network, at).filter((person) => person !== thread.author);
    const byCoordinator = lead.length > 0 && random.next() < 0.12;
    const author = asker ? thread.author : byCoordinator || others.length === 0 ? (lead[0] ?? thread.author) : turns.take(others, random);
    replies.push({
      at,
      author,
      body: asker
        ? random.pick(manners[network.lang].thanks)
        : answer(subject, manners[network.lang], { title: thread.title, used }, random),
    });
    at = waking(new Date(at.getTime() + (0.4 + random.next() * 30 * haste) * HOUR));
  }
  return replies;
}

function acceptedOf(
  kind: DemoThread['kind'],
  author: string,
  replies: readonly DemoReply[],
  until: Date,
  random: Random,
): DemoThread['accepted'] {
  const from = replies.map((reply, at) => ({ reply, post: at + 2 })).filter(({ reply }) => reply.author !== author);
  if (kind !== 'QUESTION' || from.length < 2 || random.next() > 0.72) return null;
  const { reply, post } = random.pick(from.slice(0, 4));
  return { post, at: new Date(Math.min(reply.at.getTime() + (1 + random.next() * 20) * HOUR, until.getTime())) };
}

/** The threads of a network that nobody wrote by hand: `taken` threads and posts of each season are told elsewhere. */
export function generatedThreads(network: DemoNetwork, taken: readonly { threads: number; posts: number }[]): DemoThread[] {
  const subject = subjects[network.key];
  if (!subject) throw new Error(`${network.key} has nothing to talk about`);
  const members = membershipsOf(network);
  const random = randomFrom(`threads of ${network.key}`);
  let serial = 0;
  return seasonsOf(network, members).flatMap((season, place) => {
    const less = taken[network.closed ? place : place + 1] ?? { threads: 0, posts: 0 };
    const rest = { ...season, threads: season.threads - less.threads, posts: season.posts - less.posts };
    const turns = new Turns();
    const sizes = sizesOf(rest.threads, rest.posts, random);
    return beginnings(rest, random).map((at, n): DemoThread => {
      const words = titled(subject, manners[network.lang], serial++, random);
      const present = rest.authors(at);
      const author = present.length > 0 ? turns.take(present, random) : (coordinatorAt(network, at)[0] ?? '');
      const replies = repliesOf(network, rest, { at, author, title: words.title, size: sizes[n] ?? 1 }, turns, random);
      return {
        network: network.key,
        at,
        author,
        ...words,
        lang: network.lang,
        replies,
        accepted: acceptedOf(words.kind, author, replies, rest.until, random),
        moderation: [],
        reads: [],
      };
    });
  });
}
