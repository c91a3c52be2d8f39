import type { FieldPolicy } from '@apollo/client/cache';

interface Connection {
  edges?: readonly unknown[];
  nodes?: readonly unknown[];
  pageInfo?: { endCursor?: unknown };
}

/**
 * Cache policy of a keyset list: a page asked for with `after` is appended, a page without `after` starts the list anew.
 * @param keyArgs the arguments that make another list (filters, order); never `first` and `after`.
 */
export function keysetList(keyArgs: readonly string[] = []): FieldPolicy<Connection> {
  return {
    keyArgs: keyArgs.length === 0 ? false : [...keyArgs],
    merge(existing, incoming, { args }) {
      if (!existing || !args?.['after']) return incoming;
      // What came live may be on the page already.
      const there = new Set(existing.edges?.map(refOf));
      return {
        ...incoming,
        ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges.filter((edge) => !there.has(refOf(edge)))] }),
        // After what came live there may be nothing more, and then the end stays where it was.
        ...(incoming.pageInfo && {
          pageInfo: { ...incoming.pageInfo, endCursor: incoming.pageInfo.endCursor ?? existing.pageInfo?.endCursor },
        }),
        ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
      };
    },
  };
}

/** The record that an edge holds, as the cache names it; an edge that holds none is itself. */
function refOf(edge: unknown): unknown {
  return (edge as { node?: { __ref?: string } } | null)?.node?.__ref ?? edge;
}
