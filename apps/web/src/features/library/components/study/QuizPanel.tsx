import type { OpenQuestion } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../../app/api/graphql.js';
import { useCommand } from '../../../../app/api/use-command.js';
import { CommandProblem } from '../../../../app/CommandProblem.js';
import { Banner, Button, Section } from '../../../../ui/index.js';
import { QuizQuestion, type QuizAnswer, type QuizResult } from './QuizQuestion.js';
import { questionsIn } from './quiz-survey.js';
import { SubmitQuizMutation, type QuizPanel_resource } from './study-operations.js';

type Quiz = NonNullable<FragmentOf<typeof QuizPanel_resource>['quiz']>;

/**
 * The self-check of a resource: its questions, and after an attempt what was right and why. Nothing where it has none.
 * @param lang language of the resource, in which its questions are
 */
export default function QuizPanel({
  resource,
  lang,
  canTry,
}: {
  resource: FragmentOf<typeof QuizPanel_resource>;
  lang: string;
  /** Whether the reader is signed in, and what is shown is published. */
  canTry: boolean;
}) {
  const { quiz } = resource;
  // Another quiz begins anew: what was typed was for the other questions.
  return quiz ? <QuizForm key={quiz.survey} resourceId={resource.id} quiz={quiz} lang={lang} canTry={canTry} /> : null;
}

function QuizForm({ resourceId, quiz, lang, canTry }: { resourceId: string; quiz: Quiz; lang: string; canTry: boolean }) {
  const { formatMessage } = useIntl();
  const [answers, setAnswers] = useState<Record<string, QuizAnswer>>({});
  const [again, setAgain] = useState(false);
  const [submit, state] = useCommand(SubmitQuizMutation, { creates: true, onDone: () => setAgain(false) });
  const attempt = again ? null : quiz.lastAttempt;
  const questions = questionsIn<OpenQuestion>(quiz.survey);
  const given = attempt ? (JSON.parse(attempt.answers) as Record<string, QuizAnswer>) : answers;
  const results = new Map(attempt?.results.map((result) => [result.name, result]));
  const left = questions.filter(({ name }) => !isAnswered(answers[name])).length;
  return (
    <Section
      id="quiz"
      title={formatMessage({ id: 'library.study.quiz.title' })}
      count={formatMessage({ id: 'library.study.quiz.count' }, { count: quiz.questionsCount })}
    >
      {attempt ? (
        <Banner
          tone={attempt.passed ? 'ok' : 'warn'}
          announce
          actions={
            canTry && (
              <Button
                onClick={() => {
                  setAnswers({});
                  setAgain(true);
                }}
              >
                {formatMessage({ id: 'library.study.quiz.again' })}
              </Button>
            )
          }
        >
          {formatMessage(
            { id: attempt.passed ? 'library.study.quiz.passed' : 'library.study.quiz.failed' },
            { right: attempt.rightCount, of: attempt.questionsCount, percent: quiz.passPercent },
          )}
        </Banner>
      ) : (
        <p className="meta">{formatMessage({ id: 'library.study.quiz.lead' }, { percent: quiz.passPercent })}</p>
      )}
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit({ resourceId, answers: JSON.stringify(answers) });
        }}
      >
        {questions.map((question, at) => (
          <QuizQuestion
            key={question.name}
            no={at + 1}
            lang={lang}
            question={question}
            answer={given[question.name]}
            result={(results.get(question.name) as QuizResult | undefined) ?? null}
            readOnly={attempt !== null || !canTry}
            onAnswer={(answer) => setAnswers((before) => ({ ...before, [question.name]: answer }))}
          />
        ))}
        <CommandProblem state={state} />
        {!attempt && canTry && (
          <div className="button-row">
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'library.study.quiz.submit' })}
            </Button>
            {left > 0 && <span className="meta">{formatMessage({ id: 'library.study.quiz.left' }, { count: left })}</span>}
          </div>
        )}
      </form>
    </Section>
  );
}

function isAnswered(answer: QuizAnswer | undefined): boolean {
  if (answer === undefined || answer === '') return false;
  if (Array.isArray(answer)) return answer.length > 0;
  return typeof answer !== 'object' || Object.keys(answer).length > 0;
}
