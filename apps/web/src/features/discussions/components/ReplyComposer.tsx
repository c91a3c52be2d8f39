import { LANGUAGES } from '@stoa/domain';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { Button } from '../../../ui/index.js';
import { MarkdownField } from '../../../ui/MarkdownField.js';
import { useDraft } from '../hooks/use-draft.js';
import { ReplyMutation } from '../thread-commands.js';
import styles from './ReplyComposer.module.css';

/** A text to put into the composer, such as a quotation; each request is another object. */
export interface Insertion {
  text: string;
}

/** The docked reply: its text is kept on this device until it is posted. */
export function ReplyComposer({
  threadId,
  insertion,
  onPosted,
}: {
  threadId: string;
  insertion: Insertion | null;
  onPosted: (no: number) => void;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const pageLanguage = useLanguage();
  const [body, setBody, savedAt] = useDraft(`reply.${threadId}`);
  const [lang, setLang] = useState<string>(pageLanguage);
  const [reply, state] = useCommand(ReplyMutation, {
    creates: true,
    onDone: ({ reply: { post } }) => {
      setBody('');
      if (post) onPosted(post.no);
    },
  });
  const inserted = useRef<Insertion | null>(null);
  useEffect(() => {
    // Each insertion counts once; what is typed meanwhile does not insert it again.
    if (!insertion || inserted.current === insertion) return;
    inserted.current = insertion;
    setBody(body.trim() === '' ? insertion.text : `${body.trimEnd()}\n\n${insertion.text}`);
  }, [insertion, body, setBody]);
  const send = () => void reply({ threadId, body, lang });
  return (
    <form
      noValidate
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <CommandProblem state={state} />
      {state.errorOf('') && (
        <p className="danger" role="alert">
          {state.errorOf('')}
        </p>
      )}
      <MarkdownField
        id="body"
        label={formatMessage({ id: 'discussions.composer.label' })}
        placeholder={formatMessage({ id: 'discussions.composer.placeholder' })}
        error={state.errorOf('body')}
        value={body}
        onChange={setBody}
        onSubmit={send}
        maxLength={20_000}
        end={
          <>
            <span className={`meta ${styles['saved']}`} role="status">
              {savedAt && formatMessage({ id: 'discussions.composer.saved' }, { time: formats.time(savedAt) })}
            </span>
            <LanguageSelect value={lang} onChange={setLang} />
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'discussions.composer.send' })}
            </Button>
          </>
        }
      />
    </form>
  );
}

/** In which language a text is written, so that it is read out and set right. */
export function LanguageSelect({ value, onChange }: { value: string; onChange: (lang: string) => void }) {
  const { formatMessage } = useIntl();
  return (
    <select
      className={`input ${styles['language']}`}
      aria-label={formatMessage({ id: 'discussions.composer.language' })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {LANGUAGES.map((lang) => (
        <option key={lang} value={lang}>
          {lang.toUpperCase()}
        </option>
      ))}
    </select>
  );
}
