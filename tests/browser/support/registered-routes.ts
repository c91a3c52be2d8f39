import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Registered {
  path?: string;
  index?: boolean;
  children?: Registered[];
}

const features = join(import.meta.dirname, '../../../apps/web/src/features');

/** The path of every page that a feature registers, without the language. */
export async function registeredRoutes(): Promise<string[]> {
  const found: string[] = [];
  for (const name of readdirSync(features)) {
    const file = join(features, name, 'routes.tsx');
    if (!existsSync(file)) continue;
    const { routes } = (await import(file)) as { routes: Registered[] };
    collect(routes, '', found);
  }
  return found.toSorted();
}

function collect(routes: readonly Registered[], above: string, found: string[]): void {
  for (const { path, index, children } of routes) {
    const here = [above, path].filter(Boolean).join('/');
    if (children) collect(children, here, found);
    else if (path !== undefined || index) found.push(here);
  }
}
