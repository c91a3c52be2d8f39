import { ApolloLink } from '@apollo/client';
import { from, mergeMap, of } from 'rxjs';

/**
 * Where the API wants a fresh proof of who sits before the screen, asks for it and sends the same operation again: the form that sent it
 * notices nothing. Where the person would rather not, the refusal passes on.
 */
export function proofLink(prove: () => Promise<boolean>): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      mergeMap((result) =>
        isUnproved(result) ? from(prove()).pipe(mergeMap((proved) => (proved ? forward(operation) : of(result)))) : of(result),
      ),
    ),
  );
}

function isUnproved({ errors }: ApolloLink.Result): boolean {
  return errors?.some(({ extensions }) => extensions?.['code'] === 'PROOF_REQUIRED') ?? false;
}
