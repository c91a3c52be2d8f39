import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/index.js';
import { ConfirmDialog, FormErrorSummary, showToast, TextField } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { MergePeopleMutation, type Side } from './merge-operations.js';

interface Props {
  keep: Side;
  away: Side;
  onRefresh: () => void;
  onClose: () => void;
}

/** Says that nothing brings the account back that goes, and asks for its name in addresses, typed by hand. */
export function MergeDialog({ keep, away, onRefresh, onClose }: Props) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [merge, state] = useCommand(MergePeopleMutation, {
    creates: true,
    onDone: ({ mergePeople: { person } }) => {
      showToast(formatMessage({ id: 'admin.merge.done' }));
      if (person) void navigate(href(personPath(person)), { replace: true });
    },
  });
  const send = () =>
    void merge({
      keepId: keep.person.id,
      awayId: away.person.id,
      keepVersion: keep.version,
      awayVersion: away.version,
      confirmHandle: typed,
    });
  return (
    <ConfirmDialog
      open
      danger
      title={formatMessage({ id: 'admin.merge.sure' }, { name: away.person.displayName })}
      confirmLabel={formatMessage({ id: 'admin.merge.submit' })}
      busy={state.busy}
      onClose={onClose}
      onConfirm={send}
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <CommandProblem state={state} onRefresh={onRefresh} />
        <p>{formatMessage({ id: 'admin.merge.sureText' }, { away: away.person.handle, keep: keep.person.handle })}</p>
        <TextField
          id="confirmHandle"
          label={formatMessage({ id: 'admin.merge.type' }, { handle: away.person.handle })}
          error={state.errorOf('confirmHandle')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </ConfirmDialog>
  );
}
