import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const anchorRule = z.object({
  at: z.string(),
  /** the reason of a new beginning; what was noted before it no longer holds */
  restored: z.string().optional(),
  heads: z.array(z.object({ chain: z.number(), seq: z.number(), hash: z.string() })),
});

/** Where a chain ended: its last row's number and hash. */
export interface Head {
  chain: number;
  seq: number;
  hash: string;
}

/** Where all chains ended at a time, noted outside the database: whoever shortens the log cannot shorten this. */
export type Anchor = z.infer<typeof anchorRule>;

/** Adds a line to the file of anchors. Its folder may be another machine's. */
export async function writeAnchor(file: string, anchor: Anchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true });
}

/** The anchors that hold: those since the last restored backup. @throws Error naming the line that is none */
export async function readAnchors(file: string): Promise<Anchor[]> {
  let anchors: Anchor[] = [];
  let no = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      no += 1;
      if (line.trim() === '') continue;
      const parsed = anchorRule.safeParse(toJson(line));
      if (!parsed.success) throw new Error(`${file}, line ${no}: it is no note of the audit log.`);
      anchors = parsed.data.restored === undefined ? [...anchors.slice(-KEPT), parsed.data] : [parsed.data];
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return anchors;
}

/** Later anchors hold what earlier ones do; some earlier ones say when a break came about. */
const KEPT = 10_000;

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
