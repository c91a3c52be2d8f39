import { LENGTHS, POLL_OPTIONS, POLL_RESULTS } from '@stoa/domain';
import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { Button, Checkbox, DateField, IconButton, RadioGroup, TextField } from '../../../ui/index.js';
import type { PollDraft } from '../poll-draft.js';
import styles from './Poll.module.css';

/** What is asked, what can be chosen and how: at the writing of a thread, or later. */
export function PollFields({
  poll,
  errorOf,
  onChange,
}: {
  poll: PollDraft;
  errorOf: CommandState['errorOf'];
  onChange: (poll: PollDraft) => void;
}) {
  const { formatMessage } = useIntl();
  const change = (part: Partial<PollDraft>) => onChange({ ...poll, ...part });
  return (
    <>
      <TextField
        id="poll.question"
        label={formatMessage({ id: 'discussions.poll.question' })}
        error={errorOf('poll.question')}
        value={poll.question}
        maxLength={LENGTHS.title.max}
        onChange={(event) => change({ question: event.target.value })}
      />
      <OptionFields options={poll.options} errorOf={errorOf} onChange={(options) => change({ options })} />
      <Checkbox
        label={formatMessage({ id: 'discussions.poll.several' })}
        checked={poll.multiple}
        onChange={(event) => change({ multiple: event.target.checked })}
      />
      <RadioGroup
        name="poll.results"
        label={formatMessage({ id: 'discussions.poll.results' })}
        value={poll.results}
        choices={POLL_RESULTS.map((value) => ({ value, label: formatMessage({ id: `discussions.poll.results.${value}` }) }))}
        onChange={(value) => change({ results: POLL_RESULTS.find((each) => each === value) ?? 'ALWAYS' })}
      />
      <DateField
        id="poll.closesOn"
        label={formatMessage({ id: 'discussions.poll.closesOn' })}
        hint={formatMessage({ id: 'discussions.poll.closesOnHint' })}
        optional
        error={errorOf('poll.closesOn')}
        value={poll.closesOn}
        onChange={(event) => change({ closesOn: event.target.value })}
      />
      <p className="meta">{formatMessage({ id: 'discussions.poll.secrecy' })}</p>
    </>
  );
}

function OptionFields({
  options,
  errorOf,
  onChange,
}: {
  options: readonly string[];
  errorOf: CommandState['errorOf'];
  onChange: (options: readonly string[]) => void;
}) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLFieldSetElement>(null);
  /** The field that was added, or the one before what was removed, once it is there. */
  const focus = (at: number) => requestAnimationFrame(() => list.current?.querySelectorAll('input')[at]?.focus());
  const error = errorOf('poll.options');
  return (
    <fieldset ref={list} className={`field ${styles['fields']}`} id="poll.options">
      <legend>{formatMessage({ id: 'discussions.poll.options' })}</legend>
      {error && (
        <p className="danger" role="alert">
          {error}
        </p>
      )}
      {options.map((option, at) => (
        <div key={at} className={styles['line']}>
          <TextField
            id={`poll.options.${String(at)}`}
            label={formatMessage({ id: 'discussions.poll.option' }, { no: at + 1 })}
            error={errorOf(`poll.options.${String(at)}`)}
            value={option}
            maxLength={LENGTHS.pollOption.max}
            onChange={(event) => onChange(options.map((each, place) => (place === at ? event.target.value : each)))}
          />
          {options.length > POLL_OPTIONS.min && (
            <IconButton
              icon={X}
              label={formatMessage({ id: 'discussions.poll.removeOption' }, { no: at + 1 })}
              onClick={() => {
                onChange(options.filter((_, place) => place !== at));
                focus(Math.max(0, at - 1));
              }}
            />
          )}
        </div>
      ))}
      {options.length < POLL_OPTIONS.max && (
        <Button
          kind="quiet"
          icon={Plus}
          onClick={() => {
            onChange([...options, '']);
            focus(options.length);
          }}
        >
          {formatMessage({ id: 'discussions.poll.addOption' })}
        </Button>
      )}
    </fieldset>
  );
}
