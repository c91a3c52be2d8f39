import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { graphql } from '../api/graphql.js';
import { toProblem, type ProblemKind } from '../api/problem.js';
import { useOnline } from '../shell/OfflineBanner.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import { changeOutgoing, onOutgoing, outgoing, type Outgoing } from './outgoing.js';

const SendOutgoingMutation = graphql(`
  mutation SendOutgoingMutation($input: ReplyInput!) {
    reply(input: $input) {
      post {
        id
        no
        thread {
          id
          lastPostNo
          postsCount
        }
      }
      userErrors {
        code
      }
    }
  }
`);

/** A browser that calls itself connected may still not reach Stoa; so often it tries again. */
const again = 30_000;

/** The replies of the viewer that wait on this device. */
export function useOutgoing(): readonly Outgoing[] {
  const { viewer } = useViewer();
  const all = useSyncExternalStore(onOutgoing, outgoing);
  return viewer ? all.filter(({ personId }) => personId === viewer.person.id) : [];
}

/** Sends what waits as soon as there is a connection, one after the other. Stands once in the shell. @param onSent hears of each */
export function useSending(onSent: (reply: Outgoing) => void): void {
  const client = useApolloClient();
  const online = useOnline();
  const sending = useRef(false);
  const latest = useRef(onSent);
  latest.current = onSent;
  const waiting = useOutgoing().filter(({ refused }) => refused === undefined);
  const next = waiting[0]?.key;
  useEffect(() => {
    if (!online || next === undefined) return;
    const attempt = async () => {
      const reply = outgoing().find(({ key }) => key === next);
      if (!reply || sending.current) return;
      sending.current = true;
      const outcome = await send(client, reply);
      sending.current = false;
      if (outcome === 'sent') {
        changeOutgoing(reply.key, null);
        latest.current(reply);
      } else if (outcome !== 'later') changeOutgoing(reply.key, { refused: outcome });
    };
    void attempt();
    const timer = setInterval(() => void attempt(), again);
    return () => clearInterval(timer);
  }, [client, online, next]);
}

/** Problems that pass by themselves. */
const passing: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['offline', 'fault', 'rateLimited', 'unauthenticated']);

/** @returns what became of it, or the code of the refusal */
async function send(client: ApolloClient, { key, threadId, body, lang, attachments = [] }: Outgoing): Promise<string> {
  // The same words as in the first attempt, or the key would stand for something else.
  const files = attachments.length > 0 && { attachments: [...attachments] };
  const variables = { input: { threadId, body, lang, ...files, clientMutationId: key } };
  const { data, error } = await client
    .mutate({ mutation: SendOutgoingMutation, variables, errorPolicy: 'all' })
    .catch((broken: unknown) => ({ data: null, error: broken }));
  if (data && !error) return data.reply.userErrors[0]?.code ?? 'sent';
  const { kind, reference } = toProblem(error);
  return passing.has(kind) ? 'later' : (reference ?? kind);
}
