import { createServer } from 'node:net';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.mjs';
import { PASSWORD } from './support/personas.js';
import { scene, useStage } from './support/stage.js';
import type { Visitor } from './support/visitor.js';

let provider: IdentityProvider;

/** A port that is free now. The provider must know where people go back to before the program starts. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function withProvider(): Promise<Record<string, string>> {
  const port = String(await freePort());
  provider = await startIdentityProvider({
    redirectUri: `http://localhost:${port}/oidc/school/callback`,
    people: {
      lucja: { email: 'lucja@school.example', email_verified: true, name: 'Łucja Wąs' },
      teacher: { email: 'teacher030@demo.invalid', email_verified: true, name: 'A teacher' },
      stranger: { email: 'admin@demo.invalid', email_verified: false },
    },
  });
  return {
    PORT: port,
    OIDC_PROVIDERS: 'school',
    OIDC_SCHOOL_ISSUER: provider.issuer,
    OIDC_SCHOOL_CLIENT_ID: provider.clientId,
    OIDC_SCHOOL_CLIENT_SECRET: provider.clientSecret,
    OIDC_SCHOOL_LABEL: 'School network',
    OIDC_SCHOOL_SIGN_UP: 'on',
  };
}

/** Signs in with the provider as somebody it knows. */
async function comeFromProvider(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await visitor.go('/sign-in');
  await page.getByRole('button', { name: 'Sign in with School network' }).click();
  await page.getByRole('heading', { name: 'School network' }).waitFor();
  await page.getByLabel('User name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${visitor.url}/**`);
}

describe('signing in with an account from elsewhere', () => {
  const holder = useStage(withProvider);
  afterAll(() => provider.stop());

  scene('somebody new gets an account without a password', holder, async (stage) => {
    const lucja = await stage.visit();
    await comeFromProvider(lucja, 'lucja');
    await lucja.page.getByRole('heading', { name: 'Create your account' }).waitFor();
    expect(await lucja.page.getByLabel('Your name').inputValue()).toBe('Łucja Wąs');
    await lucja.page.getByLabel('I agree to the terms').check();
    await lucja.page.getByRole('button', { name: 'Create my account' }).click();
    await lucja.page.getByRole('button', { name: /Account of Łucja Wąs/ }).waitFor();

    const again = await stage.visit();
    await comeFromProvider(again, 'lucja');
    await again.page.getByRole('button', { name: /Account of Łucja Wąs/ }).waitFor();
  });

  scene('who has an account proves once that it is theirs', holder, async (stage) => {
    const teacher = await stage.visit();
    await comeFromProvider(teacher, 'teacher');
    await teacher.page.getByRole('heading', { name: 'Is this your account?' }).waitFor();
    await teacher.page.getByLabel('Password of your account here').fill('a guess');
    await teacher.page.getByRole('button', { name: 'This is my account' }).click();
    await teacher.page.getByRole('alert').first().waitFor();
    await teacher.page.getByLabel('Password of your account here').fill(PASSWORD);
    await teacher.page.getByRole('button', { name: 'This is my account' }).click();
    await teacher.page.getByRole('button', { name: /Account of/ }).waitFor();

    const again = await stage.visit();
    await comeFromProvider(again, 'teacher');
    await again.page.getByRole('button', { name: /Account of/ }).waitFor();
  });

  scene('an address that the provider has not confirmed opens nobody’s account', holder, async (stage) => {
    const stranger = await stage.visit();
    await comeFromProvider(stranger, 'stranger');
    await stranger.page.getByText('No account here belongs to that sign-in.').waitFor();
    expect(await stranger.page.getByRole('button', { name: /Account of/ }).count()).toBe(0);
  });

  scene('whoever goes away at the provider reads so, and can try again', holder, async (stage) => {
    const visitor = await stage.visit();
    await visitor.go('/sign-in');
    await visitor.page.getByRole('button', { name: 'Sign in with School network' }).click();
    await visitor.page.getByRole('button', { name: 'Cancel' }).click();
    await visitor.page.getByText('The other service did not sign you in.').waitFor();
    await visitor.page.getByRole('button', { name: 'Sign in with School network' }).waitFor();
  });
});
