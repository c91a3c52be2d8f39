import { request } from 'node:http';
import type { Served } from '../rights/serve.js';

const TUS = { 'tus-resumable': '1.0.0' };

/** A file on its way to a place. */
export interface Sent {
  purpose: string;
  /** Global id. */
  place: string;
  name: string;
  content: Buffer;
}

/** Sends a file in one stretch. @returns its global id, or the code of the refusal */
export async function uploadWhole(served: Served, token: string | null, { purpose, place, name, content }: Sent): Promise<string> {
  const metadata = Object.entries({ purpose, place, filename: name }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  const headers = { ...TUS, 'upload-length': String(content.length), 'upload-metadata': metadata.join(',') };
  const begun = await served.send({ method: 'POST', path: '/uploads', headers, token });
  if (begun.status !== 201) return (JSON.parse(begun.text) as { code: string }).code;
  const path = String(begun.headers.location);
  const ended = await patch(`${served.url}${path}`, token, content);
  return ended.status === 204 ? `Upload_${path.slice('/uploads/'.length)}` : (JSON.parse(ended.text || '{}') as { code: string }).code;
}

function patch(url: string, token: string | null, content: Buffer): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...TUS,
      cookie: `__Host-stoa=${token ?? ''}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'content-length': String(content.length),
    };
    const req = request(url, { method: 'PATCH', headers, agent: false }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
    });
    req.on('error', reject);
    req.end(content);
  });
}
