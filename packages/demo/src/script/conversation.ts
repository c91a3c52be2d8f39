import type { Manners, Subject } from '../phrases/phrases.js';
import type { Random } from './random.js';

/** What is written in one thread. */
export interface Words {
  title: string;
  kind: 'QUESTION' | 'DISCUSSION';
  body: string;
}

/** The `n`th title of a subject: each item meets each question before one comes twice. */
export function titled(subject: Subject, manners: Manners, n: number, random: Random): Words {
  const item = subject.items[n % subject.items.length] ?? '';
  const round = Math.floor(n / subject.items.length) + n;
  const question = subject.questions[round % subject.questions.length] ?? '';
  const kind = /[?;]$/u.test(question) ? 'QUESTION' : 'DISCUSSION';
  return { title: `${item}: ${question}`, kind, body: `${random.pick(manners.settings)} ${random.pick(subject.asks)}` };
}

/** A reply of somebody who knows something; `used` keeps one thread from hearing the same thing twice while there is something else. */
export function answer(subject: Subject, manners: Manners, used: Set<string>, random: Random): string {
  const fresh = subject.answers.filter((each) => !used.has(each));
  const core = random.pick(fresh.length > 0 ? fresh : subject.answers);
  used.add(core);
  const opener = random.next() < 0.45 ? `${random.pick(manners.openers)} ` : '';
  const closer = random.next() < 0.4 ? ` ${random.pick(manners.closers)}` : '';
  return `${opener}${core}${closer}`;
}
