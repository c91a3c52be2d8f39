import { newId, toGlobalId } from '../../platform/ids.js';
import type { Ground, Persona } from '../ground.js';
import type { Spec } from '../operation.js';

/** A name for a global id: `gid('Network', id)`. */
export const gid = toGlobalId;

let serial = 0;
/** A number that no other target has. */
export const next = (): number => (serial += 1);

/** The version of a row as it stands. */
export async function version({ world }: Ground, table: string, id: string): Promise<number> {
  return (await world.services.db.row<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))?.version ?? 0;
}

/** Runs one statement of a preparation. */
export async function sql({ world }: Ground, text: string, values: unknown[] = []): Promise<void> {
  await world.services.db.row(text, values);
}

/** The persona's id, or the id of nobody for a visitor. */
export function idOf(persona: Persona): string {
  return persona.personId ?? newId();
}

/** Whether a connection holds a node with this id. */
export function holds(page: { edges: { node: { id: string } }[] } | null, id: unknown): boolean {
  return page?.edges.some(({ node }) => node.id === id) ?? false;
}

/** Specifications as they are, and once more for the plans. */
export const planned = (specs: readonly Spec[]): Spec[] => specs.flatMap((spec) => [spec, { ...spec, planned: true }]);

/** Selection of a connection for `holds`. */
export const EDGES = 'edges { node { id } }';
