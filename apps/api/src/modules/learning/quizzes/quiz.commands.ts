import { answersRule, parse, passPercent, quizSurvey, type QuizAnswers } from '@stoa/domain';
import { z } from 'zod';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import {
  canReadResource,
  canWriteResource,
  changeResource,
  openVersion,
  resourceById,
  resourceIdOf,
  type ResourcePayload,
  type ResourceRow,
  resourceStatement,
  toResource,
} from '../../resources/index.js';
import { completePaths } from '../paths/complete-paths.js';
import { finishResource, noteStudy } from '../study/study.commands.js';
import { lockStudied } from '../study/study.queries.js';
import { grade } from './grade.js';
import { attemptById, quizByVersion } from './quiz.queries.js';
import type { QuizPayload, SaveQuizInput, SubmitQuizInput } from './quiz.types.js';

/** Longest JSON of a quiz or of answers, in characters. */
const LONGEST = 200_000;

function fromJson(text: string, path: string): unknown {
  if (text.length > LONGEST) reject('TOO_LONG', path);
  try {
    return JSON.parse(text);
  } catch {
    return reject('INVALID', path);
  }
}

/**
 * Keeps the quiz of the version that is being written; it holds for later versions until one of them has another. What others answered to
 * an earlier version stays as it was.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, CONFLICT
 */
export function saveQuiz(ctx: Context, input: SaveQuizInput): Promise<ResourcePayload> {
  return changeResource(ctx, input, {
    name: 'saveQuiz',
    may: canWriteResource,
    visible: false,
    async change(tx, row, now) {
      const rule = z.object({ survey: quizSurvey.nullable(), passPercent });
      const survey = input.survey == null ? null : fromJson(input.survey, 'survey');
      const quiz = checked(rule, { survey, passPercent: input.passPercent });
      const open = await openVersion(tx, row.id);
      if (open?.state !== 'DRAFT') reject('RESOURCE_STATE');
      await tx.row(
        `INSERT INTO resource_quizzes (resource_id, version_no, survey, pass_percent, changed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (resource_id, version_no) DO UPDATE SET survey = excluded.survey, pass_percent = excluded.pass_percent, changed_at = excluded.changed_at`,
        [row.id, open.no, quiz.survey && JSON.stringify(quiz.survey), quiz.passPercent, now],
      );
      return {};
    },
  });
}

/**
 * Grades an attempt of the viewer at the quiz of the version that is shown, and keeps it. A quiz that is a resource of its own is finished
 * with the first attempt that passes.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND
 */
export async function submitQuiz(ctx: Context, input: SubmitQuizInput): Promise<QuizPayload> {
  const id = resourceIdOf(input.resourceId);
  const me = signedIn(ctx.viewer);
  const outcome = await prepareAndMutate(
    ctx,
    () => gradeAttempt(ctx, id, input.answers),
    async (tx, made) => {
      const row = await lockStudied(ctx, tx, id);
      // Published anew between the grading and this: those were not the questions that stand there now.
      if (row.version_no !== made.shownNo) throw new Refusal('CONFLICT');
      const now = ctx.clock.now();
      const { clientMutationId, ...body } = input;
      return once(tx, { actorId: me, key: clientMutationId, operation: 'submitQuiz', input: body, now }, async () => {
        const attemptId = newId();
        await tx.row(
          `INSERT INTO quiz_attempts (id, person_id, resource_id, version_no, answers, results, right_count, questions_count, passed, made_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            attemptId,
            me,
            id,
            made.quizNo,
            JSON.stringify(made.answers),
            JSON.stringify(made.results),
            made.right,
            made.of,
            made.passed,
            now,
          ],
        );
        if (made.passed && row.kind === 'QUIZ') await finishResource(tx, row, me, now);
        else await noteStudy(tx, { personId: me, resourceId: id, at: now });
        if (made.passed) await completePaths(ctx, tx, me);
        return attemptId;
      });
    },
  );
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(resourceById, id);
  const resource = row && canReadResource(ctx.viewer, row) ? toResource(row) : null;
  return { resource, attempt: await attemptById(ctx, outcome.id), userErrors: [] };
}

interface Graded {
  shownNo: number;
  quizNo: number;
  answers: QuizAnswers;
  results: Record<string, boolean>;
  right: number;
  of: number;
  passed: boolean;
}

async function gradeAttempt(ctx: Context, id: string, json: string): Promise<Graded> {
  const row = await ctx.db.row<ResourceRow>(resourceStatement('r.id = $1'), [id]);
  if (!row || !canReadResource(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
  const quiz = await ctx.load(quizByVersion, `${id}/${row.version_no}`);
  if (!quiz) throw new Refusal('NOT_FOUND');
  const parsed = parse(answersRule(quiz.survey), fromJson(json, 'answers'));
  if (!parsed.ok) {
    const [first] = parsed.errors;
    reject(first?.code ?? 'INVALID', ['answers', ...(first?.path ?? [])]);
  }
  const results = await grade(`${id}/${quiz.version_no}/${quiz.changed_at}`, quiz.survey, parsed.value);
  const all = Object.values(results);
  const right = all.filter(Boolean).length;
  return {
    shownNo: row.version_no,
    quizNo: quiz.version_no,
    answers: parsed.value,
    results,
    right,
    of: all.length,
    passed: right * 100 >= quiz.pass_percent * all.length,
  };
}
