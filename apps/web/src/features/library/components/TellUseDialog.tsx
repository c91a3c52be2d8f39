import { LENGTHS, USE_RESULTS, type UseResult } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { RadioGroup, showToast, TextArea } from '../../../ui/index.js';
import type { ResourceShown } from '../resource-operations.js';
import { TellUseMutation, type UseShown } from '../use-operations.js';

/** How it went where the reader tried a resource, in a few words. */
export default function TellUseDialog({
  resource,
  mine,
  onDone,
  onClose,
}: {
  resource: ResourceShown;
  mine: UseShown | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const language = useLanguage();
  const [result, setResult] = useState<UseResult>(mine?.result ?? 'WORKED');
  const [account, setAccount] = useState(mine?.account ?? '');
  const [tell, state] = useCommand(TellUseMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'library.uses.told' }));
      onDone();
      onClose();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'library.uses.tell' })}
      submitLabel={formatMessage({ id: 'library.uses.send' })}
      state={state}
      onClose={onClose}
      onSubmit={() => void tell({ id: resource.id, result, account, lang: language })}
    >
      <RadioGroup
        name="result"
        label={formatMessage({ id: 'library.uses.how' })}
        value={result}
        choices={USE_RESULTS.map((value) => ({ value, label: formatMessage({ id: `library.uses.result.${value}` }) }))}
        onChange={(value) => setResult(USE_RESULTS.find((one) => one === value) ?? result)}
      />
      <TextArea
        id="account"
        label={formatMessage({ id: 'library.uses.account' })}
        hint={formatMessage({ id: 'library.uses.accountHint' })}
        error={state.errorOf('account')}
        value={account}
        rows={6}
        maxLength={LENGTHS.networkPurpose.max}
        onChange={(event) => setAccount(event.target.value)}
      />
    </FormDialog>
  );
}
