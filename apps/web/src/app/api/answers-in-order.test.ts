import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { Observable, type Subscriber } from 'rxjs';
import { answersInOrder } from './answers-in-order.js';

describe('answers to a question that is asked again', () => {
  const QUERY = gql`
    query Waiting($first: Int) {
      waiting(first: $first)
    }
  `;
  type Waiting = { waiting: string };

  /** A client, what it shows of the question, and the requests that it has sent, each answered by hand. */
  async function asking() {
    const requests: Subscriber<ApolloLink.Result>[] = [];
    const line = new ApolloLink(() => new Observable((to) => void requests.push(to)));
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([answersInOrder(() => true), line]),
      queryDeduplication: false,
    });
    const query = client.watchQuery<Waiting>({ query: QUERY, variables: { first: 1 }, fetchPolicy: 'network-only' });
    const shown: string[] = [];
    query.subscribe(({ data, dataState }) => dataState === 'complete' && data && shown.push(data.waiting));
    const answer = (at: number, waiting: string) => {
      requests[at]?.next({ data: { waiting } });
      requests[at]?.complete();
    };
    await Promise.resolve();
    return { client, query, requests, shown, answer };
  }

  it('come in the order of asking: one that is overtaken says nothing more', async () => {
    const { query, requests, shown, answer } = await asking();
    answer(0, 'at first');
    const before = query.refetch();
    const after = query.refetch();
    expect(requests).toHaveLength(3);
    answer(2, 'after the command');
    answer(1, 'before the command');
    // Both who asked read what is so.
    expect((await before).data?.waiting).toBe('after the command');
    expect((await after).data?.waiting).toBe('after the command');
    expect(query.getCurrentResult().data).toEqual({ waiting: 'after the command' });
    expect(shown).not.toContain('before the command');
  });

  it('are shown as they come where they come in order, however often it is asked', async () => {
    const { query, shown, answer } = await asking();
    const asked = [query.refetch(), query.refetch()];
    answer(0, 'one');
    answer(1, 'two');
    await asked[0];
    expect(query.getCurrentResult().data).toEqual({ waiting: 'two' });
    answer(2, 'three');
    await asked[1];
    expect(query.getCurrentResult().data).toEqual({ waiting: 'three' });
    expect(shown.at(-1)).toBe('three');
  });

  it('fail for whoever asked alone, and do not mix with those to another question', async () => {
    const { client, query, requests, answer } = await asking();
    answer(0, 'at first');
    const failing = query.refetch();
    const later = query.refetch();
    const other = client.query<Waiting>({ query: QUERY, variables: { first: 2 }, fetchPolicy: 'network-only' });
    requests[1]?.error(new Error('the line broke'));
    await expect(failing).rejects.toThrow('the line broke');
    answer(3, 'of the other');
    answer(2, 'of the first');
    expect((await later).data?.waiting).toBe('of the first');
    expect((await other).data?.waiting).toBe('of the other');
  });

  it('that are errors are for whoever asked alone, too', async () => {
    const { query, requests, answer } = await asking();
    answer(0, 'at first');
    const earlier = query.refetch();
    const later = query.refetch();
    requests[2]?.next({ errors: [{ message: 'a fault' }] });
    requests[2]?.complete();
    await expect(later).rejects.toThrow('a fault');
    answer(1, 'of the earlier');
    expect((await earlier).data?.waiting).toBe('of the earlier');
  });
});
