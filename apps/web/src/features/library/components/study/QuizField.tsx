import type { QuizQuestion } from '@stoa/domain';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../../app/api/graphql.js';
import { useCommand } from '../../../../app/api/use-command.js';
import { CommandProblem } from '../../../../app/CommandProblem.js';
import { Button, FormErrorSummary, IconButton, Section, SelectField, showToast, TextArea, TextField } from '../../../../ui/index.js';
import styles from './Quiz.module.css';
import { QuestionFields } from './QuestionFields.js';
import { emptyQuestion, freeCode, kindOf, KINDS, questionsIn, surveyOf, type Kind } from './quiz-survey.js';
import { SaveQuizMutation, type QuizField_resource } from './study-operations.js';

/** Path of an error within a quiz, as the API names it, to the question it stands at. */
const atQuestion = (at: number): string => `survey.pages.0.elements.${String(at)}`;

/**
 * The self-check of the version that is being written, with a button of its own that keeps it: it belongs into a form beside others, not
 * into the form's data.
 * @param onSaved told when it was kept; the resource has another version number then
 */
export default function QuizField({
  resource,
  lang,
  onSaved,
}: {
  resource: FragmentOf<typeof QuizField_resource>;
  lang: string;
  onSaved?: () => void;
}) {
  const { formatMessage } = useIntl();
  const { quizDraft } = resource;
  const [questions, setQuestions] = useState<QuizQuestion[]>(quizDraft ? questionsIn<QuizQuestion>(quizDraft.survey) : []);
  const [percent, setPercent] = useState(String(quizDraft?.passPercent ?? 60));
  const [save, state] = useCommand(SaveQuizMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'library.study.quizForm.saved' }));
      onSaved?.();
    },
  });
  const put = (at: number, question: QuizQuestion) => setQuestions((all) => all.map((each, index) => (index === at ? question : each)));
  const move = (at: number, by: -1 | 1) =>
    setQuestions((all) => {
      const moved = [...all];
      const [taken] = moved.splice(at, 1);
      if (taken) moved.splice(at + by, 0, taken);
      return moved;
    });
  return (
    <Section title={formatMessage({ id: 'library.study.quizForm.title' })} count={questions.length}>
      <p className="meta">{formatMessage({ id: 'library.study.quizForm.lead' })}</p>
      <FormErrorSummary errors={state.errors} />
      {questions.map((question, at) => (
        <fieldset key={question.name} className={styles.question}>
          <legend>{formatMessage({ id: 'library.study.quizForm.question' }, { no: at + 1 })}</legend>
          <div className="fields">
            <SelectField
              label={formatMessage({ id: 'library.study.quizForm.kind' })}
              value={kindOf(question)}
              choices={KINDS.map((kind) => ({ value: kind, label: formatMessage({ id: `library.study.quizForm.kind.${kind}` }) }))}
              onChange={({ target }) => put(at, emptyQuestion(target.value as Kind, question))}
            />
            <TextArea
              id={`${atQuestion(at)}.title`}
              label={formatMessage({ id: 'library.study.quizForm.words' })}
              error={state.errorOf(`${atQuestion(at)}.title`)}
              rows={2}
              maxLength={500}
              lang={lang}
              value={question.title}
              onChange={({ target }) => put(at, { ...question, title: target.value })}
            />
            <QuestionFields
              id={atQuestion(at)}
              lang={lang}
              question={question}
              errorOf={state.errorOf}
              onChange={(changed) => put(at, changed)}
            />
            <TextArea
              id={`${atQuestion(at)}.explanation`}
              label={formatMessage({ id: 'library.study.quizForm.explanation' })}
              hint={formatMessage({ id: 'library.study.quizForm.explanationHint' })}
              error={state.errorOf(`${atQuestion(at)}.explanation`)}
              optional
              rows={2}
              maxLength={1_000}
              lang={lang}
              value={question.explanation}
              onChange={({ target }) => put(at, { ...question, explanation: target.value })}
            />
            <div className="button-row">
              <IconButton
                icon={ArrowUp}
                label={formatMessage({ id: 'library.study.quizForm.up' }, { no: at + 1 })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={formatMessage({ id: 'library.study.quizForm.down' }, { no: at + 1 })}
                disabled={at === questions.length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton
                icon={Trash2}
                label={formatMessage({ id: 'library.study.quizForm.remove' }, { no: at + 1 })}
                onClick={() => setQuestions((all) => all.filter((each) => each.name !== question.name))}
              />
            </div>
          </div>
        </fieldset>
      ))}
      <div className="fields">
        <div>
          <Button
            id="quiz"
            icon={Plus}
            onClick={() =>
              setQuestions((all) => [...all, emptyQuestion('ONE', { name: `q${freeCode(all.map(({ name }) => name.slice(1)))}` })])
            }
          >
            {formatMessage({ id: 'library.study.quizForm.add' })}
          </Button>
        </div>
        {questions.length > 0 && (
          <TextField
            id="passPercent"
            type="number"
            inputMode="numeric"
            min={1}
            max={100}
            label={formatMessage({ id: 'library.study.quizForm.percent' })}
            error={state.errorOf('passPercent')}
            value={percent}
            onChange={({ target }) => setPercent(target.value)}
          />
        )}
        <CommandProblem state={state} {...(onSaved && { onRefresh: onSaved })} />
        <div>
          <Button
            busy={state.busy}
            onClick={() =>
              void save({
                id: resource.id,
                expectedVersion: resource.version,
                survey: questions.length === 0 ? null : surveyOf(questions),
                passPercent: Number(percent) || 0,
              })
            }
          >
            {formatMessage({ id: questions.length === 0 ? 'library.study.quizForm.saveNone' : 'library.study.quizForm.save' })}
          </Button>
        </div>
      </div>
    </Section>
  );
}
