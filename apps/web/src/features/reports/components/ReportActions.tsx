import { Download, Globe, Presentation, RotateCcw, Send, Stamp } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { ExportDialog } from '../../../app/exports/ExportDialog.js';
import { Button, ConfirmDialog, Dialog, FormErrorSummary, showToast, TextArea } from '../../../ui/index.js';
import {
  ApproveReportMutation,
  PresentReportMutation,
  PublishReportMutation,
  ReturnReportMutation,
  ReviseReportMutation,
  SubmitReportMutation,
  type Report,
} from '../report-operations.js';
import styles from './Report.module.css';

/** What the viewer may do with the report as a whole. */
export function ReportActions({ report, onRefresh }: { report: Report; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [exporting, setExporting] = useState(false);
  const { viewerCan: can } = report;
  return (
    <div className={styles.actions}>
      {can.present && <PresentButton report={report} onRefresh={onRefresh} />}
      {can.submit && <SubmitButton report={report} onRefresh={onRefresh} />}
      {can.revise && <ReviseButton report={report} onRefresh={onRefresh} />}
      {can.decide && <DecideButtons report={report} onRefresh={onRefresh} />}
      {can.publish && <PublishButton report={report} onRefresh={onRefresh} />}
      {can.export && (
        <Button icon={Download} onClick={() => setExporting(true)}>
          {formatMessage({ id: 'reports.export' })}
        </Button>
      )}
      <ExportDialog
        open={exporting}
        subject={{ reportId: report.id }}
        title={formatMessage({ id: 'reports.exportTitle' }, { year: report.year })}
        onClose={() => setExporting(false)}
      />
    </div>
  );
}

interface ActProps {
  report: Report;
  onRefresh: () => void;
}

const seen = (report: Report) => ({ id: report.id, expectedVersion: report.version });

function PresentButton({ report, onRefresh }: ActProps) {
  const { formatMessage } = useIntl();
  const [present, state] = useCommand(PresentReportMutation, { onDone: () => showToast(formatMessage({ id: 'reports.presented.toast' })) });
  const missing = report.narrative.filter(({ required, text }) => required && text.trim() === '').length;
  return (
    <>
      <Button kind="primary" icon={Presentation} busy={state.busy} onClick={() => void present(seen(report))}>
        {formatMessage({ id: 'reports.present' })}
      </Button>
      <p className="meta">{formatMessage({ id: 'reports.presentHint' }, { count: missing })}</p>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
    </>
  );
}

function SubmitButton({ report, onRefresh }: ActProps) {
  const { formatMessage } = useIntl();
  const [asking, setAsking] = useState(false);
  const [submit, state] = useCommand(SubmitReportMutation, { onDone: () => showToast(formatMessage({ id: 'reports.submitted.toast' })) });
  const errors = state.errors.map((error) => ({ ...error, field: error.field.replace('narrative.', 'narrative-') }));
  return (
    <>
      <Button kind="primary" icon={Send} busy={state.busy} onClick={() => setAsking(true)}>
        {formatMessage({ id: 'reports.submit' })}
      </Button>
      <FormErrorSummary errors={errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <ConfirmDialog
        open={asking}
        title={formatMessage({ id: 'reports.submitTitle' })}
        confirmLabel={formatMessage({ id: 'reports.submit' })}
        busy={state.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void submit(seen(report)).then(() => setAsking(false))}
      >
        <p>{formatMessage({ id: 'reports.submitHint' })}</p>
      </ConfirmDialog>
    </>
  );
}

function ReviseButton({ report, onRefresh }: ActProps) {
  const { formatMessage } = useIntl();
  const [revise, state] = useCommand(ReviseReportMutation);
  return (
    <>
      <Button kind="primary" icon={RotateCcw} busy={state.busy} onClick={() => void revise(seen(report))}>
        {formatMessage({ id: 'reports.revise' }, { revision: report.revision + 1 })}
      </Button>
      <CommandProblem state={state} onRefresh={onRefresh} />
    </>
  );
}

function PublishButton({ report, onRefresh }: ActProps) {
  const { formatMessage } = useIntl();
  const [asking, setAsking] = useState(false);
  const [publish, state] = useCommand(PublishReportMutation, { onDone: () => showToast(formatMessage({ id: 'reports.published.toast' })) });
  return (
    <>
      <Button kind="primary" icon={Globe} busy={state.busy} onClick={() => setAsking(true)}>
        {formatMessage({ id: 'reports.publish' })}
      </Button>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <ConfirmDialog
        open={asking}
        title={formatMessage({ id: 'reports.publishTitle' })}
        confirmLabel={formatMessage({ id: 'reports.publish' })}
        busy={state.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void publish(seen(report)).then(() => setAsking(false))}
      >
        <p>{formatMessage({ id: 'reports.publishHint' })}</p>
      </ConfirmDialog>
    </>
  );
}

function DecideButtons({ report, onRefresh }: ActProps) {
  const { formatMessage } = useIntl();
  const [returning, setReturning] = useState(false);
  const [approve, state] = useCommand(ApproveReportMutation, { onDone: () => showToast(formatMessage({ id: 'reports.approved.toast' })) });
  return (
    <>
      <Button kind="primary" icon={Stamp} busy={state.busy} onClick={() => void approve(seen(report))}>
        {formatMessage({ id: 'reports.approve' }, { revision: report.revision })}
      </Button>
      <Button onClick={() => setReturning(true)}>{formatMessage({ id: 'reports.return' })}</Button>
      <CommandProblem state={state} onRefresh={onRefresh} />
      <ReturnDialog open={returning} report={report} onRefresh={onRefresh} onClose={() => setReturning(false)} />
    </>
  );
}

function ReturnDialog({ open, report, onRefresh, onClose }: ActProps & { open: boolean; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [remarks, setRemarks] = useState('');
  const [giveBack, state] = useCommand(ReturnReportMutation, { onDone: onClose });
  return (
    <Dialog
      open={open}
      title={formatMessage({ id: 'reports.returnTitle' })}
      onClose={onClose}
      footer={
        <Button kind="primary" type="submit" form="return-report" busy={state.busy}>
          {formatMessage({ id: 'reports.returnConfirm' })}
        </Button>
      }
    >
      <form
        id="return-report"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void giveBack({ ...seen(report), remarks });
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <TextArea
          id="remarks"
          label={formatMessage({ id: 'reports.remarks' })}
          hint={formatMessage({ id: 'reports.remarksHint' })}
          error={state.errorOf('remarks')}
          value={remarks}
          onChange={(event) => setRemarks(event.target.value)}
        />
        <CommandProblem state={state} onRefresh={onRefresh} />
      </form>
    </Dialog>
  );
}
