import type { FieldPolicy } from '@apollo/client/cache';

interface Connection {
  edges?: readonly unknown[];
  nodes?: readonly unknown[];
  pageInfo?: object;
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
      return {
        ...incoming,
        ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges] }),
        ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
      };
    },
  };
}
