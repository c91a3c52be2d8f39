import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Checkbox, TextField } from '../../../ui/index.js';

/** A new password, typed once, with a way to see it: what was mistyped is seen, not typed twice. */
export function NewPasswordField({
  id,
  label,
  error,
  value,
  onChange,
}: {
  id: string;
  label: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const { formatMessage } = useIntl();
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextField
        id={id}
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        label={label}
        hint={formatMessage({ id: 'accounts.passwordHint' })}
        error={error}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Checkbox
        label={formatMessage({ id: 'accounts.passwordShow' })}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </>
  );
}
