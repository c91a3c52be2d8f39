import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../../../app/api/graphql.js';
import { toProblem } from '../../../app/api/problem.js';
import { useHref } from '../../../app/i18n/index.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, Button, ConfirmDialog, showToast } from '../../../ui/index.js';

const DeactivateAccountMutation = graphql(`
  mutation DeactivateAccountMutation {
    deactivateAccount {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Closing one's account for the time being; what was written stays, and a new password opens it again. */
export function CloseAccount() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { refresh } = useViewer();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const close = async () => {
    setBusy(true);
    setOpen(false);
    try {
      await client.mutate({ mutation: DeactivateAccountMutation });
    } catch (error) {
      setFailed(toProblem(error).kind !== 'unproved');
      setBusy(false);
      return;
    }
    await navigate(href('/'));
    await refresh();
    showToast(formatMessage({ id: 'accounts.close.done' }));
  };
  return (
    <>
      <p>{formatMessage({ id: 'accounts.close.text' })}</p>
      {failed && (
        <Banner tone="danger" announce>
          {formatMessage({ id: 'app.problem.fault' })}
        </Banner>
      )}
      <Button kind="danger" busy={busy} onClick={() => setOpen(true)}>
        {formatMessage({ id: 'accounts.close.submit' })}
      </Button>
      <ConfirmDialog
        open={open}
        title={formatMessage({ id: 'accounts.close.ask' })}
        confirmLabel={formatMessage({ id: 'accounts.close.submit' })}
        danger
        onConfirm={() => void close()}
        onClose={() => setOpen(false)}
      >
        <p>{formatMessage({ id: 'accounts.close.text' })}</p>
      </ConfirmDialog>
    </>
  );
}
