import { randomUUID } from 'node:crypto';
import { idOf, memberOfNetwork } from '../lib/data.mjs';
import { byHash, post } from './request.mjs';

const NETWORKS = Array.from({ length: 40 }, (_, index) => index + 2);
/** Long enough a member not to count as new, whose posts are limited. */
const writer = (network, scale) => memberOfNetwork(network, 35, scale.people);
/** The second thread of a network: the first is read by other benchmarks. */
const threadOf = (network, scale) => idOf('thread', scale.networks + network - 1);
const BODY = 'We tried it with two groups, and the second asked for more time. What helped was to write the question on the board first.';

/** Gives each request a body of its own when it is sent. */
const fresh = (request, change) => ({
  ...request,
  setupRequest: (sent) => {
    const body = JSON.parse(request.body);
    change(body.variables);
    return { ...sent, body: JSON.stringify(body) };
  },
});

/**
 * Writing a reply: rights, idempotency key, counters, audit and outbox in one transaction, against a bare transaction of the same rows.
 * What its message in the outbox leads to (notices to some forty people, words for the search, a look for spam) is work of another program.
 */
export const reply = {
  name: 'reply',
  what: 'creating a post: rights, key, post, counters, audit, outbox, against a bare transaction of the same rows',
  goal: 0.6,
  sqlGoal: 8,
  same: false,
  stoa: ({ operations, scale }) =>
    NETWORKS.map((network) => {
      const input = { threadId: `Thread_${threadOf(network, scale)}`, body: BODY, lang: 'en', clientMutationId: '' };
      return fresh(byHash(operations, 'ReplyMutation', { input }, writer(network, scale)), (variables) => {
        variables.input.clientMutationId = randomUUID();
      });
    }),
  limit: ({ scale }) =>
    NETWORKS.map((network) =>
      fresh(
        post(
          { variables: { person: idOf('person', writer(network, scale)), thread: threadOf(network, scale), body: BODY, key: '' } },
          null,
          '/reply',
        ),
        (variables) => {
          variables.key = randomUUID();
        },
      ),
    ),
};
