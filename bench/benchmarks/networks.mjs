import { byHash, byText, post } from './request.mjs';

const VIEWERS = 40;
const each = (make) => Array.from({ length: VIEWERS }, (_, index) => make(200 + index));
const variables = { first: 20 };
const GRAPHILE = `{ allNetworks(first: 20, orderBy: [LAST_ACTIVITY_AT_DESC]) { nodes { id slug name lang lastActivityAt membershipsByNetworkId(condition: { state: "ACTIVE" }) { totalCount }
  territoryByCountyId { rowId names } networkYearsByNetworkId(first: 1, orderBy: YEAR_DESC) { nodes { rowId year state } } } } }`;

/** The list as the page asks for it, for different signed-in people in turn. */
export const networks = {
  name: 'networks',
  what: 'network list: 20 with kept member count, last activity, coordinator, running year, own membership',
  goal: 0.85,
  sqlGoal: 1,
  stoa: ({ operations }) => each((person) => byHash(operations, 'NetworksPageQuery', variables, person)),
  limit: () => each((person) => post({ variables }, person, '/networks')),
  peers: {
    mercurius: ({ operations }) => each((person) => byText(operations, 'NetworksPageQuery', variables, person)),
    postgraphile: () => each((person) => post({ query: GRAPHILE }, person)),
  },
};
