import { ApolloLink } from '@apollo/client';
import { from, mergeMap, of } from 'rxjs';

/**
 * Where the API wants something of the person first, such as a fresh proof of who sits before the screen, asks for it and sends the same
 * operation again: the form that sent it notices nothing. Where the person would rather not, the refusal passes on.
 */
export function askFirstLink(code: string, ask: () => Promise<boolean>): ApolloLink {
  const isRefused = ({ errors }: ApolloLink.Result) => errors?.some(({ extensions }) => extensions?.['code'] === code) ?? false;
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      mergeMap((result) =>
        isRefused(result) ? from(ask()).pipe(mergeMap((done) => (done ? forward(operation) : of(result)))) : of(result),
      ),
    ),
  );
}
