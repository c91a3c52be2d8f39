import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TypedDocumentNode } from '@apollo/client';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, ButtonLink, FormErrorSummary, PageHeader, SheetRow, StatePage } from '../../../ui/index.js';
import { signInPath } from '../paths.js';

/** The page behind a link about an e-mail address: one button, so that no program that only looks at links changes anything. */
export function EmailLink<Result>({
  token,
  mutation,
  title,
  lead,
  submit,
  done,
}: {
  token: string;
  mutation: TypedDocumentNode<Result, { input: { token: string } }>;
  title: string;
  lead: string;
  submit: string;
  done: { title: string; text: ReactNode };
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer, refresh } = useViewer();
  const [isDone, setDone] = useState(false);
  const [change, state] = useCommand(mutation);
  if (isDone)
    return (
      <StatePage
        title={done.title}
        actions={
          <ButtonLink kind="primary" to={href(viewer ? '/home' : signInPath())}>
            {viewer ? formatMessage({ id: 'accounts.emailChange.home' }) : formatMessage({ id: 'accounts.signIn.submit' })}
          </ButtonLink>
        }
      >
        <p>{done.text}</p>
      </StatePage>
    );
  return (
    <SheetRow>
      <PageHeader title={title} lead={lead} problem={state.errors.length > 0} />
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <Button
        kind="primary"
        busy={state.busy}
        onClick={() => {
          void change({ token }).then(async (outcome) => {
            if (!outcome.done) return;
            setDone(true);
            await refresh();
          });
        }}
      >
        {submit}
      </Button>
    </SheetRow>
  );
}
