import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Combobox, Dialog, FormErrorSummary, Section, SelectField, type ComboboxOption } from '../../../ui/index.js';

/** How a centre, structure or school ends. */
export type Ending = { act: 'CLOSE' } | { act: 'MERGE'; successor: string };

const ACTS = ['CLOSE', 'MERGE'] as const;

export interface EndDialogProps {
  name: string;
  state: CommandState;
  /** What it may become part of, of the words typed last. */
  options: ComboboxOption[];
  searching: boolean;
  onQuery: (typed: string) => void;
  onEnd: (ending: Ending) => void;
  onRefresh: () => void;
  onClose: () => void;
}

/** Asks how something in a register ends: it closes, or becomes part of another, to which its page then leads. */
export function EndDialog({ name, state, options, searching, onQuery, onEnd, onRefresh, onClose }: EndDialogProps) {
  const { formatMessage } = useIntl();
  const [act, setAct] = useState<(typeof ACTS)[number]>('CLOSE');
  const [successor, setSuccessor] = useState<ComboboxOption | null>(null);
  return (
    <Dialog
      open
      title={formatMessage({ id: 'directory.end.title' }, { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button
            kind="danger"
            busy={state.busy}
            onClick={() => onEnd(act === 'CLOSE' ? { act } : { act, successor: successor?.value ?? '' })}
          >
            {formatMessage({ id: `directory.end.submit.${act}` })}
          </Button>
        </>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <SelectField
        id="act"
        label={formatMessage({ id: 'directory.end.how' })}
        value={act}
        choices={ACTS.map((each) => ({ value: each, label: formatMessage({ id: `directory.end.${each}` }) }))}
        onChange={(event) => setAct(ACTS.find((each) => each === event.target.value) ?? act)}
      />
      {act === 'MERGE' && (
        <Combobox
          id="successor"
          label={formatMessage({ id: 'directory.end.successor' })}
          value={successor}
          error={state.errorOf('successor')}
          busy={searching}
          options={options}
          onQuery={onQuery}
          onChange={setSuccessor}
        />
      )}
      <p>{formatMessage({ id: 'directory.end.text' })}</p>
    </Dialog>
  );
}

/** Leads to the end of what the page is about, for those who keep the register. */
export function EndSection({ name, onOpen }: { name: string; onOpen: () => void }) {
  const { formatMessage } = useIntl();
  return (
    <Section title={formatMessage({ id: 'directory.end.title' }, { name })}>
      <p>{formatMessage({ id: 'directory.end.text' })}</p>
      <Button kind="danger" onClick={onOpen}>
        {formatMessage({ id: 'directory.end.open' })}
      </Button>
    </Section>
  );
}
