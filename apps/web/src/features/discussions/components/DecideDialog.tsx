import { useState } from 'react';
import { useIntl } from 'react-intl';
import { FormDialog } from '../../../app/FormDialog.js';
import { Checkbox, DateField, SelectField, TextArea } from '../../../ui/index.js';
import { usePaceName } from '../hooks/use-pace-name.js';
import { useDecide, type DecideFields } from '../hooks/use-decide.js';
import { useReasonTemplates } from '../hooks/use-reason-templates.js';

/** How long members can be asked to wait between two posts, in seconds. */
const paces = [60, 300, 900, 3600, 21_600, 86_400] as const;

/** Asks a moderator for the reason of a decision, as the person concerned will read it, and decides. */
export function DecideDialog({
  subjectId,
  kind,
  expectedSeq,
  network,
  refetch,
  onDecided,
  onRefresh,
  onClose,
}: {
  subjectId: string;
  kind: DecideFields['kind'];
  expectedSeq: number;
  /** Slug of the network whose templates are offered; by default the one in the address. */
  network?: string;
  refetch?: string[];
  onDecided?: (() => void) | undefined;
  /** Somebody else decided first; the dialog goes on from there. */
  onRefresh?: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [seq, setSeq] = useState(expectedSeq);
  const [reason, setReason] = useState('');
  const [reasonPublic, setReasonPublic] = useState(false);
  const [until, setUntil] = useState('');
  const [seconds, setSeconds] = useState<number>(paces[1]);
  const paceName = usePaceName();
  const [decide, state] = useDecide(refetch, onDecided);
  const templates = useReasonTemplates(network);
  const takesAway = kind === 'HIDE' || kind === 'REMOVE' || kind === 'HOLD' || kind === 'WARN';
  const timed = kind === 'LOCK' || kind === 'PIN';
  const send = async () => {
    const more = timed ? { until: until || null } : kind === 'SLOW' ? { seconds } : {};
    if (await decide({ subjectId, kind, reason, reasonPublic, expectedSeq: seq, ...more })) onClose();
  };
  return (
    <FormDialog
      title={formatMessage({ id: `discussions.decide.${kind}` })}
      submitLabel={formatMessage({ id: `discussions.decide.${kind}` })}
      danger={kind === 'REMOVE'}
      state={state}
      onSubmit={() => void send()}
      onRefresh={() => {
        setSeq(state.problem?.decided?.seq ?? seq);
        onRefresh?.();
      }}
      stays
      onClose={onClose}
    >
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
      {timed && (
        <DateField
          id="until"
          label={formatMessage({ id: 'discussions.decide.until' })}
          hint={formatMessage({ id: 'discussions.decide.untilHint' })}
          optional
          error={state.errorOf('until')}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      )}
      {kind === 'SLOW' && (
        <SelectField
          id="seconds"
          label={formatMessage({ id: 'discussions.decide.seconds' })}
          hint={formatMessage({ id: 'discussions.decide.secondsHint' })}
          value={seconds}
          choices={paces.map((pace) => ({ value: String(pace), label: paceName(pace) }))}
          onChange={(event) => setSeconds(Number(event.target.value))}
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
    </FormDialog>
  );
}
