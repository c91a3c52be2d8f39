import type { Config } from '../config.js';
import type { Context } from '../context.js';

/** Where something is uploaded: a place of the purpose, such as a reply, and the record there. */
export interface UploadPlace {
  place: string;
  placeId: string;
}

/** A file that is read whole and written anew before it is kept. */
export interface Remake {
  /** A larger one is not read. */
  maxBytes: number;
  /** @throws UploadRefused */
  make(content: Buffer): { content: Buffer; mime: string; name: string };
}

/** What files are uploaded for. Whoever takes files registers a purpose; everything else about them is the same for all. */
export interface UploadPurpose {
  name: string;
  /** The largest file. */
  maxBytes(config: Config): number;
  /** How many one person may have waiting at one place. */
  most(config: Config): number;
  /** The place of a global id, asked for the right before the first byte is taken. @throws Refusal */
  placeOf(ctx: Context, globalId: string): Promise<UploadPlace>;
  /** What is written anew, besides pictures; null for what is kept as it came. @throws UploadRefused */
  remake?(file: { name: string; mime: string }): Remake | null;
}

const purposes = new Map<string, UploadPurpose>();

/** Registers a purpose; done once, in the composition root. */
export function registerUploadPurpose(purpose: UploadPurpose): void {
  purposes.set(purpose.name, purpose);
}

/** The purpose of a name, or null. */
export function uploadPurpose(name: string): UploadPurpose | null {
  return purposes.get(name) ?? null;
}
