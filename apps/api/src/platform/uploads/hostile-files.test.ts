import sharp from 'sharp';
import { PICTURE_TYPES } from '@stoa/domain';
import { hostileFiles, photograph, type SentFile } from '../../testing/hostile-files.js';
import { HEAD_BYTES, kindOf } from './kinds.js';
import { makePicture } from './pictures.js';
import { UploadRefused } from './upload-refused.js';

const MOST_PIXELS = 50_000_000;

describe('files as they are sent', () => {
  let files: SentFile[];
  beforeAll(async () => {
    files = await hostileFiles();
  }, 30_000);

  async function take({ name, content }: SentFile): Promise<string> {
    try {
      const type = await kindOf(name, content.subarray(0, HEAD_BYTES));
      if (PICTURE_TYPES.includes(type)) await makePicture(content, type, MOST_PIXELS);
      return type;
    } catch (error) {
      if (error instanceof UploadRefused) return error.code;
      throw error;
    }
  }

  it('are what their content is, or are refused', async () => {
    const outcome: Record<string, string> = {};
    const slow: string[] = [];
    for (const file of files) {
      const began = performance.now();
      outcome[file.what] = await take(file);
      if (performance.now() - began > 2_000) slow.push(file.what);
    }
    expect(outcome).toEqual(Object.fromEntries(files.map(({ what, becomes }) => [what, becomes])));
    expect(slow).toEqual([]);
    expect(files.length).toBeGreaterThan(25);
  }, 30_000);

  it('lose as pictures whatever they hide', async () => {
    const secrets = ['Anna Kowalska', 'Camera of Anna', 'script', 'a.class', 'Exif', 'GPS', 'MZ'];
    for (const { content, becomes, what } of files.filter((file) => PICTURE_TYPES.includes(file.becomes))) {
      const made = await makePicture(content, becomes, MOST_PIXELS);
      for (const written of [made.content, made.preview]) {
        const { exif, xmp, iptc, icc, orientation, comments } = await sharp(written).metadata();
        expect([what, exif, xmp, iptc, icc, orientation, comments]).toEqual([
          what,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        for (const secret of secrets.slice(0, 5)) expect([what, secret, written.includes(secret)]).toEqual([what, secret, false]);
      }
    }
  });

  it('are turned as they were held, kept in motion, and made small to look at first', async () => {
    const before = await sharp(await photograph()).metadata();
    expect([before.width, before.height, before.orientation, before.exif?.includes('Anna Kowalska')]).toEqual([600, 400, 6, true]);
    const photo = await makePicture(await photograph(), 'image/jpeg', MOST_PIXELS);
    expect([photo.width, photo.height]).toEqual([400, 600]);
    const gif = files.find(({ name }) => name === 'waves.gif');
    const moving = await makePicture(gif?.content ?? Buffer.alloc(0), 'image/gif', MOST_PIXELS);
    expect([
      moving.width,
      moving.height,
      (await sharp(moving.content).metadata()).pages,
      (await sharp(moving.preview).metadata()).pages,
    ]).toEqual([40, 30, 3, undefined]);
    const wide = await makePicture(
      await sharp({ create: { width: 9_000, height: 300, channels: 3, background: '#fff' } })
        .jpeg()
        .toBuffer(),
      'image/jpeg',
      MOST_PIXELS,
    );
    expect([wide.width, (await sharp(wide.preview).metadata()).width]).toEqual([4_096, 960]);
    // All frames together count.
    await expect(makePicture(gif?.content ?? Buffer.alloc(0), 'image/gif', 3_000)).rejects.toMatchObject({ code: 'PICTURE_TOO_LARGE' });
  });
});
