import type { ApolloCache } from '@apollo/client';
import type { ThreadChange } from '../live-operations.js';
import { PollQuery } from '../poll-operations.js';

type Standing = ThreadChange['posts'][number]['poll'];

/**
 * Brings what was voted onto the page.
 * @returns false where the poll is to be read anew: it asks something else now, or the reader may see or do more than before, or less
 */
export function bringPoll(cache: ApolloCache, postId: string, standing: Standing): boolean {
  const query = { query: PollQuery, variables: { postId } };
  const known = cache.readQuery(query);
  // Whoever has not read it reads it when it is shown.
  if (!known || (known.poll === null && standing === null)) return true;
  const { poll } = known;
  if (!poll || !standing || poll.version !== standing.version) return false;
  const [first] = poll.options;
  const { votes, voters, closedAt } = standing;
  if ((first?.votes === null) !== (votes === null)) return false;
  if (poll.viewerCan.close && (poll.voters === 0) !== (voters === 0)) return false;
  const options = poll.options.map((option, at) => ({ ...option, votes: votes?.[at] ?? null }));
  cache.writeQuery({ ...query, data: { poll: { ...poll, voters, closedAt, options } } });
  return true;
}
