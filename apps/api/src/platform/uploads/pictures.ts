import type { Sharp, SharpOptions } from 'sharp';
import { UploadRefused } from './upload-refused.js';

/** A picture written anew, and a small one of it to look at first. */
export interface MadePicture {
  content: Buffer;
  width: number;
  height: number;
  preview: Buffer;
}

/** The preview's format, whatever the picture's. */
export const PREVIEW_TYPE = 'image/webp';
/** A picture is not kept larger than a screen shows, in either direction. */
const LARGEST = 4096;
/** Twice the size in which a preview is shown, for fine screens. */
const PREVIEW = 960;
/** A file larger than this is not read into memory. */
export const MOST_PICTURE_BYTES = 64 * 1024 * 1024;

type SharpModule = (input: Buffer, options: SharpOptions) => Sharp;
let loaded: Promise<SharpModule> | null = null;

/** The library, when the first picture comes: it may read these four formats and nothing else, on one thread of its own. */
function library(): Promise<SharpModule> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadNsgifBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    return sharp;
  });
  return loaded;
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time: each takes memory for all of its points. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Reads a picture and writes it anew: turned as it was held, without where, when and with what it was taken, and without anything that was
 * hidden in or behind it.
 * @param type one of `PICTURE_TYPES`, found in the content
 * @param mostPixels of all its frames together; more could fill the memory, however small the file is
 * @throws UploadRefused PICTURE_BROKEN, PICTURE_TOO_LARGE
 */
export async function makePicture(content: Buffer, type: string, mostPixels: number): Promise<MadePicture> {
  const sharp = await library();
  return inTurn(async () => {
    const animated = type === 'image/gif' || type === 'image/webp';
    const read = (options: SharpOptions = {}) => sharp(content, { failOn: 'error', limitInputPixels: mostPixels, ...options });
    try {
      const { width, height, pages = 1, pageHeight } = await read({ animated }).metadata();
      if (width * (pageHeight ?? height) * pages > mostPixels) throw new UploadRefused('PICTURE_TOO_LARGE');
      const within = { width: LARGEST, height: LARGEST, fit: 'inside', withoutEnlargement: true } as const;
      // Frames lie one below the other: a picture that moves is not turned, and has no mark to be.
      const whole = animated && pages > 1 ? read({ animated }) : read().autoOrient();
      const { data, info } = await written(whole.resize(within), type).toBuffer({ resolveWithObject: true });
      const preview = await read({ pages: 1 })
        .autoOrient()
        .resize({ width: PREVIEW, height: PREVIEW, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 78 })
        .toBuffer();
      return { content: data, width: info.width, height: info.pageHeight ?? info.height, preview };
    } catch (error) {
      if (error instanceof UploadRefused) throw error;
      throw new UploadRefused(/exceeds pixel limit|too large/iu.test(String(error)) ? 'PICTURE_TOO_LARGE' : 'PICTURE_BROKEN');
    }
  });
}

/** In its own format. Nothing of what it says about itself is kept unless it is asked to be. */
function written(picture: Sharp, type: string): Sharp {
  switch (type) {
    case 'image/png':
      return picture.png({ compressionLevel: 8 });
    case 'image/gif':
      return picture.gif();
    case 'image/webp':
      return picture.webp({ quality: 85 });
    default:
      return picture.jpeg({ quality: 88, mozjpeg: false });
  }
}
