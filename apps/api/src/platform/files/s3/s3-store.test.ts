import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { startS3, type S3StandIn } from '../../../testing/s3-stand-in.js';
import { bucketAddress } from './bucket.js';
import { S3Store } from './s3-store.js';
import { sign } from './sign.js';

const credentials = { accessKey: 'AKIAIOSFODNN7EXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' };

describe('the signature', () => {
  it('is that of the published example', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');
    const signed = sign(
      { method: 'GET', url, headers: { range: 'bytes=0-9' }, bodyHash: empty },
      credentials,
      new Date('2013-05-24T00:00:00Z'),
    );
    expect(signed['authorization']).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/);
  });
});

describe('files in a bucket', () => {
  let s3: S3StandIn;
  let store: S3Store;
  const content = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 251));

  async function* chunks(size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
  }

  beforeEach(async () => {
    s3 = await startS3({ ...credentials, secretKey: 'secret-of-the-tests' });
    store = new S3Store(bucketAddress(s3.url), 300);
  });
  afterEach(() => s3.stop());

  it.each([7, 300, 999, 1000])('come back whole, hashed and by range, sent in chunks of %d', async (size) => {
    const stored = await store.put(chunks(size));
    expect(stored).toMatchObject({ size: 1000, sha256: createHash('sha256').update(content).digest('hex') });
    expect(await buffer(await store.get(stored.key))).toEqual(content);
    expect(await buffer(await store.get(stored.key, { start: 290, end: 310 }))).toEqual(content.subarray(290, 311));
    expect(s3.unfinished()).toBe(0);
  });

  it('may be empty, are listed page by page under their prefix, and are removed as often as one likes', async () => {
    const own = new S3Store(bucketAddress(s3.url.replace('/files', '/files/stoa/one')), 300);
    const kept = [];
    for (let number = 0; number < 5; number++) kept.push((await own.put((async function* () {})())).key);
    await store.put(chunks(300));
    const listed = [];
    for await (const key of own.keys()) listed.push(key);
    expect(listed.toSorted()).toEqual(kept.toSorted());
    expect(await own.keep(kept[0] ?? '', chunks(500))).toMatchObject({ size: 1000 });
    expect(await buffer(await own.get(kept[0] ?? ''))).toEqual(content);
    await own.delete(kept[0] ?? '');
    await own.delete(kept[0] ?? '');
    await expect(own.get(kept[0] ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(own.get('../../etc/passwd')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are tried again where the store stumbles, and refused where it is full', async () => {
    s3.fail(503, 500);
    const stored = await store.put(chunks(100));
    expect(await buffer(await store.get(stored.key))).toEqual(content);
    s3.fail(507);
    await expect(store.put(chunks(100))).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  });

  it('leave nothing behind where the sender gives up', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* chunks(400);
      throw new Error('gone');
    }
    await expect(store.put(broken())).rejects.toThrow('gone');
    const stop = new AbortController();
    async function* aborted(): AsyncGenerator<Uint8Array> {
      yield content;
      stop.abort(new Error('stopped'));
      yield content;
    }
    await expect(store.put(aborted(), { signal: stop.signal })).rejects.toThrow('stopped');
    expect([s3.unfinished(), s3.objects.size]).toEqual([0, 0]);
  });

  it('are not had with another secret', async () => {
    const stranger = new S3Store(bucketAddress(s3.url.replace('secret-of-the-tests', 'guessed')));
    await expect(stranger.put(chunks(1000))).rejects.toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });
});

it.each(['s3://files', 's3://key@host/bucket', 's3://key:secret@host/'])('an address needs key, secret, host and bucket: %s', (url) => {
  expect(() => bucketAddress(url)).toThrow('must be s3://KEY:SECRET@host/bucket');
});
