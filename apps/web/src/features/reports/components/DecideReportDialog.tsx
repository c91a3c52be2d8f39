import { LENGTHS, REPORT_OUTCOMES, type ReportOutcome } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { RadioGroup, showToast, TextArea } from '../../../ui/index.js';

const DecideReportMutation = graphql(`
  mutation DecideReportMutation($input: DecideReportInput!) {
    decideReport(input: $input) {
      reportId
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Decides what somebody reported of a resource, or of an account of its use. */
export function DecideReportDialog({
  report,
  onDone,
  onClose,
}: {
  report: { id: string; version: number; text: string; account: string | null };
  onDone: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [outcome, setOutcome] = useState<ReportOutcome>('KEPT');
  const [answer, setAnswer] = useState('');
  const [decide, state] = useCommand(DecideReportMutation, {
    onDone: () => {
      showToast(formatMessage({ id: `library.reports.done.${outcome}` }));
      onDone();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'library.reports.decide' })}
      submitLabel={formatMessage({ id: 'reports.approvals.decide' })}
      danger={outcome === 'TAKEN_DOWN'}
      state={state}
      onRefresh={onDone}
      onClose={onClose}
      onSubmit={() => void decide({ id: report.id, expectedVersion: report.version, outcome, answer })}
    >
      <blockquote>{report.text}</blockquote>
      {report.account !== null && (
        <p>
          {formatMessage({ id: 'library.reports.account' })} {report.account}
        </p>
      )}
      <RadioGroup
        name="outcome"
        label={formatMessage({ id: 'library.reports.outcome' })}
        value={outcome}
        choices={REPORT_OUTCOMES.map((value) => ({ value, label: formatMessage({ id: `library.reports.outcome.${value}` }) }))}
        onChange={(value) => setOutcome(REPORT_OUTCOMES.find((one) => one === value) ?? outcome)}
      />
      <TextArea
        id="answer"
        label={formatMessage({ id: 'library.reports.answer' })}
        hint={formatMessage({ id: 'library.reports.answerHint' })}
        error={state.errorOf('answer')}
        value={answer}
        rows={4}
        maxLength={LENGTHS.reason.max}
        onChange={(event) => setAnswer(event.target.value)}
      />
    </FormDialog>
  );
}
