import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moduleFiles, type Names } from './templates.js';

/** `resources` → `resource`, `policies` → `policy`. */
export function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}

/**
 * Writes the files of a new module of the api.
 * @returns the paths written, from the project's root
 * @throws Error where the name is not kebab-case, has no place in the modules' order, or the module exists
 */
export function scaffold(root: string, { module, thing }: Names): string[] {
  for (const name of [module, thing]) if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`"${name}" is not a name in kebab-case.`);
  const order = readFileSync(join(root, 'packages/tooling/boundaries.cjs'), 'utf8');
  if (!order.includes(`'${module}'`)) throw new Error(`Give "${module}" its place in the order of packages/tooling/boundaries.cjs first.`);
  const folder = join('apps/api/src/modules', module);
  if (existsSync(join(root, folder, 'index.ts'))) throw new Error(`The module ${module} exists.`);
  return Object.entries(moduleFiles({ module, thing })).map(([path, text]) => {
    const file = join(folder, path);
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
    return file;
  });
}
