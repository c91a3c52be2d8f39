import { useApolloClient } from '@apollo/client/react';
import { useUploads, type UploadItem, type Uploads } from '../../../app/uploads/use-uploads.js';
import { DraftQuery } from '../writing-operations.js';
import { useDraft } from './use-draft.js';

/** A file that a post has already. */
export interface AttachedFile {
  id: string;
  name: string;
  mime: string;
  size: number;
  alt: string;
  previewUrl: string | null;
}

/** The files of what is written at a place. */
export interface Attachments {
  uploads: Uploads;
  /** What a picture shows, as its writer says. */
  altOf: (item: UploadItem) => string;
  setAlt: (item: UploadItem, alt: string) => void;
  /** What a command is told: those that have arrived, in their order. */
  input: { id: string; alt: string }[];
  /** The files went with the text; what was said of them is forgotten here. */
  clear: () => void;
  /** Lets the API forget those that were sent here. */
  discard: () => void;
}

/**
 * Files at a place where something is written; the API keeps them beside its draft, so another device goes on with them.
 * @param kept those of the post that is edited
 * @param taken ids of those that wait on this device to be sent with a reply
 */
export function useAttachments(placeId: string, kept: readonly AttachedFile[] = [], taken: readonly string[] = []): Attachments {
  const client = useApolloClient();
  const [alts, setAlts] = useDraft(`alts.${placeId}`);
  const look = async () => {
    const { data } = await client
      .query({ query: DraftQuery, variables: { placeId }, fetchPolicy: 'network-only' })
      .catch(() => ({ data: undefined }));
    return data?.postUploads ?? null;
  };
  const uploads = useUploads({ purpose: 'post', place: placeId, look }, kept.map(itemOf), taken);
  const said = readAlts(alts);
  const altOf = ({ id }: UploadItem) => said[id ?? ''] ?? kept.find((file) => file.id === id)?.alt ?? '';
  const ready = uploads.items.flatMap((item) => (item.id === null ? [] : [{ id: item.id, alt: altOf(item) }]));
  return {
    uploads,
    altOf,
    setAlt: ({ id }, alt) => setAlts(JSON.stringify({ ...said, [id ?? '']: alt })),
    input: ready,
    clear: () => {
      uploads.clear();
      setAlts('');
    },
    discard: () => {
      for (const { key, id } of uploads.items) if (!id?.startsWith('PostAttachment_')) uploads.remove(key);
      setAlts('');
    },
  };
}

function itemOf({ id, name, mime, size, previewUrl }: AttachedFile): UploadItem {
  return { key: id, id, name, size, sent: size, state: 'ready', mime, previewUrl };
}

function readAlts(text: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(text || '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
