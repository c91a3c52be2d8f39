import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/Button.js';
import { Dialog } from '../../ui/Dialog.js';
import type { CommandState } from '../api/use-command.js';
import { CommandProblem } from '../CommandProblem.js';
import { ExportProgress } from './ExportProgress.js';

export interface ExportFrameProps {
  open: boolean;
  title: string;
  /** The export once it is asked for. */
  exportId: string | null;
  state: CommandState;
  /** What the finished file is, where it is no report. */
  ready?: string;
  onStart: () => void;
  onClose: () => void;
  /** What is asked, or said, before it starts. */
  children: ReactNode;
}

/** An export in a dialog: what it will be, a button that starts it, how far it is, and its file. */
export function ExportFrame({ open, title, exportId, state, ready, onStart, onClose, children }: ExportFrameProps) {
  const { formatMessage } = useIntl();
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      footer={
        exportId === null && (
          <Button kind="primary" icon={Download} busy={state.busy} onClick={onStart}>
            {formatMessage({ id: 'app.export.start' })}
          </Button>
        )
      }
    >
      {exportId === null ? (
        <>
          {children}
          <CommandProblem state={state} />
        </>
      ) : (
        <ExportProgress id={exportId} {...(ready === undefined ? {} : { ready })} onClose={onClose} />
      )}
    </Dialog>
  );
}
