import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../../app/api/use-command.js';
import { CommandProblem } from '../../../../app/CommandProblem.js';
import { TextArea } from '../../../../ui/index.js';
import { SaveNoteMutation } from './study-operations.js';

/** How long nothing is typed before a note is kept, in milliseconds. */
const PAUSE = 900;

/** The reader's own note on a resource, which keeps itself; nobody else reads it. */
export default function NoteField({ resourceId, note }: { resourceId: string; note: string }) {
  const { formatMessage } = useIntl();
  const [body, setBody] = useState(note);
  const [kept, setKept] = useState(note);
  const [save, state] = useCommand(SaveNoteMutation);
  const latest = useRef({ body, kept });
  latest.current = { body, kept };
  const keep = async (): Promise<void> => {
    const sent = latest.current.body;
    if (sent === latest.current.kept) return;
    if ((await save({ resourceId, body: sent })).done) setKept(sent);
  };
  const keeper = useRef(keep);
  keeper.current = keep;
  useEffect(() => {
    if (body === kept || state.busy) return;
    const timer = setTimeout(() => void keeper.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [body, kept, state.busy]);
  // What was typed last is not lost with the page.
  useEffect(() => () => void keeper.current(), []);
  const saved = body === kept;
  return (
    <>
      <TextArea
        id="note"
        label={formatMessage({ id: 'library.study.note.label' })}
        hint={formatMessage({ id: 'library.study.note.hint' })}
        rows={5}
        maxLength={20_000}
        value={body}
        onChange={({ target }) => setBody(target.value)}
        onBlur={() => void keep()}
      />
      <p className="meta" role="status">
        {saved && body !== '' && formatMessage({ id: 'library.study.note.kept' })}
        {!saved && formatMessage({ id: 'library.study.note.keeping' })}
      </p>
      <CommandProblem state={state} />
    </>
  );
}
