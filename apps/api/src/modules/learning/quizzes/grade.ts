import { Worker } from 'node:worker_threads';
import { foldText, questionsOf, type QuizAnswers, type QuizSurvey } from '@stoa/domain';
import { apiPath } from '../../../platform/api-root.js';

/** The worker is no TypeScript: it stays in `src`. */
const WORKER = apiPath('src/modules/learning/quizzes/grader-worker.mjs');
/** Longest time for one attempt, in milliseconds. */
const LONGEST = 15_000;

type Results = Readonly<Record<string, boolean>>;
type Answer = { id: number; results: Results } | { id: number; message: string };
interface Waiting {
  resolve: (results: Results) => void;
  reject: (error: Error) => void;
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Which answers of an attempt are right, by the names of questions. SurveyJS compares, so that whatever else reads the quiz's format
 * grades it alike; short words are compared without accents and case too, as search does.
 * @param key names the quiz and its version, so that its model is built once
 * @throws Error where the quiz cannot be graded in time
 */
export async function grade(key: string, survey: QuizSurvey, answers: QuizAnswers): Promise<Record<string, boolean>> {
  const compared = await ask({ key, survey, answers });
  return Object.fromEntries(
    questionsOf(survey).map((question) => {
      const answer = answers[question.name];
      const folded =
        question.type === 'text' && question.inputType === 'text' && typeof answer === 'string'
          ? foldText(answer) === foldText(question.correctAnswer)
          : false;
      return [question.name, folded || compared[question.name] === true];
    }),
  );
}

function ask(of: { key: string; survey: QuizSurvey; answers: QuizAnswers }): Promise<Results> {
  const id = ++lastId;
  return new Promise<Results>((resolve, reject) => {
    const timer = setTimeout(() => void closeGrader(), LONGEST);
    const settle = <T>(end: (value: T) => void) => {
      return (value: T): void => {
        clearTimeout(timer);
        end(value);
      };
    };
    waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
    const thread = (worker ??= startWorker());
    // The thread keeps the process alive only while somebody waits for it.
    thread.ref();
    thread.postMessage({ id, ...of });
  });
}

/** Ends the thread that grades; the next attempt starts a new one. */
export async function closeGrader(): Promise<void> {
  await worker?.terminate();
}

function startWorker(): Worker {
  const thread = new Worker(WORKER);
  let failure = 'its thread ended';
  thread.on('message', (answer: Answer) => {
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) thread.unref();
    if ('results' in answer) caller?.resolve(answer.results);
    else caller?.reject(new Error(`the quiz could not be graded: ${answer.message}`));
  });
  thread.on('error', (error) => {
    failure = String(error);
  });
  thread.on('exit', () => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`the quiz could not be graded: ${failure}`));
    waiting.clear();
  });
  return thread;
}
