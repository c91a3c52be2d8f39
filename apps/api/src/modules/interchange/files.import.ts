import { open, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { EMPTY_RESOURCE, LENGTHS, RESOURCE_KINDS, type ResourceFileContent, type ResourceKind } from '@stoa/domain';
import {
  batchTarget,
  importKind,
  type ImportColumn,
  type ImportDefinition,
  type ImportKind,
  type ImportParams,
  type RowError,
} from '../../platform/csv/index.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import type { Services } from '../../platform/services.js';
import { HEAD_BYTES, kindOf } from '../../platform/uploads/kinds.js';
import { UploadRefused } from '../../platform/uploads/upload-refused.js';
import { keepFromDisk, landFile, type LandedFile } from '../resources/index.js';
import { landAgain, landAll } from './harvest/land.js';
import { likenessesOf } from './harvest/to-content.js';
import { decideWorks, ofCounty, type WorkPlan } from './works/decide-works.js';
import { free, workColumns, type WorkRow } from './works/work-columns.js';

/** The file that says what the others are. */
export const METADATA_FILE = 'metadata.csv';

/** What a file may be the material of: a link has no file, a quiz has questions instead. */
const KINDS = RESOURCE_KINDS.filter((kind) => kind !== 'LINK' && kind !== 'QUIZ' && kind !== 'GOOD_PRACTICE');

interface FileRow extends WorkRow {
  file: string;
  kind: ResourceKind;
  alt: string;
}

const fileColumn: ImportColumn<string> = {
  labels: ['file name', 'path', 'αρχείο', 'plik', 'файл'],
  required: true,
  parse: (text) => (text.length > 300 || text.includes('\0') ? { code: 'INVALID' } : { value: text.replaceAll('\\', '/') }),
};

const kindColumn: ImportColumn<ResourceKind> = {
  labels: ['type', 'είδος', 'rodzaj', 'вид'],
  required: false,
  choices: KINDS,
  parse(text) {
    const code = text.toUpperCase().replace(/[\s-]+/gu, '_');
    const found = text === '' ? 'GUIDE' : KINDS.find((kind) => kind === code);
    return found ? { value: found } : { code: 'INVALID_CHOICE' };
  },
};

function definition(params: ImportParams): ImportDefinition<FileRow> {
  const columns = workColumns(params);
  return {
    kind: 'files',
    keyOf: ({ title, authors, kind }) => likenessesOf({ kind, title, authors, links: [] }, true)[0] ?? title,
    columns: {
      file: fileColumn,
      kind: kindColumn,
      alt: free(['text alternative', 'εναλλακτικό κείμενο', 'tekst alternatywny', 'описание файла'], LENGTHS.note.max),
      ...columns,
      // By title and first author it is known when the folder is imported anew.
      authors: { ...columns.authors, required: true },
    },
  };
}

/** Where a file of the folder lies; null where there is none, or it lies elsewhere. */
async function within(folder: string, name: string): Promise<{ path: string; size: number } | null> {
  try {
    const [root, path] = [await realpath(folder), await realpath(join(folder, name))];
    const found = await stat(path);
    return found.isFile() && path.startsWith(root + sep) ? { path, size: found.size } : null;
  } catch {
    return null;
  }
}

/** Why a file is not what its name says; null where it is. */
async function refusalOf(path: string, name: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    await kindOf(name, buffer.subarray(0, bytesRead));
    return null;
  } catch (error) {
    if (error instanceof UploadRefused) return error.code;
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Import of a folder of files, at the server's own command line: `metadata.csv` in it says of each what it is. They land as the county's; a work that
 * is there already keeps its file and takes what is said of it anew.
 */
export function filesImport(folder: string): ImportKind {
  const faultOf = async ({ file }: FileRow, { config }: Services): Promise<RowError | null> => {
    const found = await within(folder, file);
    if (!found) return { code: 'FILE_MISSING', column: 'file', value: file };
    if (found.size > config.uploads.resourceFileBytes) return { code: 'FILE_TOO_LARGE', column: 'file', value: file };
    const code = await refusalOf(found.path, basename(file));
    return code === null ? null : { code, column: 'file', value: file };
  };
  return importKind<FileRow>({
    kind: 'files',
    definition,
    target: (services, _params, { afterBatch }) =>
      batchTarget<FileRow, WorkPlan<FileRow>>(
        services.db,
        {
          lock: 'links',
          decide: (sql, rows) =>
            decideWorks(sql, rows, {
              contentOf: ({ countyCode: _county, topics: _topics, file: _file, alt: _alt, ...said }, topicIds) => ({
                ...EMPTY_RESOURCE,
                ...said,
                topicIds,
              }),
              isOurs: "r.kind <> 'LINK'",
              faultOf: (row) => faultOf(row, services),
            }),
          insert: (tx, plans) => landFiles(services, tx, folder, plans),
          async update(tx, plans) {
            for (const { known, content } of plans) if (known && content) await landAgain(tx, known.id, content, [], services.clock.now());
          },
        },
        afterBatch,
      ),
  });
}

/** Keeps the files first, and forgets them where one of them is refused: then nothing of the batch is done. */
async function landFiles(services: Services, tx: Tx, folder: string, plans: readonly WorkPlan<FileRow>[]): Promise<void> {
  const now = services.clock.now();
  const kept: LandedFile[] = [];
  try {
    const landings = [];
    const ids: string[] = [];
    for (const { content, territoryId, value } of plans) {
      const found = await within(folder, value.file);
      if (!content || !found) throw new Error(`${value.file} is gone`);
      kept.push(await keepFromDisk(services, { ...found, name: basename(value.file) }));
      const id = newId();
      ids.push(id);
      const files: ResourceFileContent[] = [{ id, title: '', alt: value.alt, role: 'MATERIAL', lang: null }];
      landings.push({ content: { ...content, files }, owner: ofCounty(territoryId), isHarvested: true });
    }
    const resources = await landAll(tx, landings, now);
    for (const [at, file] of kept.entries()) await landFile(tx, { resourceId: resources[at] ?? '', id: ids[at] ?? '', at: now }, file);
  } catch (error) {
    for (const { keys } of kept) for (const key of keys) await services.files.delete(key);
    throw error;
  }
}
