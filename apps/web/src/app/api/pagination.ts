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
      const [earlier, later] = args['before'] ? [incoming, existing] : [existing, incoming];
      return {
        ...incoming,
        ...(incoming.edges && { edges: [...(earlier.edges ?? []), ...(later.edges ?? [])] }),
        ...(incoming.nodes && { nodes: [...(earlier.nodes ?? []), ...(later.nodes ?? [])] }),
        ...(incoming.pageInfo && { pageInfo: endsOf(earlier.pageInfo, later.pageInfo) }),
      };
    },
  };
}

/** What lies before the earlier of two pages and after the later one. */
function endsOf(earlier: Connection['pageInfo'] = {}, later: Connection['pageInfo'] = {}): Connection['pageInfo'] {
  const start = ['startCursor', 'hasPreviousPage'].filter((name) => name in earlier).map((name) => [name, earlier[name]] as const);
  return { ...later, ...Object.fromEntries(start) };
}
