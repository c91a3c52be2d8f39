import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useAct, useCommand } from '../../../app/api/use-command.js';
import { useFormats } from '../../../app/i18n/index.js';
import { Button, FormErrorSummary, showToast, StatusMark, TextField } from '../../../ui/index.js';
import { ConfirmCodeAppMutation, StartCodeAppMutation, TurnOffCodeAppMutation } from '../security-operations.js';
import styles from './Security.module.css';

interface Offer {
  secret: string;
  picture: string;
}

/** The app that writes a new code every half minute: turning it on, and off. */
export function CodeAppSection({ since, onChanged }: { since: string | null; onChanged: (codes?: readonly string[] | null) => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [start, starting] = useAct(StartCodeAppMutation, {
    onDone: ({ startCodeApp: { secret, picture } }) => setOffer(secret && picture ? { secret, picture } : null),
  });
  const [turnOff, ending] = useAct(TurnOffCodeAppMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'accounts.codeApp.off' }));
      onChanged();
    },
  });
  return (
    <>
      {since === null ? (
        <p className={styles.intro}>{formatMessage({ id: 'accounts.codeApp.lead' })}</p>
      ) : (
        <p className={styles.intro}>
          <StatusMark status="ok">{formatMessage({ id: 'accounts.codeApp.since' }, { date: formats.date(since) })}</StatusMark>
        </p>
      )}
      <CommandProblem state={starting} />
      <CommandProblem state={ending} />
      {offer ? (
        <Enrolment
          offer={offer}
          onCancel={() => setOffer(null)}
          onDone={(codes) => {
            setOffer(null);
            onChanged(codes);
          }}
        />
      ) : (
        <div className="button-row">
          <Button busy={starting.busy} onClick={() => void start()}>
            {formatMessage({ id: since === null ? 'accounts.codeApp.start' : 'accounts.codeApp.replace' })}
          </Button>
          {since !== null && (
            <Button kind="danger" busy={ending.busy} onClick={() => void turnOff()}>
              {formatMessage({ id: 'accounts.codeApp.turnOff' })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Enrolment({ offer, onCancel, onDone }: { offer: Offer; onCancel: () => void; onDone: (codes: readonly string[] | null) => void }) {
  const { formatMessage } = useIntl();
  const [code, setCode] = useState('');
  const [confirm, state] = useCommand(ConfirmCodeAppMutation, {
    refetch: ['SessionListQuery'],
    onDone: ({ confirmCodeApp: { recoveryCodes } }) => {
      showToast(formatMessage({ id: 'accounts.codeApp.on' }));
      onDone(recoveryCodes);
    },
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm({ code });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <ol className={styles.steps}>
        <li>{formatMessage({ id: 'accounts.codeApp.step1' })}</li>
        <li>
          {formatMessage({ id: 'accounts.codeApp.step2' })}
          <img
            className={styles.picture}
            src={offer.picture}
            width={240}
            height={240}
            alt={formatMessage({ id: 'accounts.codeApp.pictureAlt' })}
          />
          <span className={styles.secret}>
            {formatMessage({ id: 'accounts.codeApp.secret' })} <code translate="no">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </span>
        </li>
        <li>{formatMessage({ id: 'accounts.codeApp.step3' })}</li>
      </ol>
      <TextField
        id="code"
        className="narrow"
        inputMode="numeric"
        autoComplete="one-time-code"
        label={formatMessage({ id: 'app.factor.label.CODE' })}
        error={state.errorOf('code')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <CommandProblem state={state} />
      <div className="button-row">
        <Button onClick={onCancel}>{formatMessage({ id: 'ui.cancel' })}</Button>
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'accounts.codeApp.confirm' })}
        </Button>
      </div>
    </form>
  );
}
