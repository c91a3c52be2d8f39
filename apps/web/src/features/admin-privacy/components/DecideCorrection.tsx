import { CORRECTION_DECISIONS, LENGTHS, type CorrectionDecision } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { RadioGroup, showToast, TextArea } from '../../../ui/index.js';
import { DecideCorrectionMutation, type CorrectionRequest } from '../correction-operations.js';

/** Answers a request: corrected, or declined with a reason that the person reads. */
export function DecideCorrection({
  request,
  onClose,
  onRefresh,
}: {
  request: CorrectionRequest;
  onClose: () => void;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const [decision, setDecision] = useState<CorrectionDecision>('DONE');
  const [answer, setAnswer] = useState('');
  const [decide, state] = useCommand(DecideCorrectionMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'corrections.decided' }));
      onClose();
      onRefresh();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'corrections.decideOf' }, { name: request.person.displayName })}
      submitLabel={formatMessage({ id: 'corrections.send' })}
      state={state}
      onSubmit={() => void decide({ id: request.id, decision, answer, expectedVersion: request.version })}
      onRefresh={onRefresh}
      onClose={onClose}
    >
      <RadioGroup
        name="decision"
        label={formatMessage({ id: 'corrections.decision' })}
        choices={CORRECTION_DECISIONS.map((value) => ({
          value,
          label: formatMessage({ id: `corrections.decision.${value}` }),
          hint: formatMessage({ id: `corrections.decisionHint.${value}` }),
        }))}
        value={decision}
        onChange={(value) => setDecision(CORRECTION_DECISIONS.find((each) => each === value) ?? 'DONE')}
      />
      <TextArea
        id="answer"
        label={formatMessage({ id: 'corrections.answer' })}
        hint={formatMessage({ id: 'corrections.answerHint' })}
        error={state.errorOf('answer')}
        optional={decision === 'DONE'}
        value={answer}
        rows={3}
        maxLength={LENGTHS.reason.max}
        onChange={({ target }) => setAnswer(target.value)}
      />
    </FormDialog>
  );
}
