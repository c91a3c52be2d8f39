import { browserName } from '@stoa/domain';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats } from '../../../app/i18n/index.js';
import { knowsPasskeys, makePasskey } from '../../../app/proof/passkeys.js';
import { Banner, Button, DataTable, Dialog, FormErrorSummary, showToast, TextField } from '../../../ui/index.js';
import { AddPasskeyMutation, NewPasskeyQuery, RemovePasskeyMutation, RenamePasskeyMutation, type Passkey } from '../security-operations.js';
import styles from './Security.module.css';

interface Change {
  onChanged: (codes?: readonly string[] | null) => void;
}

/** The passkeys of the person: adding, naming and removing them. */
export function PasskeySection({ passkeys, onChanged }: Change & { passkeys: readonly Passkey[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const [remove, state] = useCommand(RemovePasskeyMutation, {
    refetch: ['SessionListQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'accounts.passkeys.removed' }));
      onChanged();
    },
  });
  return (
    <>
      <p className={styles.intro}>{formatMessage({ id: 'accounts.passkeys.lead' })}</p>
      <CommandProblem state={state} />
      {passkeys.length > 0 && (
        <DataTable
          caption={formatMessage({ id: 'accounts.passkeys.title' })}
          captionHidden
          rows={passkeys}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: formatMessage({ id: 'accounts.passkeys.name' }), cell: ({ name }) => name },
            { key: 'added', header: formatMessage({ id: 'accounts.passkeys.added' }), cell: ({ createdAt }) => formats.date(createdAt) },
            {
              key: 'used',
              header: formatMessage({ id: 'accounts.passkeys.used' }),
              cell: ({ lastUsedAt }) => (lastUsedAt ? formats.dateTime(lastUsedAt) : formatMessage({ id: 'accounts.passkeys.never' })),
            },
            {
              key: 'acts',
              header: <span className="unseen">{formatMessage({ id: 'accounts.passkeys.remove' })}</span>,
              cell: (passkey) => (
                <div className="button-row">
                  <Button
                    kind="subtle"
                    aria-label={formatMessage({ id: 'accounts.passkeys.renameOf' }, { name: passkey.name })}
                    onClick={() => setRenaming(passkey)}
                  >
                    {formatMessage({ id: 'accounts.passkeys.rename' })}
                  </Button>
                  <Button
                    kind="subtle"
                    busy={state.busy}
                    aria-label={formatMessage({ id: 'accounts.passkeys.removeOf' }, { name: passkey.name })}
                    onClick={() => void remove({ id: passkey.id })}
                  >
                    {formatMessage({ id: 'accounts.passkeys.remove' })}
                  </Button>
                </div>
              ),
            },
          ]}
        />
      )}
      {knowsPasskeys() ? (
        <AddPasskey onChanged={onChanged} />
      ) : (
        <p className="muted">{formatMessage({ id: 'accounts.passkeys.unknown' })}</p>
      )}
      {renaming && <RenameDialog passkey={renaming} onChanged={onChanged} onClose={() => setRenaming(null)} />}
    </>
  );
}

function AddPasskey({ onChanged }: Change) {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const [name, setName] = useState(() => browserName(navigator.userAgent) ?? '');
  const [declined, setDeclined] = useState(false);
  const [add, state] = useCommand(AddPasskeyMutation, {
    refetch: ['SessionListQuery'],
    onDone: ({ addPasskey: { recoveryCodes } }) => {
      showToast(formatMessage({ id: 'accounts.passkeys.done' }));
      onChanged(recoveryCodes);
    },
  });
  const make = async () => {
    setDeclined(false);
    const { data } = await client.query({ query: NewPasskeyQuery, fetchPolicy: 'no-cache' });
    const response = data && (await makePasskey(data.passkeyOptions));
    if (response) await add({ name, response });
    else setDeclined(true);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <FormErrorSummary errors={state.errors} />
      {declined && (
        <Banner tone="danger" announce>
          {formatMessage({ id: 'accounts.passkeys.declined' })}
        </Banner>
      )}
      <TextField
        id="name"
        label={formatMessage({ id: 'accounts.passkeys.newName' })}
        hint={formatMessage({ id: 'accounts.passkeys.nameHint' })}
        error={state.errorOf('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <CommandProblem state={state} />
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'accounts.passkeys.add' })}
      </Button>
    </form>
  );
}

function RenameDialog({ passkey, onChanged, onClose }: Change & { passkey: Passkey; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [name, setName] = useState(passkey.name);
  const [rename, state] = useCommand(RenamePasskeyMutation, {
    onDone: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <Dialog open title={formatMessage({ id: 'accounts.passkeys.renameOf' }, { name: passkey.name })} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void rename({ id: passkey.id, name, expectedVersion: passkey.version });
        }}
      >
        <TextField
          id="passkeyName"
          label={formatMessage({ id: 'accounts.passkeys.name' })}
          error={state.errorOf('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <CommandProblem state={state} onRefresh={onChanged} />
        <div className="button-row">
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'accounts.passkeys.rename' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
