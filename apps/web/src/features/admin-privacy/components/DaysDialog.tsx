import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Dialog, FormErrorSummary, showToast, TextField } from '../../../ui/index.js';
import { SetRetentionMutation, type RetentionRule } from '../retention-operations.js';

/** Sets how many days a kind of record is kept, between the bounds of the kind. */
export function DaysDialog({ rule, onClose, onRefresh }: { rule: RetentionRule; onClose: () => void; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [days, setDays] = useState(String(rule.days));
  const [set, state] = useCommand(SetRetentionMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'retention.changed' }));
      onClose();
      onRefresh();
    },
  });
  // The API's own words about a number do not know the bounds; these do.
  const bounds = formatMessage({ id: 'retention.bounds' }, { min: rule.minDays, max: rule.maxDays });
  const typed = Number(days);
  const isWhole = days.trim() !== '' && Number.isInteger(typed) && Math.abs(typed) < 1_000_000;
  const [refused, setRefused] = useState(false);
  const errors = refused || state.errors.length > 0 ? [{ field: 'days', message: bounds }] : [];
  const submit = () => {
    setRefused(!isWhole);
    if (isWhole) void set({ name: rule.name, days: typed, expectedVersion: rule.version });
  };
  return (
    <Dialog
      open
      title={formatMessage({ id: `retention.kind.${rule.name}` })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind="primary" busy={state.busy} onClick={submit}>
            {formatMessage({ id: 'retention.save' })}
          </Button>
        </>
      }
    >
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormErrorSummary errors={errors} />
        <CommandProblem state={state} onRefresh={onRefresh} />
        <TextField
          id="days"
          inputMode="numeric"
          label={formatMessage({ id: 'retention.keptDays' })}
          hint={formatMessage({ id: 'retention.hint' }, { min: rule.minDays, max: rule.maxDays, days: rule.defaultDays })}
          error={errors[0]?.message}
          value={days}
          onChange={({ target }) => setDays(target.value)}
        />
      </form>
    </Dialog>
  );
}
