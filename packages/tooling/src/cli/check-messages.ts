import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkMessages, findUsedIds, messageLanguages } from '../web/messages.js';
import { readSources } from '../web/generate.js';

const root = join(process.cwd(), 'apps/web/src');
const files = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.json') && basename(dirname(path)) === 'messages')
  .sort();
const messages: Record<string, Record<string, string>> = Object.fromEntries(messageLanguages.map((language) => [language, {}]));
const faults: string[] = [];
for (const path of files) {
  const target = messages[basename(path, '.json')];
  const read = JSON.parse(await readFile(join(root, path), 'utf8')) as Record<string, string>;
  for (const [id, text] of Object.entries(read)) {
    if (target?.[id] !== undefined) faults.push(`${id}: written twice, also in ${path}`);
    if (target) target[id] = text;
  }
}
faults.push(...checkMessages(messages, findUsedIds(await readSources(root))));
for (const fault of faults) console.error(fault);
const count = Object.keys(messages['en'] ?? {}).length;
console.log(
  faults.length === 0
    ? `${count} messages in ${messageLanguages.length} languages, all complete`
    : `${faults.length} faults in the messages`,
);
if (faults.length > 0) process.exitCode = 1;
