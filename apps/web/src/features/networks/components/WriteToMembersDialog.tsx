import { LENGTHS, type Language } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Dialog, FormErrorSummary, showToast, TextArea, TextField } from '../../../ui/index.js';
import { WriteToMembersMutation } from '../greeting-operations.js';

interface Props {
  network: { id: string; name: string; lang: string };
  lang: Language;
  onClose: () => void;
}

/** Writes to all members: first the text, then how it will read, and only then it is sent. */
export function WriteToMembersDialog({ network, lang, onClose }: Props) {
  const { formatMessage } = useIntl();
  const [values, setValues] = useState({ subject: '', body: '' });
  const [previewed, setPreviewed] = useState(false);
  const [write, state] = useCommand(WriteToMembersMutation, { creates: true });
  const send = async () => {
    const outcome = await write({ networkId: network.id, ...values, lang });
    if (outcome.done) {
      showToast(formatMessage({ id: 'networks.letter.done' }, { count: outcome.data.writeToMembers.recipients ?? 0 }));
      onClose();
    } else setPreviewed(false);
  };
  const isWritten = values.subject.trim() !== '' && values.body.trim() !== '';
  return (
    <Dialog
      open
      wide
      title={formatMessage({ id: 'networks.letter' })}
      onClose={onClose}
      footer={
        previewed ? (
          <>
            <Button onClick={() => setPreviewed(false)}>{formatMessage({ id: 'networks.letter.edit' })}</Button>
            <Button kind="primary" busy={state.busy} onClick={() => void send()}>
              {formatMessage({ id: 'networks.letter.send' })}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
            <Button kind="primary" disabled={!isWritten} onClick={() => setPreviewed(true)}>
              {formatMessage({ id: 'networks.letter.preview' })}
            </Button>
          </>
        )
      }
    >
      {previewed ? (
        <article className="prose" lang={lang}>
          <h3>
            {network.name}: {values.subject}
          </h3>
          {/* As the mail parts it. */}
          {values.body.split(/\n\s*\n/u).map((part, at) => (
            <p key={at}>{part}</p>
          ))}
        </article>
      ) : (
        <form className="fields" noValidate onSubmit={(event) => event.preventDefault()}>
          <FormErrorSummary errors={state.errors} />
          <CommandProblem state={state} />
          <p>{formatMessage({ id: 'networks.letter.hint' })}</p>
          <TextField
            id="subject"
            autoComplete="off"
            label={formatMessage({ id: 'networks.letter.subject' })}
            error={state.errorOf('subject')}
            value={values.subject}
            maxLength={LENGTHS.title.max}
            onChange={({ target }) => setValues((before) => ({ ...before, subject: target.value }))}
          />
          <TextArea
            id="body"
            rows={10}
            label={formatMessage({ id: 'networks.letter.body' })}
            error={state.errorOf('body')}
            value={values.body}
            maxLength={LENGTHS.networkPurpose.max}
            onChange={({ target }) => setValues((before) => ({ ...before, body: target.value }))}
          />
        </form>
      )}
    </Dialog>
  );
}
