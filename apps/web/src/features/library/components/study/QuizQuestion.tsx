import type { OpenQuestion } from '@stoa/domain';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../../app/i18n/use-formats.js';
import { StatusMark } from '../../../../ui/index.js';
import styles from './Quiz.module.css';

export type QuizAnswer = string | number | boolean | string[] | Record<string, string>;

/** What an answer came to. */
export interface QuizResult {
  isRight: boolean;
  /** JSON, in the form of the question's kind. */
  correctAnswer: string;
  explanation: string;
}

interface Props {
  no: number;
  lang: string;
  question: OpenQuestion;
  answer: QuizAnswer | undefined;
  result: QuizResult | null;
  readOnly: boolean;
  onAnswer: (answer: QuizAnswer) => void;
}

/** One question of a self-check: a group with its words as the legend, and after the attempt what is right, and why. */
export function QuizQuestion(props: Props) {
  const { no, lang, question, result, readOnly } = props;
  const { formatMessage } = useIntl();
  const noteId = useId();
  return (
    <fieldset className={styles.question} disabled={readOnly} aria-describedby={result ? noteId : undefined}>
      <legend>
        <span className="muted">{formatMessage({ id: 'library.study.quiz.no' }, { no })}</span> <span lang={lang}>{question.title}</span>
      </legend>
      <Answer {...props} />
      {result && <Result id={noteId} lang={lang} question={question} result={result} />}
    </fieldset>
  );
}

function Answer({ lang, question, answer, onAnswer }: Props) {
  const { formatMessage } = useIntl();
  const name = useId();
  switch (question.type) {
    case 'radiogroup':
      return question.choices.map(({ value, text }) => (
        <Option key={value} type="radio" name={name} checked={answer === value} onChange={() => onAnswer(value)}>
          <span lang={lang}>{text}</span>
        </Option>
      ));
    case 'checkbox': {
      const chosen = Array.isArray(answer) ? answer : [];
      return (
        <>
          <p className="meta">{formatMessage({ id: 'library.study.quiz.several' })}</p>
          {question.choices.map(({ value, text }) => (
            <Option
              key={value}
              type="checkbox"
              name={name}
              checked={chosen.includes(value)}
              onChange={() =>
                onAnswer(
                  question.choices
                    .map((each) => each.value)
                    .filter((each) => (each === value ? !chosen.includes(value) : chosen.includes(each))),
                )
              }
            >
              <span lang={lang}>{text}</span>
            </Option>
          ))}
        </>
      );
    }
    case 'boolean':
      return [true, false].map((value) => (
        <Option key={String(value)} type="radio" name={name} checked={answer === value} onChange={() => onAnswer(value)}>
          {formatMessage({ id: value ? 'library.study.quiz.true' : 'library.study.quiz.false' })}
        </Option>
      ));
    case 'matrix':
      return <Pairs lang={lang} question={question} answer={answer} onAnswer={onAnswer} />;
    default: {
      const isNumber = question.inputType === 'number';
      return (
        <input
          className="input"
          aria-label={formatMessage({ id: 'library.study.quiz.answer' })}
          inputMode={isNumber ? 'decimal' : 'text'}
          type={isNumber ? 'number' : 'text'}
          step="any"
          maxLength={200}
          lang={lang}
          value={typeof answer === 'string' || typeof answer === 'number' ? answer : ''}
          onChange={({ target }) =>
            onAnswer(isNumber && Number.isFinite(target.valueAsNumber) ? target.valueAsNumber : isNumber ? '' : target.value)
          }
        />
      );
    }
  }
}

function Option({
  children,
  ...input
}: {
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  onChange: () => void;
  children: ReactNode;
}) {
  return (
    <label className="choice">
      <input {...input} />
      <span>{children}</span>
    </label>
  );
}

function Pairs({
  lang,
  question,
  answer,
  onAnswer,
}: Pick<Props, 'lang' | 'answer' | 'onAnswer'> & { question: Extract<OpenQuestion, { type: 'matrix' }> }) {
  const { formatMessage } = useIntl();
  const pairs = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  const id = useId();
  return question.rows.map((row) => (
    <div key={row.value} className={styles.pair}>
      <label htmlFor={`${id}-${row.value}`} lang={lang}>
        {row.text}
      </label>
      <select
        id={`${id}-${row.value}`}
        className="input"
        value={pairs[row.value] ?? ''}
        onChange={({ target }) => {
          const { [row.value]: _before, ...others } = pairs;
          onAnswer(target.value === '' ? others : { ...others, [row.value]: target.value });
        }}
      >
        <option value="">{formatMessage({ id: 'library.study.quiz.choose' })}</option>
        {question.columns.map(({ value, text }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </div>
  ));
}

function Result({ id, lang, question, result }: { id: string; lang: string; question: OpenQuestion; result: QuizResult }) {
  const { formatMessage } = useIntl();
  const words = useAnswerWords(question, result.correctAnswer);
  return (
    <div id={id} className={styles.result}>
      <StatusMark status={result.isRight ? 'ok' : 'danger'}>
        {formatMessage({ id: result.isRight ? 'library.study.quiz.right' : 'library.study.quiz.wrong' })}
      </StatusMark>
      {!result.isRight && (
        <p>
          {formatMessage({ id: 'library.study.quiz.rightAnswer' })} <span lang={lang}>{words}</span>
        </p>
      )}
      {result.explanation && <p lang={lang}>{result.explanation}</p>}
    </div>
  );
}

/** A right answer in words. */
function useAnswerWords(question: OpenQuestion, json: string): string {
  const { formatMessage } = useIntl();
  const { list } = useFormats();
  const answer = JSON.parse(json) as QuizAnswer;
  const textOf = (choices: readonly { value: string; text: string }[], value: string): string =>
    choices.find((each) => each.value === value)?.text ?? value;
  switch (question.type) {
    case 'radiogroup':
      return textOf(question.choices, String(answer));
    case 'checkbox':
      return list((Array.isArray(answer) ? answer : []).map((value) => textOf(question.choices, value)));
    case 'boolean':
      return formatMessage({ id: answer === true ? 'library.study.quiz.true' : 'library.study.quiz.false' });
    case 'matrix':
      return question.rows
        .map(({ value, text }) => `${text} – ${textOf(question.columns, (answer as Record<string, string>)[value] ?? '')}`)
        .join('; ');
    default:
      return String(answer);
  }
}
