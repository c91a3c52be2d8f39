import { thresholdsForm, type ThresholdsForm } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, Dialog, FormErrorSummary, showToast, StatusMark, TextField } from '../../../ui/index.js';
import { SetHealthThresholdsMutation, type Overview, type Thresholds } from '../county-operations.js';
import styles from './County.module.css';

const FIELDS = Object.keys(thresholdsForm.shape) as (keyof ThresholdsForm)[];
const GROUPS: readonly [group: 'participation' | 'replies' | 'others', fields: readonly (keyof ThresholdsForm)[]][] = [
  ['participation', ['activeWithinDays', 'participationOnTrack', 'participationWatch']],
  ['replies', ['firstReplyOnTrack', 'firstReplyWatch']],
  ['others', ['reportLateDays', 'newNetworkDays']],
];

/** How status is decided, with the county's limits; whoever oversees the county changes them here. */
export function StatusDialog({
  overview,
  open,
  onClose,
  onChanged,
}: {
  overview: Overview;
  open: boolean;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { formatMessage } = useIntl();
  const { thresholds } = overview;
  return (
    <Dialog open={open} wide title={formatMessage({ id: 'oversight.status.title' })} onClose={onClose}>
      <ul className={styles['rules']}>
        <li>
          <StatusMark status="danger">{formatMessage({ id: 'oversight.health.AT_RISK' })}</StatusMark>{' '}
          {formatMessage({ id: 'oversight.status.AT_RISK' })}
        </li>
        <li>
          <StatusMark status="warn">{formatMessage({ id: 'oversight.health.WATCH' })}</StatusMark>{' '}
          {formatMessage({ id: 'oversight.status.WATCH' })}
        </li>
        <li>
          <StatusMark status="ok">{formatMessage({ id: 'oversight.health.ON_TRACK' })}</StatusMark>{' '}
          {formatMessage({ id: 'oversight.status.ON_TRACK' })}
        </li>
        <li>
          <StatusMark status="none">{formatMessage({ id: 'oversight.health.NO_DATA' })}</StatusMark>{' '}
          {formatMessage({ id: 'oversight.status.NO_DATA' }, { days: thresholds.newNetworkDays })}
        </li>
      </ul>
      {overview.viewerCan.editThresholds ? (
        <LimitsForm key={thresholds.version} countyId={overview.place.id} thresholds={thresholds} onChanged={onChanged} onClose={onClose} />
      ) : (
        <dl>
          {FIELDS.map((field) => (
            <div key={field}>
              <dt>{formatMessage({ id: `oversight.limit.${field}` })}</dt>
              <dd>{thresholds[field]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}

function LimitsForm({
  countyId,
  thresholds,
  onChanged,
  onClose,
}: {
  countyId: string;
  thresholds: Thresholds;
  onChanged: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [values, setValues] = useState(
    () => Object.fromEntries(FIELDS.map((field) => [field, String(thresholds[field])])) as Record<keyof ThresholdsForm, string>,
  );
  const [save, state] = useCommand(SetHealthThresholdsMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'oversight.status.saved' }));
      onChanged();
      onClose();
    },
  });
  return (
    <form
      noValidate
      className={styles['limits']}
      onSubmit={(event) => {
        event.preventDefault();
        // What is no number is sent as one below every limit, so that the field is named in the answer.
        const number = (field: keyof ThresholdsForm): number => (/^\d{1,6}$/u.test(values[field].trim()) ? Number(values[field]) : -1);
        void save({
          countyId,
          expectedVersion: thresholds.version,
          activeWithinDays: number('activeWithinDays'),
          participationOnTrack: number('participationOnTrack'),
          participationWatch: number('participationWatch'),
          firstReplyOnTrack: number('firstReplyOnTrack'),
          firstReplyWatch: number('firstReplyWatch'),
          reportLateDays: number('reportLateDays'),
          newNetworkDays: number('newNetworkDays'),
        });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      {GROUPS.map(([group, fields]) => (
        <fieldset key={group}>
          <legend>{formatMessage({ id: `oversight.limits.${group}` })}</legend>
          {fields.map((field) => (
            <TextField
              key={field}
              id={field}
              inputMode="numeric"
              label={formatMessage({ id: `oversight.limit.${field}` })}
              error={state.errorOf(field)}
              value={values[field]}
              onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            />
          ))}
        </fieldset>
      ))}
      <CommandProblem state={state} onRefresh={onChanged} />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'oversight.status.save' })}
        </Button>
      </div>
    </form>
  );
}
