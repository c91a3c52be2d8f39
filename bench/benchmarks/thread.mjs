import { memberOfNetwork } from '../lib/data.mjs';
import { byHash, post } from './request.mjs';

const NETWORKS = 40;
const each = (make) => Array.from({ length: NETWORKS }, (_, index) => make(index + 2));
const variablesOf = (network) => ({ network: `network-${network}`, no: 1, first: 50 });

/** Different threads and members in turn, so that no cache of one page helps. */
export const thread = {
  name: 'thread',
  what: 'thread page: thread, 50 posts with authors and schools, what the viewer may do',
  goal: 0.8,
  sqlGoal: 1,
  stoa: ({ operations, scale }) => each((network) => byHash(operations, 'BenchThread', variablesOf(network), memberOfNetwork(network, 5, scale.people))),
  limit: ({ scale }) => each((network) => post({ variables: variablesOf(network) }, memberOfNetwork(network, 5, scale.people), '/thread')),
};
