import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Dialog, FormErrorSummary, SelectField, TextArea } from '../../../ui/index.js';
import { useDecide, type DecideFields } from '../hooks/use-decide.js';

/** Templates of reasons that fit a decision; the words can be changed before they are sent. */
const templates = ['pupil', 'offTopic', 'tone', 'copyright', 'advert'] as const;

/** Asks a moderator for the reason of a decision, as the person concerned will read it, and decides. */
export function DecideDialog({
  subjectId,
  kind,
  expectedSeq,
  refetch,
  onRefresh,
  onClose,
}: {
  subjectId: string;
  kind: DecideFields['kind'];
  expectedSeq: number;
  refetch?: string[];
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [decide, state] = useDecide(refetch);
  const words: Readonly<Record<(typeof templates)[number], string>> = {
    pupil: formatMessage({ id: 'discussions.reason.pupil' }),
    offTopic: formatMessage({ id: 'discussions.reason.offTopic' }),
    tone: formatMessage({ id: 'discussions.reason.tone' }),
    copyright: formatMessage({ id: 'discussions.reason.copyright' }),
    advert: formatMessage({ id: 'discussions.reason.advert' }),
  };
  const takesAway = kind === 'HIDE' || kind === 'REMOVE' || kind === 'HOLD';
  const send = async () => {
    if (await decide({ subjectId, kind, reason, expectedSeq })) onClose();
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
            choices={templates.map((key) => ({ value: key, label: words[key] }))}
            onChange={(event) => {
              const key = templates.find((each) => each === event.target.value);
              if (key) setReason(words[key]);
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
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
