import type { DetailedError, Upload } from 'tus-js-client';
import { FILE_REFUSALS } from '@stoa/domain';

/** What becomes of a file while it is sent. */
export interface UploadNews {
  onProgress: (sent: number) => void;
  /** It has arrived and was taken; with the id that the API gave it. */
  onDone: (id: string) => void;
  /** It is not taken. @param code that the interface has words for */
  onRefused: (code: string) => void;
  /** The line broke for longer than is tried again by itself. */
  onInterrupted: () => void;
}

/** A file that is being sent. */
export interface RunningUpload {
  /** Goes on where it was. */
  resume: () => void;
  /** Stops until the same file is chosen again. */
  pause: () => void;
  /** Stops, and lets the API forget what came. */
  cancel: () => Promise<void>;
}

/** A stretch is kept by the API when it has come whole, or when its line breaks; a proxy takes requests of this size. */
const STRETCH = 4 * 1024 * 1024;
const RETRIES = [0, 1_000, 3_000];

/**
 * Sends a file in stretches that go on after a broken line, also on another day, where the same file is chosen at the same place again.
 * @param begun global id of what looks like its beginning; null for none. Where this device does not know it as this file's, it is forgotten
 */
export async function uploadFile(
  file: File,
  at: { purpose: string; place: string },
  begun: string | null,
  news: UploadNews,
): Promise<RunningUpload> {
  const tus = await import('tus-js-client');
  const upload = new tus.Upload(file, {
    endpoint: new URL('/uploads', location.href).href,
    metadata: { ...at, filename: file.name },
    fingerprint: () => Promise.resolve(['stoa', at.purpose, at.place, file.name, file.size, file.lastModified].join(' ')),
    chunkSize: STRETCH,
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    onShouldRetry: (error) => passes(statusOf(error)),
    onProgress: news.onProgress,
    onSuccess: () => news.onDone(idOf(upload)),
    onError: (error) => {
      const code = codeOf(error);
      if (code === null) news.onInterrupted();
      else news.onRefused(code);
    },
  });
  const [earlier] = await upload.findPreviousUploads().catch(() => []);
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  if (begun !== null && !earlier?.uploadUrl?.endsWith(begun.slice('Upload_'.length))) await forgetUpload(begun);
  upload.start();
  return {
    resume: () => upload.start(),
    pause: () => void upload.abort().catch(() => undefined),
    // What the API has forgotten already need not be forgotten once more.
    cancel: () => upload.abort(upload.url !== null).catch(() => undefined),
  };
}

/** Lets the API forget a file that was sent before. */
export async function forgetUpload(globalId: string): Promise<void> {
  await fetch(`/uploads/${globalId.slice('Upload_'.length)}`, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(
    () => undefined,
  );
}

function idOf({ url }: Upload): string {
  return `Upload_${url?.split('/').at(-1) ?? ''}`;
}

function statusOf(error: Error | DetailedError): number {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0;
}

/** What may be otherwise in a moment; 0 where nobody answered. */
function passes(status: number): boolean {
  return status === 0 || status === 409 || status === 423 || status === 429 || (status >= 500 && status !== 507);
}

/** The code of a refusal; null where it may go on later. */
function codeOf(error: Error | DetailedError): string | null {
  if (passes(statusOf(error)) || !('originalResponse' in error)) return null;
  try {
    const { code } = JSON.parse(error.originalResponse?.getBody() ?? '') as { code?: unknown };
    return FILE_REFUSALS.find((each) => each === code) ?? 'UPLOAD_REFUSED';
  } catch {
    return 'UPLOAD_REFUSED';
  }
}
