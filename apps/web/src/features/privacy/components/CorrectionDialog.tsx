import { CORRECTION_DAYS, CORRECTION_SUBJECTS, LENGTHS, type CorrectionSubject } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { SelectField, showToast, TextArea } from '../../../ui/index.js';
import { RequestCorrectionMutation } from '../correction-operations.js';

/** Asks to have something corrected: what it is about, what is wrong, what is right. */
export function CorrectionDialog({ onClose }: { onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [subject, setSubject] = useState<CorrectionSubject>('APPOINTMENT');
  const [wrong, setWrong] = useState('');
  const [correct, setCorrect] = useState('');
  const [ask, state] = useCommand(RequestCorrectionMutation, {
    creates: true,
    refetch: ['OwnCorrectionsQuery', 'OwnDataPageQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'privacy.correct.asked' }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'privacy.correct.ask' })}
      submitLabel={formatMessage({ id: 'privacy.correct.send' })}
      state={state}
      onSubmit={() => void ask({ subject, wrong, correct })}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'privacy.correct.askText' }, { days: CORRECTION_DAYS })}</p>
      <SelectField
        id="subject"
        label={formatMessage({ id: 'privacy.correct.subject' })}
        error={state.errorOf('subject')}
        choices={CORRECTION_SUBJECTS.map((value) => ({ value, label: formatMessage({ id: `privacy.correct.subject.${value}` }) }))}
        value={subject}
        onChange={({ target }) => setSubject(CORRECTION_SUBJECTS.find((each) => each === target.value) ?? 'OTHER')}
      />
      <TextArea
        id="wrong"
        label={formatMessage({ id: 'privacy.correct.wrong' })}
        hint={formatMessage({ id: 'privacy.correct.wrongHint' })}
        error={state.errorOf('wrong')}
        value={wrong}
        rows={3}
        maxLength={LENGTHS.reason.max}
        onChange={({ target }) => setWrong(target.value)}
      />
      <TextArea
        id="correct"
        label={formatMessage({ id: 'privacy.correct.right' })}
        error={state.errorOf('correct')}
        value={correct}
        rows={3}
        maxLength={LENGTHS.reason.max}
        onChange={({ target }) => setCorrect(target.value)}
      />
    </FormDialog>
  );
}
