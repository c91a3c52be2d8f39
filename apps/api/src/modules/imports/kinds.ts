import type { ImportKind } from '../../platform/csv/index.js';

const kinds = new Map<string, ImportKind>();

/** Makes known what can be imported; called once by the composition root. */
export function registerImports(all: readonly ImportKind[]): void {
  for (const kind of all) kinds.set(kind.kind, kind);
}

/** The kind of that name, or null. */
export function importKindNamed(name: string): ImportKind | null {
  return kinds.get(name) ?? null;
}
