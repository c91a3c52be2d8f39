import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { generateOutput } from '@gql.tada/cli-utils';
import { buildSchema } from 'graphql';
import { partOf } from './messages.js';
import { extractOperations } from './operations.js';

/**
 * Writes what the interface is compiled with into `apps/web/src/gql` (not in git): the schema's types, the operations that the API
 * accepts by hash (`operations.json`) and, for each part of the interface, their names (`hashes/<part>.ts`).
 * @param root the project's root; `apps/api/schema.graphql` must be there
 * @returns how many operations there are
 * @throws Error where an operation does not fit the schema
 */
export async function generateWeb(root: string): Promise<number> {
  const web = join(root, 'apps/web');
  const target = join(web, 'src/gql');
  await mkdir(target, { recursive: true });
  const schema = buildSchema(await readFile(join(root, 'apps/api/schema.graphql'), 'utf8'));
  const { texts, hashes } = extractOperations(await readSources(join(web, 'src')), schema);
  await generateOutput({
    disablePreprocessing: false,
    output: join(target, 'graphql-env.d.ts'),
    tsconfig: join(web, 'tsconfig.json'),
    silent: true,
  });
  await writeFile(join(target, 'operations.json'), `${JSON.stringify(texts, null, 1)}\n`);
  const parts = new Map<string, Record<string, string>>();
  for (const [file, ofFile] of hashes) {
    const part = partOf(relative(join(web, 'src'), file));
    parts.set(part, { ...parts.get(part), ...ofFile });
  }
  const folder = join(target, 'hashes');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await Promise.all([...parts].map(([part, ofPart]) => writeFile(join(folder, `${part}.ts`), hashesModule(ofPart))));
  return Object.keys(texts).length;
}

function hashesModule(hashes: Readonly<Record<string, string>>): string {
  const lines = Object.entries(hashes).map(([name, hash]) => `  ${name}: '${hash}',\n`);
  return `/** Generated: operation name → SHA-256 of its text. */\nexport const hashes: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`;
}

/** All TypeScript below a folder: absolute path → text. Generated files and tests are left out. */
export async function readSources(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'gql')))
    .sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}
