import { v7 } from 'uuid';

/** A new UUIDv7: sortable by time of making, made in the API so that SQL stays within PostgreSQL 15. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a UUID as PostgreSQL writes it. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The opaque global id of a record, unique over all types: its GraphQL type and its UUID. */
export function toGlobalId(type: string, id: string): string {
  return `${type}_${id}`;
}

/** Takes a global id apart; null where it is not one of ours (forged, cut off, or another type than `expected`). */
export function fromGlobalId(globalId: string, expected?: string): { type: string; id: string } | null {
  const at = globalId.lastIndexOf('_');
  const type = globalId.slice(0, at);
  const id = globalId.slice(at + 1);
  if (at < 1 || !UUID.test(id) || (expected && type !== expected)) return null;
  return { type, id };
}
