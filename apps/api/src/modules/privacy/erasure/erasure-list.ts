import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../../platform/config.js';

/** An erasure as it stands outside the database: whom, when, and whether their words went too. */
export interface ErasureRecord {
  personId: string;
  at: string;
  withdrawsWords: boolean;
}

/** The file of erasures: a JSON line each, only ever appended to. It belongs into the backup of files, and survives a restore of the database. */
export function erasureListPath(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'erasures.jsonl');
}

/** All erasures of the list, the oldest first. A line that a power cut left unfinished is passed over. */
export async function readErasureList(config: Pick<Config, 'dataDir'>): Promise<ErasureRecord[]> {
  const text = await readFile(erasureListPath(config), 'utf8').catch(missing);
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as ErasureRecord];
    } catch {
      return [];
    }
  });
}

/** Adds an erasure, durably, unless the list has the person already. */
export async function appendToErasureList(config: Pick<Config, 'dataDir'>, record: ErasureRecord): Promise<void> {
  const known = await readErasureList(config);
  if (known.some(({ personId }) => personId === record.personId)) return;
  const path = erasureListPath(config);
  await mkdir(config.dataDir, { recursive: true });
  await appendFile(path, `\n${JSON.stringify(record)}\n`, { mode: 0o600 });
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function missing(error: unknown): string {
  if ((error as { code?: string }).code === 'ENOENT') return '';
  throw error;
}
