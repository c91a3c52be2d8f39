import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { checkHomes, checkMessages, findUsedIds, messageLanguages, partOf } from '../web/messages.js';
import { readSources } from '../web/generate.js';

const root = join(process.cwd(), 'apps/web/src');
const files = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.json') && basename(dirname(path)) === 'messages')
  .sort();
const messages: Record<string, Record<string, string>> = Object.fromEntries(messageLanguages.map((language) => [language, {}]));
const homes = new Map<string, string>();
const faults: string[] = [];
for (const path of files) {
  const target = messages[basename(path, '.json')];
  const read = JSON.parse(await readFile(join(root, path), 'utf8')) as Record<string, string>;
  for (const [id, text] of Object.entries(read)) {
    if (target?.[id] !== undefined) faults.push(`${id}: written twice, also in ${path}`);
    if (target) target[id] = text;
    homes.set(id, partOf(path));
  }
}
const sources = await readSources(root);
const parts = new Map<string, Map<string, string>>();
for (const [file, text] of sources) {
  const part = partOf(relative(root, file));
  parts.set(part, (parts.get(part) ?? new Map<string, string>()).set(file, text));
}
faults.push(...checkMessages(messages, findUsedIds(sources)));
faults.push(...checkHomes(homes, new Map([...parts].map(([part, files]) => [part, findUsedIds(files)]))));
for (const fault of faults) console.error(fault);
const count = Object.keys(messages['en'] ?? {}).length;
console.log(
  faults.length === 0
    ? `${count} messages in ${messageLanguages.length} languages, all complete`
    : `${faults.length} faults in the messages`,
);
if (faults.length > 0) process.exitCode = 1;
