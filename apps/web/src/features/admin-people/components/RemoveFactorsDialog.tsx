import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { ConfirmDialog, FormErrorSummary, RadioGroup, showToast } from '../../../ui/index.js';

const RemoveFactorsMutation = graphql(`
  mutation RemoveFactorsMutation($input: RemoveFactorsInput!) {
    removeFactors(input: $input) {
      person {
        id
        account {
          version
        }
        viewerCan {
          removeFactors
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const REASONS = ['LOST', 'MISUSE', 'ASKED'] as const;

interface Props {
  person: { id: string; displayName: string; account: { version: number } | null };
  onClose: () => void;
  onRefresh: () => void;
}

/** Asks why before every second factor of a person goes. */
export function RemoveFactorsDialog({ person, onClose, onRefresh }: Props) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('LOST');
  const [remove, state] = useCommand(RemoveFactorsMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'admin.factors.removed' }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={formatMessage({ id: 'admin.factors.removeOf' }, { name: person.displayName })}
      confirmLabel={formatMessage({ id: 'admin.factors.remove' })}
      busy={state.busy}
      onClose={onClose}
      onConfirm={() => void remove({ id: person.id, expectedVersion: person.account?.version ?? 0, reason })}
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <p>{formatMessage({ id: 'admin.factors.text' })}</p>
      <RadioGroup
        id="reason"
        name="reason"
        label={formatMessage({ id: 'admin.factors.reason' })}
        value={reason}
        choices={REASONS.map((value) => ({ value, label: formatMessage({ id: `admin.factors.reason.${value}` }) }))}
        onChange={(value) => setReason(REASONS.find((each) => each === value) ?? 'LOST')}
      />
    </ConfirmDialog>
  );
}
