// People who ask for an account: a mutation that needs no session and sends a mail.
import { Client } from './client.mjs';

const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { requested userErrors { code } } }';

/**
 * Asks for an account once, each number from an address of its own: the limits of sign-up are another test's. The program must trust a proxy.
 * @returns the reply, and whether the request was taken; status 0 where the connection failed
 */
export async function signUp(url, email, number, patience = 30_000) {
  const client = new Client(url, { patience });
  try {
    const reply = await client.send({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${(number >> 8) & 255}.${number & 255}.1` },
      body: JSON.stringify({ query: SIGN_UP, variables: { input: { email, name: 'Ewa Mail', lang: 'pl' } } }),
    });
    return { ...reply, isTaken: /"requested":true/.test(reply.text) };
  } catch (error) {
    return { status: 0, text: error.message, ms: 0, isTaken: false };
  } finally {
    client.close();
  }
}
