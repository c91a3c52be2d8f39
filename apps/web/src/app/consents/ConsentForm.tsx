import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/Button.js';
import { Checkbox } from '../../ui/Field.js';
import { FormErrorSummary } from '../../ui/FormErrorSummary.js';
import { useCommand } from '../api/use-command.js';
import { CommandProblem } from '../CommandProblem.js';
import { GiveConsentsMutation, type ConsentText } from './consent-operations.js';

/** The agreement under the texts that were read, with further buttons beside the one that agrees. */
export function ConsentForm({
  texts,
  buttons,
  onMissing,
  onDone,
}: {
  texts: readonly ConsentText[];
  buttons: ReactNode;
  /** Told whether somebody went on without agreeing. */
  onMissing?: (missing: boolean) => void;
  onDone?: () => void;
}) {
  const { formatMessage } = useIntl();
  const [agrees, setAgrees] = useState(false);
  const [missing, setMissing] = useState(false);
  const [give, state] = useCommand(GiveConsentsMutation, { refetch: ['ConsentsAskedQuery'], ...(onDone && { onDone }) });
  const error = missing && !agrees ? formatMessage({ id: 'error.CONSENT_REQUIRED' }) : undefined;
  return (
    <form
      className="form"
      style={{ marginTop: 20 }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!agrees);
        onMissing?.(!agrees);
        if (agrees) void give({ textIds: texts.map(({ id }) => id) });
      }}
    >
      <FormErrorSummary errors={error ? [{ field: 'agreesTo', message: error }] : state.errors} />
      <CommandProblem state={state} />
      <Checkbox
        id="agreesTo"
        label={formatMessage({ id: 'app.consent.agree' })}
        error={error}
        checked={agrees}
        onChange={({ target }) => {
          setAgrees(target.checked);
          if (target.checked) onMissing?.(false);
        }}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'app.consent.submit' })}
        </Button>
        {buttons}
      </div>
    </form>
  );
}
