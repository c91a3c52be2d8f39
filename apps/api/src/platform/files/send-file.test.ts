import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { contentDisposition, sendFile, type SentFile } from './send-file.js';

const content = Buffer.from('0123456789');
let server: Server;
let failure: unknown;
let file: SentFile;

describe('send file', () => {
  beforeEach(async () => {
    failure = undefined;
    file = {
      stream: async (range) =>
        await Promise.resolve(Readable.from([content.subarray(range?.start ?? 0, (range?.end ?? content.length - 1) + 1)])),
      size: content.length,
      mime: 'text/csv; charset=utf-8',
      name: 'Έκθεση.csv',
      disposition: 'attachment',
      etag: 'abc',
    };
    server = createServer((incoming, response) => {
      sendFile(incoming, response, file).catch((error: unknown) => {
        failure = error;
        if (!response.headersSent) response.writeHead(500).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function ask(
    headers: Record<string, string> = {},
    method = 'GET',
  ): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }> {
    return await new Promise((resolve, reject) => {
      request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', headers, method }, (response) => {
        text(response).then((body) => {
          resolve({ status: response.statusCode, headers: response.headers, body });
        }, reject);
      })
        .on('error', reject)
        .end();
    });
  }

  describe('sending a file', () => {
    test('gives it whole, named in any script, never sniffed and never cached', async () => {
      const { status, headers, body } = await ask();
      expect([status, body]).toEqual([200, '0123456789']);
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-length': '10',
        'content-disposition': `attachment; filename="Ekthesi.csv"; filename*=UTF-8''%CE%88%CE%BA%CE%B8%CE%B5%CF%83%CE%B7.csv`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'accept-ranges': 'bytes',
        etag: '"abc"',
      });
      expect(headers['content-security-policy']).toContain('sandbox');
    });

    test.each([
      ['bytes=2-4', '234', 'bytes 2-4/10'],
      ['bytes=7-', '789', 'bytes 7-9/10'],
      ['bytes=-3', '789', 'bytes 7-9/10'],
      ['bytes=-30', '0123456789', 'bytes 0-9/10'],
      ['bytes=8-99', '89', 'bytes 8-9/10'],
    ])('answers %s with that part', async (range, body, contentRange) => {
      const answer = await ask({ Range: range });
      expect(answer).toMatchObject({
        status: 206,
        body,
        headers: { 'content-range': contentRange, 'content-length': String(body.length) },
      });
    });

    test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('refuses %s', async (range) => {
      expect(await ask({ Range: range })).toMatchObject({ status: 416, body: '', headers: { 'content-range': 'bytes */10' } });
    });

    test.each(['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=a-b', 'bytes=0-99999999999999999999'])(
      'gives the whole file for %s',
      async (range) => {
        expect(await ask({ Range: range })).toMatchObject({ status: 200, body: '0123456789' });
      },
    );

    test('compares tags: nothing new, or a part of another version', async () => {
      expect(await ask({ 'If-None-Match': 'W/"abc", "x"' })).toMatchObject({ status: 304, body: '' });
      expect(await ask({ 'If-None-Match': '"x"' })).toMatchObject({ status: 200 });
      expect(await ask({ Range: 'bytes=0-1', 'If-Range': '"abc"' })).toMatchObject({ status: 206 });
      expect(await ask({ Range: 'bytes=0-1', 'If-Range': '"old"' })).toMatchObject({ status: 200 });
    });

    test('opens nothing for HEAD', async () => {
      file = { ...file, stream: () => Promise.reject(new Error('opened')) };
      expect(await ask({}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '10' } });
    });

    test('throws before anything is sent where the content is missing', async () => {
      file = { ...file, stream: () => Promise.reject(new Error('missing')) };
      expect(await ask()).toMatchObject({ status: 500 });
      expect(failure).toMatchObject({ message: 'missing' });
    });

    test('cuts the answer off where reading breaks, so that no client takes half for whole', async () => {
      const broken = new Readable({
        read() {
          this.push(content.subarray(0, 3));
          this.destroy(Object.assign(new Error('disk'), { code: 'EIO' }));
        },
      });
      file = { ...file, stream: async () => await Promise.resolve(broken) };
      await expect(ask()).rejects.toThrow();
      expect(failure).toMatchObject({ code: 'EIO' });
    });
  });

  test.each([
    ['a"b\\c/d.pdf', `inline; filename="a_b-c-d.pdf"; filename*=UTF-8''a%22b-c-d.pdf`],
    ['x\r\nSet-Cookie: y', `inline; filename="xSet-Cookie: y"; filename*=UTF-8''xSet-Cookie%3A%20y`],
    ['cod\u202Efdp.exe', `inline; filename="codfdp.exe"; filename*=UTF-8''codfdp.exe`],
    ['Отчёт (1).pdf', `inline; filename="Otchet (1).pdf"; filename*=UTF-8''%D0%9E%D1%82%D1%87%D1%91%D1%82%20%281%29.pdf`],
    ['\u0000', `inline; filename="file"; filename*=UTF-8''file`],
  ])('names %j safely', (name, expected) => {
    expect(contentDisposition('inline', name)).toBe(expected);
  });
});
