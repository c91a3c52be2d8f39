import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { DraftQuery, SaveDraftMutation } from '../writing-operations.js';

const delay = 2000;

/** What is written and kept. */
interface DraftText {
  title: string;
  body: string;
  lang: string;
}

/** A draft that was kept elsewhere and is not what stands here. */
export interface OtherDraft extends DraftText {
  savedAt: string;
}

export interface KeptDraft {
  /** When the server last kept it; null where it has not since it changed. */
  savedAt: Date | null;
  /** Offered for use; null where there is nothing else. */
  other: OtherDraft | null;
  /** Takes the offer away: it stands here now, and need not be kept anew until it changes. */
  take: () => void;
  /** Takes the offer away. */
  decline: () => void;
  /** Waits for what is on its way, so that nothing arrives after the text was sent. */
  settle: () => Promise<void>;
  /** Says that the text was sent, or is to be forgotten: the server forgot it, or does now. */
  forget: (how: 'sent' | 'discarded') => void;
}

const same = (one: Pick<DraftText, 'title' | 'body'>, other: Pick<DraftText, 'title' | 'body'>) =>
  one.title.trim() === other.title.trim() && one.body.trim() === other.body.trim();

/**
 * Keeps on the server what is written, some moments after the last key, and offers what another device kept. Where the server is away, the
 * text on this device remains, and the next change tries again.
 * @param untouched what stands there before anybody wrote, which is no draft
 */
export function useKeptDraft(placeId: string, text: DraftText, untouched = ''): KeptDraft {
  const client = useApolloClient();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [other, setOther] = useState<OtherDraft | null>(null);
  const kept = useRef({ title: '', body: untouched });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const now = useRef(text);
  now.current = text;

  const send = (draft: DraftText) => {
    kept.current = draft;
    const body = draft.body === untouched ? '' : draft.body;
    sending.current = sending.current
      .then(() => client.mutate({ mutation: SaveDraftMutation, variables: { input: { placeId, ...draft, body } }, errorPolicy: 'all' }))
      .then(({ data }) => setSavedAt(data?.saveDraft.draft ? new Date(data.saveDraft.draft.savedAt) : null))
      .catch(() => {
        kept.current = { title: '', body: untouched };
      });
  };

  useEffect(() => {
    let gone = false;
    client
      .query({ query: DraftQuery, variables: { placeId }, fetchPolicy: 'network-only' })
      .then(({ data }) => {
        if (gone || !data?.draft || same(data.draft, now.current)) return;
        setOther(data.draft);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [client, placeId]);

  const { title, body, lang } = text;
  useEffect(() => {
    if (same({ title, body }, kept.current)) return;
    setSavedAt(null);
    timer.current = setTimeout(() => send({ title, body, lang }), delay);
    return () => clearTimeout(timer.current);
    // What `send` reads stands in refs.
  }, [title, body, lang, placeId]);

  return {
    savedAt,
    other,
    take: () => {
      if (other) kept.current = other;
      setOther(null);
    },
    decline: () => setOther(null),
    settle: async () => {
      clearTimeout(timer.current);
      await sending.current;
    },
    forget: (how) => {
      clearTimeout(timer.current);
      setOther(null);
      setSavedAt(null);
      const wasKept = !same(kept.current, { title: '', body: untouched });
      kept.current = { title: '', body: untouched };
      if (how === 'discarded' && wasKept) send({ title: '', body: untouched, lang });
    },
  };
}
