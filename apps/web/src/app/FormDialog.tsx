import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../ui/Button.js';
import { Dialog } from '../ui/Dialog.js';
import { FormErrorSummary } from '../ui/FormErrorSummary.js';
import type { CommandState } from './api/use-command.js';
import { CommandProblem } from './CommandProblem.js';

export interface FormDialogProps {
  title: string;
  /** The deciding button; says the result ("Send report"). */
  submitLabel: string;
  /** Whether it takes something away. */
  danger?: boolean;
  wide?: boolean;
  /** Whether everything is there without which sending makes no sense. */
  ready?: boolean;
  state: CommandState;
  /** What to show where the command was stopped, in place of the usual words. */
  problem?: ReactNode;
  onSubmit: () => void;
  /** Reads the record again after a conflict; the dialog closes then, unless it `stays`. */
  onRefresh?: () => void;
  stays?: boolean;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/**
 * A dialog with a form, what was refused above its fields, and two buttons: the one piece for all that is asked in a dialog.
 * The focus begins in the first field; Enter in a line, or Ctrl+Enter anywhere, sends.
 */
export function FormDialog({
  title,
  submitLabel,
  danger = false,
  wide = false,
  ready = true,
  state,
  problem,
  onSubmit,
  onRefresh,
  stays = false,
  onClose,
  children,
}: FormDialogProps) {
  const { formatMessage } = useIntl();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  // After the dialog's own effect, which opens it: an open dialog begins with its first button, and that one closes it.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea, input:not([type="radio"]), input:checked')?.focus();
  }, []);
  const sendByKey = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind={danger ? 'danger' : 'primary'} type="submit" form={formId} busy={state.busy} disabled={!ready}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        className="fields"
        id={formId}
        ref={form}
        noValidate
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !state.busy) onSubmit();
        }}
      >
        <FormErrorSummary errors={state.errors} />
        {problem ?? (
          <CommandProblem
            state={state}
            {...(onRefresh && {
              onRefresh: () => {
                onRefresh();
                if (!stays) onClose();
              },
            })}
          />
        )}
        {children}
      </form>
    </Dialog>
  );
}
