import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ownDataPath } from '../../features/privacy/paths.js';
import { Button, ButtonLink } from '../../ui/Button.js';
import { Checkbox } from '../../ui/Field.js';
import { FormErrorSummary } from '../../ui/FormErrorSummary.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SheetRow } from '../../ui/Sheet.js';
import { useCommand } from '../api/use-command.js';
import { CommandProblem } from '../CommandProblem.js';
import { useHref } from '../i18n/index.js';
import { ConsentTexts } from './ConsentTexts.js';
import { GiveConsentsMutation, type ConsentText } from './consent-operations.js';

/** A new version of what people agree to: its text, the agreement, and the way to one's data for whoever does not agree. */
export default function ConsentPage({ texts }: { texts: readonly ConsentText[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [agrees, setAgrees] = useState(false);
  const [missing, setMissing] = useState(false);
  const [give, state] = useCommand(GiveConsentsMutation, { refetch: ['ConsentsAskedQuery'] });
  const error = missing && !agrees ? formatMessage({ id: 'error.CONSENT_REQUIRED' }) : undefined;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'app.consent.title' })}
        lead={formatMessage({ id: 'app.consent.lead' })}
        problem={error !== undefined || state.errors.length > 0}
      />
      <ConsentTexts texts={texts} />
      <form
        className="form"
        style={{ marginTop: 20 }}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!agrees);
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
          onChange={({ target }) => setAgrees(target.checked)}
        />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'app.consent.submit' })}
          </Button>
          <ButtonLink to={href(ownDataPath())}>{formatMessage({ id: 'app.consent.data' })}</ButtonLink>
        </div>
      </form>
    </SheetRow>
  );
}
