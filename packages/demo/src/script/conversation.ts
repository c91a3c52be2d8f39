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
  const { items, questions } = subject;
  const item = items[n % items.length] ?? '';
  // After as many as both lengths divide, the same pairs would come again: then the questions move on by one.
  const question =
    questions[(n + Math.floor((n * divisor(items.length, questions.length)) / (items.length * questions.length))) % questions.length] ?? '';
  const kind = /[?;]$/u.test(question) ? 'QUESTION' : 'DISCUSSION';
  return { title: `${item}: ${question}`, kind, body: `${random.pick(manners.settings)} ${random.pick(subject.asks)}` };
}

/** Greatest common divisor. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** A sentence after a colon begins small, but for the English I. */
function afterColon(sentence: string): string {
  return sentence.startsWith('I ') ? sentence : sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

/** The answers that fit a title: those about its item, and those that fit anything. */
function fitting(subject: Subject, title: string): string[] {
  return subject.answers.flatMap((each) => {
    if (typeof each === 'string') return [each];
    const [item, text] = each;
    return title.startsWith(`${item}:`) ? [text] : [];
  });
}

/** A reply of somebody who knows something; `used` keeps one thread from hearing the same thing twice while there is something else. */
export function answer(subject: Subject, manners: Manners, thread: { title: string; used: Set<string> }, random: Random): string {
  const { used } = thread;
  const all = fitting(subject, thread.title);
  const fresh = all.filter((each) => !used.has(each));
  const core = random.pick(fresh.length > 0 ? fresh : all);
  used.add(core);
  const opener = random.next() < 0.45 ? random.pick(manners.openers) : '';
  const closer = random.next() < 0.4 ? ` ${random.pick(manners.closers)}` : '';
  const text = opener.endsWith(':') ? afterColon(core) : core;
  return `${opener === '' ? '' : `${opener} `}${text}${closer}`;
}
