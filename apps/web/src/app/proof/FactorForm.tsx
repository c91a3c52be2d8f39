import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/Button.js';
import { TextField } from '../../ui/Field.js';
import { FormErrorSummary } from '../../ui/FormErrorSummary.js';
import { Banner } from '../../ui/Sheet.js';
import type { CommandState } from '../api/use-command.js';
import { CommandProblem } from '../CommandProblem.js';
import { askForPasskey, knowsPasskeys } from './passkeys.js';

/** What somebody can show; the API names those that they have. */
export type FactorMethod = 'PASSWORD' | 'CODE' | 'PASSKEY' | 'RECOVERY_CODE';

export interface FactorFormProps {
  methods: readonly FactorMethod[];
  state: CommandState;
  /** The field's name in errors, `code` or `answer`. */
  field: string;
  submitLabel: string;
  /** Reads what the browser needs to ask for a passkey. */
  passkeyOptions: () => Promise<string | null>;
  /** Sends what was typed, or what the passkey answered. */
  onAnswer: (method: FactorMethod, answer: string) => void;
  /** Further buttons, before the deciding one. */
  buttons?: ReactNode;
}

/** Asks for one of the things that show who somebody is, and offers the others. */
export function FactorForm({ methods, state, field, submitLabel, passkeyOptions, onAnswer, buttons }: FactorFormProps) {
  const { formatMessage } = useIntl();
  const offered = methods.filter((method) => method !== 'PASSKEY' || knowsPasskeys());
  const [method, setMethod] = useState<FactorMethod>(offered[0] ?? 'CODE');
  const [answer, setAnswer] = useState('');
  const [declined, setDeclined] = useState(false);
  const usePasskey = async () => {
    setDeclined(false);
    const options = await passkeyOptions();
    const given = options && (await askForPasskey(options));
    if (given) onAnswer('PASSKEY', given);
    else setDeclined(true);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (method === 'PASSKEY') void usePasskey();
        else onAnswer(method, answer);
      }}
    >
      <FormErrorSummary errors={state.errors} />
      {declined && (
        <Banner tone="danger" announce>
          {formatMessage({ id: 'app.factor.declined' })}
        </Banner>
      )}
      {method === 'PASSKEY' ? (
        <p>{formatMessage({ id: 'app.factor.passkeyHint' })}</p>
      ) : (
        <TextField
          key={method}
          id={field}
          type={method === 'PASSWORD' ? 'password' : 'text'}
          inputMode={method === 'CODE' ? 'numeric' : undefined}
          autoComplete={method === 'PASSWORD' ? 'current-password' : method === 'CODE' ? 'one-time-code' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          label={formatMessage({ id: `app.factor.label.${method}` })}
          hint={method === 'PASSWORD' ? undefined : formatMessage({ id: `app.factor.hint.${method}` })}
          error={state.errorOf(field)}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      )}
      <CommandProblem state={state} />
      <div className="button-row">
        {buttons}
        <Button kind="primary" type="submit" busy={state.busy}>
          {method === 'PASSKEY' ? formatMessage({ id: 'app.factor.use.PASSKEY' }) : submitLabel}
        </Button>
      </div>
      {offered.length > 1 && (
        <div className="button-row">
          {offered
            .filter((other) => other !== method)
            .map((other) => (
              <Button
                key={other}
                kind="quiet"
                onClick={() => {
                  state.reset();
                  setAnswer('');
                  setDeclined(false);
                  setMethod(other);
                }}
              >
                {formatMessage({ id: `app.factor.use.${other}` })}
              </Button>
            ))}
        </div>
      )}
    </form>
  );
}
