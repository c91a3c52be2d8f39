import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { RetryLink } from '@apollo/client/link/retry';
import { getMainDefinition } from '@apollo/client/utilities';
import type { DocumentNode } from 'graphql';
import { answersInOrder } from './answers-in-order.js';
import { askFirstLink } from './ask-first-link.js';
import { createCache } from './cache.js';
import { hashOfOperation } from './operation-hashes.js';

export interface ClientOptions {
  /** The language that names of places, topics and roles are asked in. */
  language: () => string;
  /** Called when the API says that nobody is signed in (any more). */
  onSignedOut: () => void;
  /** Asks the person to prove to be who they are; false where they would rather not. */
  prove: () => Promise<boolean>;
  /** Asks the person to agree to what came into force; false where they would rather not. */
  agree: () => Promise<boolean>;
}

/**
 * The client of `/graphql`. Operations go by hash; the text follows only where the API does not know the hash.
 * Reads are tried again on a broken connection; commands are not: `useCommand` does that under one idempotency key.
 */
export function createClient({ language, onSignedOut, prove, agree }: ClientOptions): ApolloClient {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  });
  const persisted = new PersistedQueryLink({
    generateHash: (document) => hashOf(document) ?? '',
    retry: ({ meta }) => meta.persistedQueryNotFound,
    disable: () => false,
  });
  // An operation added since `npm run generate` has no hash yet and goes as text.
  const byHash = ApolloLink.split(({ query }) => hashOf(query) !== undefined, persisted);
  const inLanguage = new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }) => ({ headers: { ...headers, 'stoa-lang': language() } }));
    return forward(operation);
  });
  const signedOut = new ErrorLink(({ error }) => {
    if (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) onSignedOut();
  });
  const retry = new RetryLink({
    delay: { initial: 300, max: 3000, jitter: true },
    attempts: { max: 3, retryIf: (error: unknown, operation) => isRead(operation.query) && error instanceof TypeError },
  });
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([
      answersInOrder(isRead),
      signedOut,
      askFirstLink('AGREEMENT_REQUIRED', agree),
      askFirstLink('PROOF_REQUIRED', prove),
      inLanguage,
      retry,
      byHash,
      http,
    ]),
    // A question asked anew after a command is not to be answered by one that was on its way before it.
    queryDeduplication: false,
    // Show what is known at once and what is new a moment later.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first', notifyOnNetworkStatusChange: true } },
  });
}

function isRead(document: DocumentNode): boolean {
  const main = getMainDefinition(document);
  return main.kind === 'OperationDefinition' && main.operation === 'query';
}

function hashOf(document: DocumentNode): string | undefined {
  const main = getMainDefinition(document);
  return hashOfOperation(main.kind === 'OperationDefinition' ? main.name?.value : undefined);
}
