import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** An element that players pass over, with its length in eight bytes (RFC 8794, EBML: Void). */
const VOID = 0xec;

/**
 * Films two seconds of a page's own drawing as WebM, and lengthens the file with what players pass over.
 * @param bytes how large it is to be; beyond the film nothing is written, so that it takes no room on the disk
 */
export async function makeRecording(page: Page, file: string, bytes: number): Promise<void> {
  const film = Buffer.from(await page.evaluate(film2s), 'base64');
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, film);
  const head = Buffer.alloc(9);
  head[0] = VOID;
  head.writeBigUInt64BE((1n << 56n) | BigInt(bytes - film.length - head.length), 1);
  writeSync(descriptor, head);
  ftruncateSync(descriptor, bytes);
  closeSync(descriptor);
}

/** Runs in the page. @returns WebM in base64 */
async function film2s(): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
  const pen = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  for (let frame = 0; frame < 20; frame += 1) {
    if (pen) {
      pen.fillStyle = `hsl(${String(frame * 18)} 60% 50%)`;
      pen.fillRect(0, 0, canvas.width, canvas.height);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  recorder.stop();
  await ended;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
