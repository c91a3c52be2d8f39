import { MAIL_KINDS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, Checkbox, FormErrorSummary, showToast } from '../../../ui/index.js';
import type { OwnAccount } from '../own-account.js';
import { UpdatePreferencesMutation } from './preferences-operations.js';

/** Which mails I want; those about my account and about what waits for me come anyway. */
export function MailsForm({ account, onRefresh }: { account: OwnAccount; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [muted, setMuted] = useState<readonly (typeof MAIL_KINDS)[number][]>(account.mutedMails);
  const [update, state] = useCommand(UpdatePreferencesMutation, {
    onDone: () => showToast(formatMessage({ id: 'accounts.saved' })),
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void update({ expectedVersion: account.version, mutedMails: [...muted] });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      {MAIL_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          label={formatMessage({ id: `accounts.mails.${kind}` })}
          checked={!muted.includes(kind)}
          onChange={(event) => setMuted(event.target.checked ? muted.filter((each) => each !== kind) : [...muted, kind])}
        />
      ))}
      <CommandProblem state={state} onRefresh={onRefresh} />
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'accounts.mails.save' })}
      </Button>
    </form>
  );
}
