/** A reply that was written without network and waits on this device. */
export interface Outgoing {
  /** The idempotency key of the first attempt, which may have arrived: with it the reply is posted once, however often it is sent. */
  key: string;
  /** Global id of the person who wrote it; nobody else on this device sees or sends it. */
  personId: string;
  threadId: string;
  body: string;
  lang: string;
  /** Files that have arrived and go with it; a reply of an earlier version of Stoa names none. */
  attachments?: readonly { id: string; alt: string }[];
  /** Where it will stand, without the language, and what the discussion is called. */
  path: string;
  title: string;
  titleLang: string;
  /** Why the API does not take it, as a code; it waits for its author then. */
  refused?: string;
}

const storageKey = 'stoa.outgoing';
const listeners = new Set<() => void>();
const none: readonly Outgoing[] = [];
let known: { text: string | null; list: readonly Outgoing[] } = { text: null, list: none };

/** What waits on this device, in the order in which it was written. The same list until something changes. */
export function outgoing(): readonly Outgoing[] {
  const text = read();
  if (text !== known.text) known = { text, list: parse(text) };
  return known.list;
}

/** Keeps a reply until it was sent. @returns false where this device keeps nothing */
export function keepOutgoing(reply: Outgoing): boolean {
  return write([...outgoing().filter(({ key }) => key !== reply.key), reply]);
}

/** Changes a reply that waits, or with null takes it away. */
export function changeOutgoing(key: string, change: Partial<Outgoing> | null): void {
  write(outgoing().flatMap((reply) => (reply.key === key ? (change ? [{ ...reply, ...change }] : []) : [reply])));
}

/** Calls back when something waits or no longer does, in whichever tab that was said. */
export function onOutgoing(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function write(list: readonly Outgoing[]): boolean {
  try {
    if (list.length > 0) localStorage.setItem(storageKey, JSON.stringify(list));
    else localStorage.removeItem(storageKey);
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** What another version of Stoa kept otherwise is left aside. */
function parse(text: string | null): readonly Outgoing[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter(isOutgoing) : none;
  } catch {
    return none;
  }
}

const parts = ['key', 'personId', 'threadId', 'body', 'lang', 'path', 'title', 'titleLang'] as const;

function isOutgoing(stored: unknown): stored is Outgoing {
  return typeof stored === 'object' && stored !== null && parts.every((part) => typeof Reflect.get(stored, part) === 'string');
}
