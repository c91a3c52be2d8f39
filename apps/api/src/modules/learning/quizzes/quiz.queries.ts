import { questionsOf, type QuizAnswers, type QuizSurvey, withoutAnswer } from '@stoa/domain';
import type { Context, Loader } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { toGlobalId } from '../../../platform/ids.js';
import { canReadVersions, canWriteResource, openVersion, type ResourceRow, type Submission } from '../../resources/index.js';
import type { QuizAttemptType, QuizDraftType, ResourceQuizType } from './quiz.types.js';

/** A quiz that is in force for a version of its resource. */
export interface QuizRow {
  resource_id: string;
  version_no: number;
  survey: QuizSurvey;
  pass_percent: number;
  changed_at: string;
}

interface AttemptRow {
  id: string;
  resource_id: string;
  version_no: number;
  answers: QuizAnswers;
  results: Record<string, boolean>;
  right_count: number;
  questions_count: number;
  passed: boolean;
  made_at: string;
}

/** The quiz of a version: the one written with it, or with the last version before it that says something of a quiz. Null: none. */
const IN_FORCE = `SELECT q.resource_id, q.version_no, q.survey, q.pass_percent, q.changed_at, v.no
  FROM unnest($1::uuid[], $2::integer[]) v (id, no)
  CROSS JOIN LATERAL (SELECT * FROM resource_quizzes q WHERE q.resource_id = v.id AND q.version_no <= v.no ORDER BY q.version_no DESC LIMIT 1) q
  WHERE q.survey IS NOT NULL`;

/** The quiz of each version, `<resource id>/<version no>`. */
export const quizByVersion: Loader<string, QuizRow | null> = async (ctx, keys) => {
  const pairs = keys.map((key) => key.split('/'));
  const rows = await ctx.db.rows<QuizRow & { no: number }>(IN_FORCE, [pairs.map(([id]) => id), pairs.map(([, no]) => Number(no))]);
  const found = new Map(rows.map((row) => [`${row.resource_id}/${row.no}`, row]));
  return keys.map((key) => found.get(key) ?? null);
};

/** A resource that is a quiz has one before anybody reviews it. @throws UserErrors REQUIRED */
export async function assertHasQuiz(tx: Tx, { resourceId, versionNo, content }: Submission): Promise<void> {
  if (content.kind === 'QUIZ' && !(await tx.row(IN_FORCE, [[resourceId], [versionNo]]))) reject('REQUIRED', 'quiz');
}

const ATTEMPT = 'id, resource_id, version_no, answers, results, right_count, questions_count, passed, made_at';

/** The viewer's last attempt at the quiz of each resource, and whether one has passed. */
const ownAttempts: Loader<string, { last: AttemptRow; passed: boolean } | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<AttemptRow & { ever: boolean }>(
    `SELECT DISTINCT ON (resource_id) ${ATTEMPT}, bool_or(passed) OVER (PARTITION BY resource_id) AS ever
     FROM quiz_attempts WHERE person_id = $1 AND resource_id = ANY($2) ORDER BY resource_id, made_at DESC, id DESC`,
    [ctx.viewer.personId, ids],
  );
  const found = new Map(rows.map(({ ever, ...last }) => [last.resource_id, { last, passed: ever }]));
  return ids.map((id) => found.get(id) ?? null);
};

/** One attempt with what was right, and why: by the quiz as it was in the version that was answered. */
export async function attemptById(ctx: Context, id: string): Promise<QuizAttemptType | null> {
  const row = await ctx.db.row<AttemptRow>(`SELECT ${ATTEMPT} FROM quiz_attempts WHERE id = $1 AND person_id = $2`, [
    id,
    ctx.viewer.personId,
  ]);
  return row && toAttempt(ctx, row);
}

async function toAttempt(ctx: Context, row: AttemptRow): Promise<QuizAttemptType> {
  const quiz = await ctx.load(quizByVersion, `${row.resource_id}/${row.version_no}`);
  return {
    id: toGlobalId('QuizAttempt', row.id),
    madeAt: row.made_at,
    versionNo: row.version_no,
    rightCount: row.right_count,
    questionsCount: row.questions_count,
    passed: row.passed,
    answers: JSON.stringify(row.answers),
    results: (quiz ? questionsOf(quiz.survey) : []).flatMap((question) =>
      question.name in row.results
        ? [
            {
              name: question.name,
              isRight: row.results[question.name] === true,
              correctAnswer: JSON.stringify(question.correctAnswer),
              explanation: question.explanation,
            },
          ]
        : [],
    ),
  };
}

/** The quiz of the version of a resource that is shown, without its answers; null where there is none. */
export async function shownQuiz(ctx: Context, resource: ResourceRow): Promise<ResourceQuizType | null> {
  const quiz = await ctx.load(quizByVersion, `${resource.id}/${resource.version_no}`);
  if (!quiz) return null;
  const questions = questionsOf(quiz.survey);
  const own = ctx.viewer.personId === null ? null : await ctx.load(ownAttempts, resource.id);
  return {
    id: toGlobalId('ResourceQuiz', resource.id),
    survey: JSON.stringify({ pages: [{ name: 'quiz', elements: questions.map(withoutAnswer) }] }),
    passPercent: quiz.pass_percent,
    questionsCount: questions.length,
    lastAttempt: own && (await toAttempt(ctx, own.last)),
    passed: own?.passed ?? false,
  };
}

/** The quiz of the version that is being written or reviewed, else of the one that is shown, for those who write or review it. */
export async function quizDraft(ctx: Context, resource: ResourceRow): Promise<QuizDraftType | null> {
  if (!canWriteResource(ctx.viewer, resource) && !canReadVersions(ctx.viewer, resource)) return null;
  const open = await openVersion(ctx.db, resource.id);
  const quiz = await ctx.load(quizByVersion, `${resource.id}/${open?.no ?? resource.version_no}`);
  return quiz && { survey: JSON.stringify(quiz.survey), passPercent: quiz.pass_percent };
}
