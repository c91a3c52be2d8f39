import type { ApolloClient } from '@apollo/client';
import { useState } from 'react';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand, type CommandState } from '../../../app/api/use-command.js';
import { askForPasskey } from '../../../app/proof/passkeys.js';

const PasskeySignInQuery = graphql(`
  query PasskeySignInQuery {
    passkeySignInOptions
  }
`);

const SignInWithPasskeyMutation = graphql(`
  mutation SignInWithPasskeyMutation($input: PasskeyInput!) {
    signInWithPasskey(input: $input) {
      viewer {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** What the browser needs to ask for a passkey; null where the API cannot be reached. */
export async function readPasskeyOptions(client: ApolloClient): Promise<string | null> {
  const { data } = await client.query({ query: PasskeySignInQuery, fetchPolicy: 'no-cache', errorPolicy: 'all' });
  return data?.passkeySignInOptions ?? null;
}

/** Signing in by a passkey: `enter` asks the browser, `send` passes on what it gave. */
export function usePasskeySignIn(
  client: ApolloClient,
  onDone: () => void,
): { enter: () => Promise<void>; send: (response: string) => Promise<void>; declined: boolean; state: CommandState } {
  const [declined, setDeclined] = useState(false);
  const [signIn, state] = useCommand(SignInWithPasskeyMutation, { onDone });
  const send = async (response: string) => {
    await signIn({ response });
  };
  const enter = async () => {
    setDeclined(false);
    const options = await readPasskeyOptions(client);
    const response = options && (await askForPasskey(options));
    if (response) await send(response);
    else setDeclined(true);
  };
  return { enter, send, declined, state };
}
