import { useState, type ReactNode } from 'react';
import type { CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, FormErrorSummary, PageHeader, SheetRow } from '../../../ui/index.js';
import { NewPasswordField } from './NewPasswordField.js';

/** The page behind a mailed link that ends with a password of one's own: whose it is, the password, and one button. */
export function PasswordPage({
  title,
  lead,
  label,
  submitLabel,
  state,
  onSubmit,
  children,
}: {
  title: string;
  lead: string;
  /** Of the password. */
  label: string;
  submitLabel: string;
  state: CommandState;
  onSubmit: (password: string) => Promise<void>;
  /** What is asked besides. */
  children?: ReactNode;
}) {
  const [password, setPassword] = useState('');
  return (
    <SheetRow>
      <PageHeader title={title} lead={lead} problem={state.errors.length > 0} />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit(password);
        }}
      >
        <NewPasswordField id="password" label={label} error={state.errorOf('password')} value={password} onChange={setPassword} />
        {children}
        <CommandProblem state={state} />
        <Button kind="primary" type="submit" busy={state.busy}>
          {submitLabel}
        </Button>
      </form>
    </SheetRow>
  );
}
