import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button, ButtonLink, FormErrorSummary, StatePage } from '../../../ui/index.js';
import { savedSearchesPath } from '../paths.js';
import { StopSearchMailMutation } from '../saved-operations.js';

/** Where the link in a letter about a search leads: nobody signs in to get no more of them. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { token = '' } = useParams();
  const [stopped, setStopped] = useState<string | null>(null);
  const [stop, state] = useCommand(StopSearchMailMutation, { onDone: ({ stopSearchMail }) => setStopped(stopSearchMail.name) });
  const list = <ButtonLink to={href(savedSearchesPath())}>{formatMessage({ id: 'finding.saved.title' })}</ButtonLink>;
  if (stopped !== null)
    return (
      <StatePage title={formatMessage({ id: 'finding.stop.done' })} actions={list}>
        {formatMessage({ id: 'finding.stop.doneText' }, { name: stopped })}
      </StatePage>
    );
  return (
    <StatePage
      title={formatMessage({ id: 'finding.stop.title' })}
      actions={
        <>
          <Button kind="primary" busy={state.busy} onClick={() => void stop({ token })}>
            {formatMessage({ id: 'finding.stop.do' })}
          </Button>
          {list}
        </>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      {formatMessage({ id: 'finding.stop.text' })}
    </StatePage>
  );
}
