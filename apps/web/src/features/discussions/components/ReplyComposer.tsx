import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { keepOutgoing, type Outgoing } from '../../../app/outgoing/outgoing.js';
import { useOutgoing } from '../../../app/outgoing/use-sending.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button } from '../../../ui/index.js';
import { useAttachments } from '../hooks/use-attachments.js';
import { useDraft } from '../hooks/use-draft.js';
import { useSayWriting } from '../hooks/use-live-thread.js';
import { useKeptDraft } from '../hooks/use-kept-draft.js';
import { PostPlaceQuery, ReplyMutation } from '../thread-commands.js';
import { AttachedFiles } from './AttachedFiles.js';
import { DraftSaved, OfferedDraft } from './DraftNote.js';
import { LanguageSelect } from './LanguageSelect.js';
import { PostEditor } from './PostEditor.js';
import { QueuedReplies } from './QueuedReplies.js';
import styles from './ReplyComposer.module.css';

/** A text to put into the composer, such as a quotation; each request is another object. */
export interface Insertion {
  text: string;
}

/** A discussion by its address. */
export interface Elsewhere {
  no: number;
  slug: string;
  network: { slug: string };
}

/** The docked reply: its text is kept on this device and by the server until it is posted. */
export function ReplyComposer({
  threadId,
  network,
  place,
  insertion,
  above,
  onPosted,
}: {
  threadId: string;
  /** Slug of the network. */
  network: string;
  /** Where the discussion is, and what it is called. */
  place: Pick<Outgoing, 'path' | 'title' | 'titleLang'>;
  insertion: Insertion | null;
  /** Stays in view with it. */
  above: ReactNode;
  /** @param elsewhere the discussion into which this one went meanwhile */
  onPosted: (no: number, elsewhere: Elsewhere | null) => void;
}) {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const pageLanguage = useLanguage();
  const [body, setBody, savedAt] = useDraft(`reply.${threadId}`);
  const [lang, setLang] = useState<string>(pageLanguage);
  const { viewer } = useViewer();
  const queued = useOutgoing().flatMap((each) => (each.threadId === threadId ? (each.attachments ?? []).map(({ id }) => id) : []));
  const attachments = useAttachments(threadId, [], queued);
  const [isHeld, setHeld] = useState(false);
  const draft = useKeptDraft(threadId, { title: '', body, lang });
  const [reply, state] = useCommand(ReplyMutation, {
    creates: true,
    onDone: ({ reply: { post } }) => {
      draft.forget('sent');
      attachments.clear();
      setBody('');
      if (!post) return;
      const here = () => onPosted(post.no, null);
      if (post.thread.id === threadId) return here();
      // Where that cannot be asked, the page itself leads on when it is read anew.
      client
        .query({ query: PostPlaceQuery, variables: { id: post.id } })
        .then(({ data }) => onPosted(post.no, data?.post?.thread ?? null), here);
    },
  });
  useInsertion(insertion, body, setBody);
  useSayWriting(threadId, body);
  // What cannot be sent now is sent later, under the key of the attempt, which may have arrived.
  const queue = (key: string) => {
    const personId = viewer?.person.id;
    if (personId === undefined || !keepOutgoing({ key, personId, threadId, body, lang, attachments: attachments.input, ...place })) return;
    state.reset();
    attachments.clear();
    setBody('');
  };
  const send = async () => {
    setHeld(attachments.uploads.isWaiting);
    if (attachments.uploads.isWaiting) return;
    await draft.settle();
    const outcome = await reply({ threadId, body, lang, ...(attachments.input.length > 0 && { attachments: attachments.input }) });
    if (!outcome.done && outcome.unsent !== undefined && body.trim() !== '') queue(outcome.unsent);
  };
  return (
    <form
      noValidate
      className={styles['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {above}
      <QueuedReplies
        threadId={threadId}
        onTakeBack={(text) => {
          setBody(body.trim() === '' ? text : `${body.trimEnd()}\n\n${text}`);
          attachments.uploads.reload();
        }}
      />
      <CommandProblem state={state} />
      {state.errorOf('') && (
        <p className="danger" role="alert">
          {state.errorOf('')}
        </p>
      )}
      <OfferedDraft
        draft={draft}
        onUse={(other) => {
          setBody(other.body);
          setLang(other.lang);
        }}
      />
      <AttachedFiles attachments={attachments} state={state} isHeld={isHeld} />
      <PostEditor
        id="body"
        uploads={attachments.uploads}
        network={network}
        label={formatMessage({ id: 'discussions.composer.label' })}
        placeholder={formatMessage({ id: 'discussions.composer.placeholder' })}
        error={state.errorOf('body')}
        value={body}
        onChange={setBody}
        onSubmit={() => void send()}
        end={
          <>
            <DraftSaved kept={draft.savedAt} local={savedAt} className={styles['saved']} />
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

/** Puts each insertion in once; what is typed meanwhile does not insert it again. */
function useInsertion(insertion: Insertion | null, body: string, setBody: (body: string) => void): void {
  const inserted = useRef<Insertion | null>(null);
  useEffect(() => {
    if (!insertion || inserted.current === insertion) return;
    inserted.current = insertion;
    setBody(body.trim() === '' ? insertion.text : `${body.trimEnd()}\n\n${insertion.text}`);
  }, [insertion, body, setBody]);
}
