import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Checkbox, Dialog, FormErrorSummary, SelectField, TextArea } from '../../../ui/index.js';
import { useDecide, type DecideFields } from '../hooks/use-decide.js';
import { useReasonTemplates } from '../hooks/use-reason-templates.js';

/** Asks a moderator for the reason of a decision, as the person concerned will read it, and decides. */
export function DecideDialog({
  subjectId,
  kind,
  expectedSeq,
  network,
  refetch,
  onRefresh,
  onClose,
}: {
  subjectId: string;
  kind: DecideFields['kind'];
  expectedSeq: number;
  /** Slug of the network whose templates are offered; by default the one in the address. */
  network?: string;
  refetch?: string[];
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [reasonPublic, setReasonPublic] = useState(false);
  const [decide, state] = useDecide(refetch);
  const templates = useReasonTemplates(network);
  const takesAway = kind === 'HIDE' || kind === 'REMOVE' || kind === 'HOLD' || kind === 'WARN';
  const send = async () => {
    if (await decide({ subjectId, kind, reason, reasonPublic, expectedSeq })) onClose();
  };
  return (
    <Dialog
      open
      title={formatMessage({ id: `discussions.decide.${kind}` })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind="primary" busy={state.busy} onClick={() => void send()}>
            {formatMessage({ id: `discussions.decide.${kind}` })}
          </Button>
        </>
      }
    >
      <div className="form">
        <FormErrorSummary errors={state.errors} />
        <CommandProblem
          state={state}
          onRefresh={() => {
            onRefresh();
            onClose();
          }}
        />
        {takesAway && (
          <SelectField
            label={formatMessage({ id: 'discussions.decide.template' })}
            optional
            placeholder={formatMessage({ id: 'discussions.decide.ownWords' })}
            choices={templates.map(({ key, label }) => ({ value: key, label }))}
            onChange={(event) => {
              const template = templates.find(({ key }) => key === event.target.value);
              if (!template) return;
              setReason(template.words);
              setReasonPublic(true);
            }}
          />
        )}
        <TextArea
          id="reason"
          label={formatMessage({ id: 'discussions.decide.reason' })}
          hint={formatMessage({ id: takesAway ? 'discussions.decide.reasonMailed' : 'discussions.decide.reasonHint' })}
          error={state.errorOf('reason')}
          value={reason}
          maxLength={1000}
          rows={3}
          onChange={(event) => {
            setReason(event.target.value);
            // Words of one's own may name somebody: whoever wants them public says so again.
            setReasonPublic(false);
          }}
        />
        <Checkbox
          label={formatMessage({ id: 'discussions.decide.reasonPublic' })}
          checked={reasonPublic}
          onChange={(event) => setReasonPublic(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
