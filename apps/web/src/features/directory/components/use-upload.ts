import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage } from '../../../app/i18n/use-language.js';

/** A file and what is said of it as a whole. */
export interface Upload {
  kind: string;
  file: File;
  lang: string;
  county: string;
}

/** Sends a file as the body of one request; `error` is a sentence in the reader's language. */
export function useUpload(onDone: (id: string) => void): { send: (upload: Upload) => Promise<void>; busy: boolean; error: string | null } {
  const { formatMessage } = useIntl();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async ({ kind, file, lang, county }: Upload): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const query = new URLSearchParams({ kind, name: file.name, lang, county });
      const response = await fetch(`/imports?${query.toString()}`, {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'text/csv', 'stoa-lang': language },
      });
      const answer = (await response.json()) as { id?: string; message?: string };
      if (answer.id) onDone(answer.id);
      else setError(answer.message ?? formatMessage({ id: 'directory.import.sendFailed' }));
    } catch {
      // The network failed, or the answer is none of ours.
      setError(formatMessage({ id: 'directory.import.sendFailed' }));
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, error };
}
