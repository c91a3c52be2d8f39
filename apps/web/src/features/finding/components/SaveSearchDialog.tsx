import { SEARCH_MAILS, type SearchMail } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { SelectField, showToast, TextField } from '../../../ui/index.js';
import { type Asked, filterOf } from '../library-params.js';
import { SaveSearchMutation } from '../saved-operations.js';

/** Keeps a search under a name, with or without mails about what is new. */
export default function SaveSearchDialog({ asked, suggested, onClose }: { asked: Asked; suggested: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [name, setName] = useState(suggested);
  const [mail, setMail] = useState<SearchMail>('WEEKLY');
  const [save, state] = useCommand(SaveSearchMutation, {
    refetch: ['SavedSearchesQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'finding.saved.done' }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'finding.saved.save' })}
      submitLabel={formatMessage({ id: 'finding.saved.save' })}
      state={state}
      onClose={onClose}
      onSubmit={() => void save({ name, query: asked.query, filter: filterOf(asked), mail })}
    >
      <TextField
        id="name"
        label={formatMessage({ id: 'finding.saved.name' })}
        maxLength={160}
        value={name}
        error={state.errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        id="mail"
        label={formatMessage({ id: 'finding.saved.mail' })}
        hint={formatMessage({ id: 'finding.saved.mailHint' })}
        value={mail}
        onChange={(event) => setMail(event.target.value as SearchMail)}
        choices={SEARCH_MAILS.map((value) => ({ value, label: formatMessage({ id: `finding.saved.mail.${value}` }) }))}
      />
    </FormDialog>
  );
}
