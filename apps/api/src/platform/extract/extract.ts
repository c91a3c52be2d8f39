import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { apiPath } from '../api-root.js';

/** What is read out of a file: its words, or a page to read. */
export type ExtractTask = 'PDF' | 'DOCX' | 'PPTX' | 'ODT' | 'DOCX_HTML';

/** Why nothing was read. TOO_LARGE: it grows; TOO_MUCH: it needs more memory than it may have; TOO_LONG: or more time. */
export type ExtractError = 'UNREADABLE' | 'TOO_LARGE' | 'TOO_MUCH' | 'TOO_LONG';

export interface ExtractLimits {
  /** Letters that are kept. */
  letters: number;
  /** Bytes that the reader's process may take, itself included. */
  memory: number;
  timeoutMs: number;
}

export const EXTRACT_LIMITS: ExtractLimits = { letters: 500_000, memory: 400 * 1024 * 1024, timeoutMs: 60_000 };

/** The reader is no TypeScript: it stays in `src`. */
const CHILD = apiPath('src/platform/extract/child.mjs');
/** It reads what it needs of the program, starts its watch, and may do nothing else: neither write nor start anything. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
const FLAGS = [PERMISSION, '--allow-fs-read=*', '--allow-worker', '--max-old-space-size=256', '--no-warnings'];

const answer = z.union([
  z.object({ text: z.string() }),
  z.object({ html: z.string() }),
  z.object({ error: z.enum(['UNREADABLE', 'TOO_LARGE']) }),
]);

/**
 * Reads a file in a process of its own, which is ended where it takes too long or too much: a file that hangs, grows or breaks its reader
 * costs nobody anything.
 * @param content closed when this returns, whatever becomes of it
 * @returns the text or the HTML, without characters that no database keeps
 * @throws what reading the content throws
 */
export async function extract(
  task: ExtractTask,
  content: Readable,
  limits: ExtractLimits = EXTRACT_LIMITS,
  signal?: AbortSignal,
): Promise<{ found: string } | { error: ExtractError }> {
  const args = [...FLAGS, CHILD, task, String(limits.letters), String(limits.memory), String(limits.timeoutMs + 5_000)];
  // Nothing of the program's own settings goes along.
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], env: {}, signal, killSignal: 'SIGKILL' });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, by) => resolve(by ?? code));
    child.once('error', () => resolve(null));
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limits.timeoutMs);
  try {
    const said = text(child.stdout).catch(() => '');
    await pipeline(content, child.stdin).catch((error: unknown) => {
      // A reader that has ended takes no more; anything else is the content's own fault.
      if (!isClosed(error)) throw error;
    });
    const [how, words] = await Promise.all([ended, said]);
    signal?.throwIfAborted();
    if (isLate) return { error: 'TOO_LONG' };
    if (how !== 0) return { error: 'TOO_MUCH' };
    const read = answer.parse(JSON.parse(words));
    if ('error' in read) return read;
    return { found: kept('text' in read ? read.text : read.html) };
  } finally {
    clearTimeout(timer);
    content.destroy();
    child.kill('SIGKILL');
  }
}

function isClosed(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ABORT_ERR'].includes(code);
}

/** PostgreSQL keeps neither NUL nor half of a pair. */
export function kept(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
