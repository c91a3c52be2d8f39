import { useEffect, useReducer, useRef, useState } from 'react';
import { forgetUpload, uploadFile, type RunningUpload } from './upload-file.js';

/** A file at a place: on its way, arrived, refused, or there already. */
export interface UploadItem {
  /** Unique in the list. */
  key: string;
  /** Global id that a command takes; null until it has arrived. */
  id: string | null;
  name: string;
  size: number;
  sent: number;
  /** `unfinished`: begun at another time or place; it goes on when the same file is chosen here. */
  state: 'sending' | 'checking' | 'interrupted' | 'unfinished' | 'ready' | 'refused';
  /** Why it is refused. */
  code?: string;
  mime: string | null;
  previewUrl: string | null;
}

/** What the API knows of a file at the place. */
export interface KnownUpload {
  id: string;
  name: string;
  size: number;
  received: number;
  ready: boolean;
  mime: string | null;
  previewUrl: string | null;
}

/** Where files are sent, and what the place takes. */
export interface UploadTarget {
  purpose: string;
  /** Global id of the place. */
  place: string;
  /** Asks the API what is there; null where it cannot be reached. */
  look: () => Promise<{ most: number; maxBytes: number; uploads: readonly KnownUpload[] } | null>;
}

/** Files of one place. */
export interface Uploads {
  items: readonly UploadItem[];
  /** What the place takes; null until it is known. */
  limits: { most: number; maxBytes: number } | null;
  /** Whether something is not there yet and may still come. */
  isWaiting: boolean;
  add: (files: readonly File[]) => void;
  resume: (key: string) => void;
  /** Stops a file that is on its way, and forgets one that arrived. */
  remove: (key: string) => void;
  /** Takes one out of the list that a command has taken. */
  drop: (key: string) => void;
  /** Takes all out of the list, without forgetting what a command has taken. */
  clear: () => void;
  /** Asks the API anew what is there. */
  reload: () => void;
}

type Change = { put: UploadItem } | { change: string; to: Partial<UploadItem> } | { remove: string } | { all: readonly UploadItem[] };

function changed(items: readonly UploadItem[], change: Change): readonly UploadItem[] {
  if ('all' in change) return change.all;
  if ('remove' in change) return items.filter(({ key }) => key !== change.remove);
  if ('put' in change) return [...items, change.put];
  return items.map((item) => (item.key === change.change ? { ...item, ...change.to } : item));
}

/**
 * Sends files to a place, several at once, and shows what was sent there before.
 * @param kept what the record has already
 * @param taken ids of what waits to be sent with something else
 */
export function useUploads(target: UploadTarget, kept: readonly UploadItem[] = [], taken: readonly string[] = []): Uploads {
  const [items, change] = useReducer(changed, kept);
  const [limits, setLimits] = useState<Uploads['limits']>(null);
  const [round, setRound] = useState(0);
  const running = useRef(new Map<string, RunningUpload>());
  const now = useRef({ target, items, taken });
  now.current = { target, items, taken };
  const { place } = target;

  useEffect(() => {
    let gone = false;
    void now.current.target.look().then((found) => {
      if (gone || !found) return;
      setLimits(found);
      const there = new Set([...now.current.taken, ...now.current.items.flatMap(({ id, key }) => [id ?? '', key])]);
      // What is just being sent from here is not shown twice.
      const isComing = (name: string) =>
        now.current.items.some((item) => item.id === null && item.name === name && item.state !== 'refused');
      for (const upload of found.uploads)
        if (!there.has(upload.id) && (upload.ready || !isComing(upload.name))) change({ put: itemOf(upload) });
    });
    return () => {
      gone = true;
    };
  }, [place, round]);

  useEffect(() => {
    const goOn = () => {
      for (const { key, state } of now.current.items) if (state === 'interrupted') running.current.get(key)?.resume();
    };
    const sending = running.current;
    addEventListener('online', goOn);
    return () => {
      removeEventListener('online', goOn);
      // Nobody would see it any more; whoever comes back chooses the file again, and it goes on.
      for (const upload of sending.values()) upload.pause();
    };
  }, []);

  const send = (key: string, file: File, begun: string | null) => {
    const set = (to: Partial<UploadItem>) => change({ change: key, to });
    const news = {
      onProgress: (sent: number) => set({ sent, state: sent >= file.size ? 'checking' : 'sending' }),
      onDone: (id: string) =>
        void now.current.target.look().then((found) => {
          const upload = found?.uploads.find((each) => each.id === id);
          set(upload ? { ...itemOf(upload), key } : { id, state: 'ready', sent: file.size });
        }),
      onRefused: (code: string) => set({ state: 'refused', code }),
      onInterrupted: () => set({ state: 'interrupted' }),
    };
    void uploadFile(file, { purpose: target.purpose, place }, begun, news).then((upload) => {
      if (now.current.items.some((item) => item.key === key)) running.current.set(key, upload);
      else void upload.cancel();
    });
  };

  const add = (files: readonly File[]) => {
    let count = items.filter(({ state }) => state !== 'refused').length;
    for (const file of files) {
      const begun = items.find((item) => item.state === 'unfinished' && item.name === file.name && item.size === file.size);
      if (begun) change({ remove: begun.key });
      else count += 1;
      const code = refusalOf(file, limits, count);
      if (code !== null) count -= 1;
      const key = crypto.randomUUID();
      const item = { key, id: null, name: file.name, size: file.size, sent: 0, mime: null, previewUrl: null };
      change({ put: code === null ? { ...item, state: 'sending' } : { ...item, state: 'refused', code } });
      if (code === null) send(key, file, begun?.key ?? null);
    }
  };

  return {
    items,
    limits,
    isWaiting: items.some(({ state }) => ['sending', 'checking', 'interrupted', 'unfinished'].includes(state)),
    add,
    resume: (key) => {
      change({ change: key, to: { state: 'sending' } });
      running.current.get(key)?.resume();
    },
    remove: (key) => {
      const item = items.find((each) => each.key === key);
      change({ remove: key });
      const upload = running.current.get(key);
      running.current.delete(key);
      if (item?.id?.startsWith('Upload_')) void forgetUpload(item.id);
      else if (item?.state === 'unfinished') void forgetUpload(key);
      // What was refused the API has forgotten already, unless it only had no room.
      else if (item?.state !== 'refused' || item.code === 'STORAGE_FULL') void upload?.cancel();
    },
    drop: (key) => {
      running.current.delete(key);
      change({ remove: key });
    },
    clear: () => {
      running.current.clear();
      change({ all: [] });
    },
    reload: () => setRound((before) => before + 1),
  };
}

function itemOf({ id, name, size, received, ready, mime, previewUrl }: KnownUpload): UploadItem {
  return { key: id, id: ready ? id : null, name, size, sent: received, state: ready ? 'ready' : 'unfinished', mime, previewUrl };
}

/** What need not be asked of the API. @param count how many there would be with this one */
function refusalOf(file: File, limits: Uploads['limits'], count: number): string | null {
  if (file.size === 0) return 'EMPTY_FILE';
  if (limits && file.size > limits.maxBytes) return 'FILE_TOO_LARGE';
  return limits && count > limits.most ? 'TOO_MANY_FILES' : null;
}
