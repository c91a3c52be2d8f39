import type { QuizQuestion } from '@stoa/domain';
import { Plus, X } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Button, IconButton, RadioGroup, TextField } from '../../../../ui/index.js';
import styles from './Quiz.module.css';
import { freeCode } from './quiz-survey.js';

interface Props {
  id: string;
  lang: string;
  question: QuizQuestion;
  errorOf: (field: string) => string | undefined;
  onChange: (question: QuizQuestion) => void;
}

/** What a question offers, and which answer is right. */
export function QuestionFields({ id, lang, question, errorOf, onChange }: Props) {
  const { formatMessage } = useIntl();
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return <Choices id={id} lang={lang} question={question} errorOf={errorOf} onChange={onChange} />;
    case 'boolean':
      return (
        <RadioGroup
          name={`${id}.correctAnswer`}
          label={formatMessage({ id: 'library.study.quizForm.right' })}
          inline
          value={String(question.correctAnswer)}
          choices={[
            { value: 'true', label: formatMessage({ id: 'library.study.quiz.true' }) },
            { value: 'false', label: formatMessage({ id: 'library.study.quiz.false' }) },
          ]}
          onChange={(value) => onChange({ ...question, correctAnswer: value === 'true' })}
        />
      );
    case 'matrix':
      return <PairFields id={id} lang={lang} question={question} errorOf={errorOf} onChange={onChange} />;
    default:
      return question.inputType === 'number' ? (
        <TextField
          id={`${id}.correctAnswer`}
          type="number"
          step="any"
          label={formatMessage({ id: 'library.study.quizForm.right' })}
          error={errorOf(`${id}.correctAnswer`)}
          defaultValue={question.correctAnswer}
          onChange={({ target }) => Number.isFinite(target.valueAsNumber) && onChange({ ...question, correctAnswer: target.valueAsNumber })}
        />
      ) : (
        <TextField
          id={`${id}.correctAnswer`}
          label={formatMessage({ id: 'library.study.quizForm.right' })}
          hint={formatMessage({ id: 'library.study.quizForm.rightWord' })}
          error={errorOf(`${id}.correctAnswer`)}
          maxLength={200}
          lang={lang}
          value={question.correctAnswer}
          onChange={({ target }) => onChange({ ...question, correctAnswer: target.value })}
        />
      );
  }
}

type Chosen = Extract<QuizQuestion, { type: 'radiogroup' | 'checkbox' }>;

/** Answers to choose from, the right ones ticked. */
function Choices({ id, lang, question, errorOf, onChange }: Omit<Props, 'question'> & { question: Chosen }) {
  const { formatMessage } = useIntl();
  const { choices } = question;
  const right = question.type === 'checkbox' ? question.correctAnswer : [question.correctAnswer];
  const tick = (value: string): void => {
    if (question.type === 'radiogroup') onChange({ ...question, correctAnswer: value });
    else onChange({ ...question, correctAnswer: right.includes(value) ? right.filter((each) => each !== value) : [...right, value] });
  };
  const put = (list: Chosen['choices']): void => {
    const kept = right.filter((value) => list.some((each) => each.value === value));
    if (question.type === 'radiogroup') onChange({ ...question, choices: list, correctAnswer: kept[0] ?? list[0]?.value ?? '' });
    else onChange({ ...question, choices: list, correctAnswer: kept });
  };
  return (
    <fieldset className="field">
      <legend>{formatMessage({ id: 'library.study.quizForm.choices' })}</legend>
      {errorOf(`${id}.correctAnswer`) && <p className="error">{errorOf(`${id}.correctAnswer`)}</p>}
      {choices.map((choice, at) => (
        <div key={choice.value} className={styles.row}>
          <input
            type={question.type === 'radiogroup' ? 'radio' : 'checkbox'}
            name={`${id}.correctAnswer`}
            aria-label={formatMessage({ id: 'library.study.quizForm.isRight' }, { no: at + 1 })}
            checked={right.includes(choice.value)}
            onChange={() => tick(choice.value)}
          />
          <input
            className="input"
            id={`${id}.choices.${String(at)}.text`}
            aria-label={formatMessage({ id: 'library.study.quizForm.choice' }, { no: at + 1 })}
            aria-invalid={errorOf(`${id}.choices.${String(at)}.text`) ? true : undefined}
            maxLength={300}
            lang={lang}
            value={choice.text}
            onChange={({ target }) => put(choices.map((each) => (each.value === choice.value ? { ...each, text: target.value } : each)))}
          />
          <IconButton
            icon={X}
            label={formatMessage({ id: 'library.study.quizForm.removeChoice' }, { no: at + 1 })}
            disabled={choices.length <= 2}
            onClick={() => put(choices.filter((each) => each.value !== choice.value))}
          />
        </div>
      ))}
      <div>
        <Button
          kind="quiet"
          icon={Plus}
          onClick={() => put([...choices, { value: freeCode(choices.map(({ value }) => value)), text: '' }])}
        >
          {formatMessage({ id: 'library.study.quizForm.addChoice' })}
        </Button>
      </div>
    </fieldset>
  );
}

type Matched = Extract<QuizQuestion, { type: 'matrix' }>;

/** Pairs that belong together; they are offered apart. */
function PairFields({ id, lang, question, errorOf, onChange }: Omit<Props, 'question'> & { question: Matched }) {
  const { formatMessage } = useIntl();
  const { rows, columns } = question;
  const put = (list: Matched['rows'], others: Matched['columns']): void =>
    onChange({ ...question, rows: list, columns: others, correctAnswer: Object.fromEntries(list.map(({ value }) => [value, value])) });
  const words = (list: Matched['rows'], value: string, text: string): Matched['rows'] =>
    list.map((each) => (each.value === value ? { ...each, text } : each));
  return (
    <fieldset className="field">
      <legend>{formatMessage({ id: 'library.study.quizForm.pairs' })}</legend>
      {rows.map((row, at) => (
        <div key={row.value} className={styles.row}>
          {(['rows', 'columns'] as const).map((side) => (
            <input
              key={side}
              className="input"
              id={`${id}.${side}.${String(at)}.text`}
              aria-label={formatMessage(
                { id: side === 'rows' ? 'library.study.quizForm.pairLeft' : 'library.study.quizForm.pairRight' },
                { no: at + 1 },
              )}
              aria-invalid={errorOf(`${id}.${side}.${String(at)}.text`) ? true : undefined}
              maxLength={300}
              lang={lang}
              value={question[side].find((each) => each.value === row.value)?.text ?? ''}
              onChange={({ target }) =>
                side === 'rows' ? put(words(rows, row.value, target.value), columns) : put(rows, words(columns, row.value, target.value))
              }
            />
          ))}
          <IconButton
            icon={X}
            label={formatMessage({ id: 'library.study.quizForm.removePair' }, { no: at + 1 })}
            disabled={rows.length <= 2}
            onClick={() =>
              put(
                rows.filter((each) => each.value !== row.value),
                columns.filter((each) => each.value !== row.value),
              )
            }
          />
        </div>
      ))}
      <div>
        <Button
          kind="quiet"
          icon={Plus}
          onClick={() => {
            const added = { value: freeCode(rows.map(({ value }) => value)), text: '' };
            put([...rows, added], [...columns, added]);
          }}
        >
          {formatMessage({ id: 'library.study.quizForm.addPair' })}
        </Button>
      </div>
    </fieldset>
  );
}
