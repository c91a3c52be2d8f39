import type { TypedDocumentNode } from '@apollo/client';
import { getMainDefinition } from '@apollo/client/utilities';
import { print, type DocumentNode } from 'graphql';
import { useEffect, useRef, useState } from 'react';
import { hashOfOperation } from '../api/operation-hashes.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import type { LiveState } from './live-client.js';

/** What is done with what comes live. */
export interface LiveHandlers<Data> {
  onData: (data: Data) => void;
  /** The subscription was refused or ended, such as where the person lost the right; the page should ask anew what is so. */
  onEnd: () => void;
}

/**
 * Subscribes while the component is there. It comes back by itself where the connection breaks, and then says the variables as they are
 * by then. What it needs is loaded after the page.
 * @param variables gives the variables whenever the connection is opened
 * @returns `live` while news arrive; otherwise pages ask by themselves now and then
 */
export function useLive<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  handlers: LiveHandlers<Data>,
): LiveState {
  const owner = useViewer().viewer?.id ?? null;
  const [state, setState] = useState<LiveState>('connecting');
  const latest = useRef({ ...handlers, variables });
  useEffect(() => {
    latest.current = { ...handlers, variables };
  });
  useEffect(() => {
    if (owner === null) return;
    let end: (() => void) | null = null;
    let isGone = false;
    const begin = async () => {
      const { subscribe } = await import('./live-client.js');
      if (isGone) return;
      const over = () => {
        // From here on the page asks by itself.
        setState('connecting');
        if (!isGone) latest.current.onEnd();
      };
      end = subscribe(
        owner,
        payloadOf(document, () => latest.current.variables()),
        {
          next: ({ data }) => {
            if (data && !isGone) latest.current.onData(data as Data);
          },
          error: over,
          complete: () => undefined,
        },
        setState,
      );
    };
    begin().catch(() => setState('connecting'));
    return () => {
      isGone = true;
      end?.();
    };
  }, [document, owner]);
  return state;
}

/** As the API takes it: by hash, or an operation that has none yet as text. */
function payloadOf(document: DocumentNode, variables: () => Record<string, unknown>) {
  const main = getMainDefinition(document);
  const operationName = main.kind === 'OperationDefinition' ? (main.name?.value ?? '') : '';
  const sha256Hash = hashOfOperation(operationName);
  return {
    operationName,
    get variables() {
      return variables();
    },
    query: sha256Hash ? '' : print(document),
    ...(sha256Hash && { extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  };
}
