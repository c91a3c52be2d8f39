/** The password of all accounts of the demo. */
export const PASSWORD = 'stoa-demo';

interface SessionCookie {
  name: string;
  value: string;
  url: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: 'Lax';
}

/** Speaks to the API as a page would. @returns the whole answer */
export async function ask(url: string, query: string, variables: object, cookie?: SessionCookie): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
      ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
}

const cookies = new Map<string, SessionCookie>();

/** The session of a demo account, opened through the API at the first call. @param account the part before the @, or a whole address */
export async function signInAs(url: string, account: string, password = PASSWORD): Promise<SessionCookie> {
  const key = `${url} ${account}`;
  const known = cookies.get(key);
  if (known) return known;
  const email = account.includes('@') ? account : `${account}@demo.invalid`;
  const response = await ask(
    url,
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { viewer { __typename } userErrors { code } } }',
    {
      input: { email, password },
    },
  );
  const pair = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!pair) throw new Error(`${email} could not sign in: ${await response.text()}`);
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const cookie: SessionCookie = {
    name,
    value: pair.slice(at + 1),
    url,
    httpOnly: true,
    secure: name.startsWith('__Host-'),
    sameSite: 'Lax',
  };
  cookies.set(key, cookie);
  return cookie;
}
