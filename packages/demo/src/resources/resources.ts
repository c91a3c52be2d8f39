import type { DemoNetwork } from '../networks/network.js';
import { networks } from '../networks/networks.js';
import { personByKey } from '../people/people.js';
import type { Subject } from '../phrases/phrases.js';
import { membershipsOf } from '../script/membership.js';
import { randomFrom, type Random } from '../script/random.js';
import { manners, subjects } from '../script/subjects.js';
import { DAY, instant, waking } from '../script/time.js';
import { quizzes, type DemoQuiz } from '../study/quizzes.js';
import { forms, type DemoResourceKind } from './forms.js';

/** A resource of a network, with what happened to it. */
export interface DemoResource {
  network: string;
  /** Who proposes it, and whom it names. */
  author: string;
  kind: DemoResourceKind | 'QUIZ';
  lang: DemoNetwork['lang'];
  title: string;
  outcome: string;
  summary: string;
  body: string;
  /** Answers of a good practice in the order of its questions; null of any other kind. */
  practice: readonly string[] | null;
  /** Of the kind QUIZ. */
  quiz: DemoQuiz | null;
  minutes: number;
  licence: 'CC_BY' | 'CC_BY_SA' | 'CC_BY_NC_SA' | 'CC0';
  visibility: 'PUBLIC' | 'MEMBERS';
  subjects: readonly string[];
  levels: readonly string[];
  /** When it was begun, and when the coordinator published it; null while it waits. */
  submittedAt: Date;
  publishedAt: Date | null;
}

const KINDS: readonly DemoResourceKind[] = ['GUIDE', 'LESSON_SCENARIO', 'WORKSHEET', 'PRESENTATION', 'GOOD_PRACTICE'];
const LICENCES: readonly DemoResource['licence'][] = ['CC_BY', 'CC_BY_SA', 'CC_BY_SA', 'CC_BY_NC_SA', 'CC0'];
const LEVELS = ['PRESCHOOL', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL'] as const;

/** School subjects that the networks work on. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  ict: ['INFORMATICS', 'TECHNOLOGY'],
  experiment: ['PHYSICS', 'CHEMISTRY'],
  environment: ['NATURE', 'BIOLOGY'],
  early: ['EARLY_EDUCATION'],
  class: ['CLASS_TEACHING'],
  inclusive: ['SPECIAL_EDUCATION'],
  safenet: ['INFORMATICS'],
  violence: ['CLASS_TEACHING'],
  psychologists: ['HEALTH'],
  libraries: ['NATIVE_LANGUAGE'],
  principals: ['CLASS_TEACHING'],
  erasmus: ['FOREIGN_LANGUAGES'],
};

function saidOf({ answers }: Subject, item: string): string[] {
  const own = answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer[0] === item ? [answer[1]] : []));
  return [...own, ...answers.flatMap((answer) => (typeof answer === 'string' ? [answer] : []))];
}

function resourceOf(
  network: DemoNetwork,
  subject: Subject,
  item: string,
  kind: DemoResourceKind,
  author: string,
  random: Random,
): Omit<DemoResource, 'submittedAt' | 'publishedAt'> {
  const form = forms[network.lang][kind];
  const put = (text: string) => text.replace('{item}', item);
  const said = saidOf(subject, item);
  const told = [said[0] ?? '', ...random.shuffled(said.slice(1)).slice(0, 3)].filter((text) => text !== '');
  const practice = kind === 'GOOD_PRACTICE' ? [random.pick(manners[network.lang].settings), ...told, ...said].slice(0, 5) : null;
  return {
    network: network.key,
    author,
    kind,
    lang: network.lang,
    title: put(form.title),
    outcome: put(form.outcome),
    summary: put(form.summary),
    body: practice ? '' : `${form.body}\n\n${told.map((text) => `- ${text}`).join('\n')}`,
    practice,
    quiz: null,
    minutes: random.pick([10, 15, 20, 30, 45, 60, 90]),
    licence: random.pick(LICENCES),
    visibility: random.below(8) === 0 ? 'MEMBERS' : 'PUBLIC',
    subjects: SUBJECTS[network.key] ?? ['CLASS_TEACHING'],
    levels: network.levels.length > 0 ? network.levels : random.shuffled(LEVELS).slice(0, 1 + random.below(2)),
  };
}

/** Resources of a network: two of each item in the closed year and since; the last ones wait for their review. */
function resourcesOf(network: DemoNetwork): DemoResource[] {
  const subject = subjects[network.key];
  if (!subject) return [];
  const members = membershipsOf(network).filter(({ leftAt }) => leftAt === null);
  const random = randomFrom(`resources ${network.key}`);
  const from = Math.max(instant(network.createdAt).getTime() + 60 * DAY, instant('2025-11-03T16:00').getTime());
  const until = instant('2026-11-20T16:00').getTime();
  const made = subject.items.flatMap((item, at) =>
    [0, 1].map((turn) => ({ item, kind: KINDS[(at + turn * 2) % KINDS.length] ?? 'GUIDE' })),
  );
  const step = (until - from) / made.length;
  return made.map(({ item, kind }, at) => {
    const submittedAt = waking(new Date(from + step * at + random.below(Math.max(1, Math.floor(step / 2)))));
    const authors = members.filter(({ joinedAt }) => joinedAt < submittedAt).map(({ person }) => person);
    const waits = at >= made.length - 1;
    return {
      ...resourceOf(network, subject, item, kind, random.pick(authors), random),
      submittedAt,
      publishedAt: waits ? null : waking(new Date(submittedAt.getTime() + (1 + random.below(4)) * DAY)),
    };
  });
}

/** A quiz of a network, by one of its first members. */
function quizOf(network: DemoNetwork, quiz: DemoQuiz): DemoResource {
  const { title, outcome, summary } = quiz;
  const submittedAt = instant('2026-02-16T17:20');
  const author = membershipsOf(network).find(({ joinedAt, leftAt }) => joinedAt < submittedAt && leftAt === null)?.person ?? '';
  return {
    ...{ network: network.key, author, kind: 'QUIZ', lang: network.lang, title, outcome, summary, body: '', practice: null, quiz },
    ...{ minutes: 10, licence: 'CC_BY', visibility: 'PUBLIC', subjects: SUBJECTS[network.key] ?? ['CLASS_TEACHING'] },
    levels: network.levels.length > 0 ? network.levels : ['PRIMARY'],
    submittedAt,
    publishedAt: new Date(submittedAt.getTime() + 2 * DAY),
  };
}

/** All resources of the demo world. */
export const resources: readonly DemoResource[] = networks.flatMap((network) => [
  ...resourcesOf(network),
  ...quizzes.filter((quiz) => quiz.network === network.key).map((quiz) => quizOf(network, quiz)),
]);

/** The name that stands among the authors. */
export function authorName({ author }: DemoResource): string {
  return personByKey(author).name;
}
