import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memberOfNetwork, tokenOf } from '../lib/data.mjs';
import { record } from '../lib/record.mjs';
import { byHash, operation, post } from './request.mjs';

const NETWORKS = Array.from({ length: 40 }, (_, index) => index + 2);
const OPERATION = 'DiscussionsPageQuery';
const variablesOf = (network) => ({ slug: `network-${network}`, network: `network-${network}` });
const reader = (network, scale) => memberOfNetwork(network, 5, scale.people);

/** A read without a plan: the list of a network's threads, through the compiled resolvers, against its own statements sent bare. */
export const discussions = {
  name: 'discussions',
  what: "a read without a plan: a network with the first 30 of its threads, against Stoa's own statements sent bare",
  goal: 0.35,
  async prepare(context) {
    const asked = NETWORKS.map((network) => ({ token: tokenOf(reader(network, context.scale)), variables: variablesOf(network) }));
    const file = join(context.folder, 'data', 'discussions.json');
    writeFileSync(file, JSON.stringify(await record(context, operation(context.operations, OPERATION).text, asked)));
    return { ...context, file };
  },
  stoa: ({ operations, scale }) => NETWORKS.map((network) => byHash(operations, OPERATION, variablesOf(network), reader(network, scale))),
  limit: ({ file }) => NETWORKS.map((_, index) => post({ variables: { file, index } }, null, '/replay')),
};
