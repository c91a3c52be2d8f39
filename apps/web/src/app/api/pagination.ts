import type { FieldPolicy } from '@apollo/client/cache';

interface Connection {
  edges?: readonly unknown[];
  nodes?: readonly unknown[];
  pageInfo?: Readonly<Record<string, unknown>>;
}

/**
 * Cache policy of a keyset list: a page asked for with `after` is appended, one asked for with `before` goes before, a page without either
 * starts the list anew.
 * @param keyArgs the arguments that make another list (filters, order); never `first` and `after`, `last` and `before`.
 */
export function keysetList(keyArgs: readonly string[] = []): FieldPolicy<Connection> {
  return {
    keyArgs: keyArgs.length === 0 ? false : [...keyArgs],
    merge(existing, incoming, { args }) {
      if (!existing || (!args?.['after'] && !args?.['before'])) return incoming;
      // What came live may be on the page already.
      const there = new Set(existing.edges?.map(refOf));
      const added = { ...incoming, ...(incoming.edges && { edges: incoming.edges.filter((edge) => !there.has(refOf(edge))) }) };
      const [earlier, later] = args['before'] ? [added, existing] : [existing, added];
      return {
        ...incoming,
        ...(incoming.edges && { edges: [...(earlier.edges ?? []), ...(later.edges ?? [])] }),
        ...(incoming.nodes && { nodes: [...(earlier.nodes ?? []), ...(later.nodes ?? [])] }),
        ...(incoming.pageInfo && { pageInfo: endsOf(earlier.pageInfo, later.pageInfo) }),
      };
    },
  };
}

/** What lies before the earlier of two pages and after the later one. After what came live there may be nothing more: then the end stays where it was. */
function endsOf(earlier: Connection['pageInfo'] = {}, later: Connection['pageInfo'] = {}): Connection['pageInfo'] {
  const start = ['startCursor', 'hasPreviousPage'].filter((name) => name in earlier).map((name) => [name, earlier[name]] as const);
  const end = later['endCursor'] ?? earlier['endCursor'];
  return { ...later, ...(end !== undefined && { endCursor: end }), ...Object.fromEntries(start) };
}

/** The record that an edge holds, as the cache names it; an edge that holds none is itself. */
function refOf(edge: unknown): unknown {
  return (edge as { node?: { __ref?: string } } | null)?.node?.__ref ?? edge;
}
