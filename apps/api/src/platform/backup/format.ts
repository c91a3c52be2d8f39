import { z } from 'zod';
import { BackupError } from './backup-error.js';

/** The layout that this program writes and reads. */
export const FORMAT = 1;

const counts = z.record(z.string(), z.number());
const sequence = z.object({ name: z.string(), last: z.string(), called: z.boolean() });

const manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string(),
  postgres: z.string(),
  /** by name, oldest first */
  migrations: z.array(z.string()),
  /** the queue's own latest migration */
  queue: z.number(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(sequence),
});

const result = z.object({
  /** rows by table */
  rows: counts,
  files: z.number(),
  fileBytes: z.number(),
  /** keys of files that the database names and the store did not have whole */
  missing: z.array(z.string()),
});

/** What a backup says of itself before its content. */
export type Manifest = z.infer<typeof manifest>;
/** What a backup says of itself after its content. */
export type Result = z.infer<typeof result>;

/** Reads the manifest. @throws BackupError where another layout was written */
export function parseManifest(text: string): Manifest {
  const parsed = manifest.safeParse(json(text));
  if (!parsed.success) throw new BackupError('The file is no backup that this version of Stoa can read. Nothing was changed.');
  return parsed.data;
}

/** Reads the result. @throws BackupError */
export function parseResult(text: string): Result {
  const parsed = result.safeParse(json(text));
  if (!parsed.success) throw new BackupError('The backup does not say what it holds. Nothing was changed.');
  return parsed.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `12,345 rows in 31 tables, 14 files` – what a backup holds, in one line. */
export function contents({ rows, files, fileBytes }: Result): string {
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  return `${total} rows in ${Object.keys(rows).length} tables, ${files} files of ${fileBytes} bytes`;
}
