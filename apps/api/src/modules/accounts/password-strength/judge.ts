import { Worker } from 'node:worker_threads';
import { foldText, transliterate, wrongLayout } from '@stoa/domain';
import { apiPath } from '../../../platform/api-root.js';

/** `COMMON`: among what is guessed first; `LIKE_YOU`: guessed by whoever knows its owner's name or address. */
export type Verdict = 'STRONG' | 'COMMON' | 'LIKE_YOU';

/** No TypeScript: it stays in `src`. */
const WORKER = apiPath('src/modules/accounts/password-strength/worker.mjs');

interface Waiting {
  resolve(verdict: Verdict): void;
  reject(error: Error): void;
}

/** Without work for so long, in milliseconds, the thread ends and gives its memory back. */
const IDLE = 60_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Whether a password stands guessing: by lists of passwords that became known and of words of our languages, by walks over keyboards of
 * four layouts, by dates, repetitions, and by what is known of its owner.
 * @param about texts about the owner, such as name and e-mail address
 */
export function judgePassword(password: string, about: readonly string[]): Promise<Verdict> {
  const folded = foldText(password);
  const job = { id: ++lastId, texts: [folded, ...wrongLayout(folded)], about: wordsOf(about) };
  return new Promise((resolve, reject) => {
    clearTimeout(idle);
    waiting.set(job.id, { resolve, reject });
    const thread = (worker ??= startWorker());
    // The thread keeps the process alive only while somebody waits for it.
    thread.ref();
    thread.postMessage(job);
  });
}

/** Words as their owner may have typed them: as they are, and in Latin letters. */
function wordsOf(texts: readonly string[]): string[] {
  const written = texts.flatMap((text) => text.split('@')).flatMap((text) => [foldText(text), transliterate(text).toLowerCase()]);
  const words = written.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...written, ...words])].filter((word) => word.length >= 3);
}

function startWorker(): Worker {
  const thread = new Worker(WORKER);
  let failure = new Error('the thread ended');
  thread.on('message', ({ id, verdict }: { id: number; verdict: Verdict }) => {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) rest(thread);
    caller?.resolve(verdict);
  });
  thread.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
  });
  thread.on('exit', () => {
    if (worker === thread) worker = undefined;
    for (const caller of waiting.values()) caller.reject(failure);
    waiting.clear();
  });
  return thread;
}

/** Ends the thread at once; the next password starts a new one. */
export async function closePasswordJudge(): Promise<void> {
  clearTimeout(idle);
  const thread = worker;
  worker = undefined;
  await thread?.terminate();
}

/** Lets the process end, and the thread too where nobody asks again soon. */
function rest(thread: Worker): void {
  thread.unref();
  idle = setTimeout(() => void closePasswordJudge(), IDLE).unref();
}
