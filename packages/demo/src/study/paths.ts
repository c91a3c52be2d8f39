import type { DemoNetwork } from '../networks/network.js';
import { networks } from '../networks/networks.js';
import { resources, type DemoResource } from '../resources/resources.js';
import { membershipsOf } from '../script/membership.js';
import { randomFrom, type Random } from '../script/random.js';
import { subjects } from '../script/subjects.js';
import { DAY, DEMO_NOW, instant, waking } from '../script/time.js';
import { pathWords } from './words.js';

/** A step of a path: something of the library, or a task. */
export type DemoPathStep =
  | { kind: 'RESOURCE' | 'QUIZ'; resource: DemoResource; required: boolean; text: string }
  | { kind: 'TASK'; title: string; text: string; required: true };

/** Who follows a path, and when each step was done, in the order of steps. */
export interface DemoFollower {
  person: string;
  at: Date;
  doneAt: readonly Date[];
}

/** A learning path of a network, with what happened to it. */
export interface DemoPath {
  network: string;
  author: string;
  lang: DemoNetwork['lang'];
  title: string;
  outcome: string;
  summary: string;
  minutes: number;
  certificate: boolean;
  steps: readonly DemoPathStep[];
  submittedAt: Date;
  /** Null while it waits. */
  publishedAt: Date | null;
  followers: readonly DemoFollower[];
}

/** When paths were written: the first of a network, the second of some, and one that waits for its review. */
const TURNS = [
  { at: '2026-04-20T16:30', published: true, of: (network: DemoNetwork) => network.closed !== null },
  { at: '2026-10-05T17:10', published: true, of: ({ key }: DemoNetwork) => ['ict', 'experiment', 'class', 'early'].includes(key) },
  { at: '2026-11-19T18:05', published: false, of: ({ key }: DemoNetwork) => key === 'ict' },
] as const;

/** These follow paths wherever they are members: the accounts that the sign-in page offers. */
const SURE = ['teacher014', 'teacher020', 'teacher031', 'teacher077', 'teacher052'];

function stepsOf(network: DemoNetwork, item: string, before: Date, random: Random): DemoPathStep[] {
  const there = resources.filter(
    (each) =>
      each.network === network.key && each.visibility === 'PUBLIC' && each.publishedAt !== null && each.publishedAt < before && !each.quiz,
  );
  const own = there.filter(({ title }) => title.includes(item));
  const others = random.shuffled(there.filter((each) => !own.includes(each)));
  const quiz = resources.find((each) => each.network === network.key && each.quiz);
  const words = pathWords[network.lang];
  return [
    ...[...own, ...others].slice(0, 4).map((resource, at) => ({ kind: 'RESOURCE' as const, resource, required: at < 3, text: '' })),
    { kind: 'TASK', ...words.task, required: true },
    ...(quiz ? [{ kind: 'QUIZ' as const, resource: quiz, required: true, text: words.quiz }] : []),
  ];
}

function followersOf(network: DemoNetwork, from: Date, steps: number, random: Random): DemoFollower[] {
  const members = membershipsOf(network)
    .filter(({ leftAt }) => leftAt === null)
    .map(({ person }) => person);
  const chosen = [...SURE.filter((person) => members.includes(person)), ...random.shuffled(members)];
  return [...new Set(chosen)].slice(0, 3 + random.below(5)).map((person) => {
    const at = waking(new Date(from.getTime() + (1 + random.below(20)) * DAY));
    const far = SURE.includes(person) && from > instant('2026-09-01T00:00') ? 2 : random.below(3) === 0 ? random.below(steps) : steps;
    const doneAt = Array.from({ length: far }, (_, step) => waking(new Date(at.getTime() + (step * 3 + 1) * DAY)));
    return { person, at, doneAt: doneAt.filter((time) => time < DEMO_NOW) };
  });
}

function pathOf(network: DemoNetwork, turn: number): DemoPath {
  const { at, published } = TURNS[turn] ?? TURNS[0];
  const submittedAt = instant(at);
  const random = randomFrom(`path ${turn} of ${network.key}`);
  const item = subjects[network.key]?.items[turn] ?? '';
  const steps = stepsOf(network, item, submittedAt, random);
  const words = pathWords[network.lang];
  const put = (text: string): string => text.replace('{item}', item);
  const author = membershipsOf(network).find(({ joinedAt, leftAt }) => joinedAt < submittedAt && leftAt === null)?.person ?? '';
  const publishedAt = published ? new Date(submittedAt.getTime() + 2 * DAY) : null;
  return {
    ...{ network: network.key, author, lang: network.lang, outcome: words.outcome, submittedAt, publishedAt, steps },
    title: put(words.titles[turn % words.titles.length] ?? ''),
    summary: put(words.summary),
    minutes: steps.reduce((sum, step) => sum + (step.kind === 'TASK' ? 45 : step.resource.minutes), 0),
    certificate: true,
    followers: publishedAt ? followersOf(network, publishedAt, steps.length, random) : [],
  };
}

/** All learning paths of the demo world. */
export const paths: readonly DemoPath[] = networks.flatMap((network) =>
  TURNS.flatMap(({ of }, turn) => (of(network) ? [pathOf(network, turn)] : [])),
);
