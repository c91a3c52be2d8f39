import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../gql/graphql-env.js';

/**
 * Writes an operation or a fragment, typed from the API's schema. One operation or fragment a call, names unique in the
 * whole interface: `npm run generate` gathers them into the list of operations that the API accepts by hash.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; JSON: unknown; URL: string; EmailAddress: string; BigInt: string };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
