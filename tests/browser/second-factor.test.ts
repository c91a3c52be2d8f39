import { createHmac } from 'node:crypto';
import { PASSWORD } from './support/personas.js';
import { scene, useStage } from './support/stage.js';
import type { Visitor } from './support/visitor.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows for a secret, written here from the RFC, apart from the program's own library. */
function codeOf(secret: string, steps = 0): string {
  const bits = [...secret.replace(/\s/g, '')].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signOut({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
}

async function enterPassword(visitor: Visitor, account: string): Promise<void> {
  const { page } = visitor;
  await visitor.go('/sign-in');
  await page.getByLabel('E-mail address').fill(`${account}@demo.invalid`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Reads the recovery codes of the dialog and closes it. */
async function keepCodes({ page }: Visitor): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: 'Keep these recovery codes' });
  const codes = await dialog.locator('code').allTextContents();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await dialog.waitFor({ state: 'detached' });
  return codes;
}

describe('signing in with a second factor', () => {
  const holder = useStage();

  scene('codes of an app, and a recovery code when the app is gone', holder, async (stage) => {
    const parent = await stage.visit({ as: 'parent' });
    const { page } = parent;
    await parent.go('/me/security');
    await page.getByRole('button', { name: 'Set up an app' }).click();
    const secret = (await page.locator('code').textContent()) ?? '';
    await page.getByLabel('Code of your app').fill('000000');
    await page.getByRole('button', { name: 'Turn codes on' }).click();
    await page.getByText('This code is not right').first().waitFor();
    await page.getByLabel('Code of your app').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Turn codes on' }).click();
    await page.getByRole('dialog', { name: 'Keep these recovery codes' }).waitFor();
    const codes = await keepCodes(parent);
    expect(codes).toHaveLength(10);
    await page.getByText(/On since/).waitFor();

    await signOut(parent);
    await enterPassword(parent, 'parent');
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await page.getByLabel('Code of your app').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/en/home');

    await signOut(parent);
    await enterPassword(parent, 'parent');
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/en/home');
    await parent.go('/me/security');
    await page.getByText('9 of ten are left').waitFor();

    // Sudo: what is dangerous asks again when the last proof is old, and then goes on.
    await stage.sql(`UPDATE sessions SET proved_at = NULL FROM people p WHERE p.id = person_id AND p.email = 'parent@demo.invalid'`);
    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await proof.getByRole('button', { name: 'Use a recovery code' }).click();
    await proof.getByLabel('Recovery code').fill(codes[1] ?? '');
    await proof.getByRole('button', { name: 'Confirm' }).click();
    const renewed = await page
      .getByRole('dialog', { name: 'Keep these recovery codes' })
      .waitFor()
      .then(() => keepCodes(parent));
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
  });

  scene('a passkey signs in without a password', holder, async (stage) => {
    const principal = await stage.visit({ as: 'principal.harbour7' });
    const { page, context } = principal;
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await principal.go('/me/security');
    await page.getByLabel('Name of the new passkey').fill('School laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('dialog', { name: 'Keep these recovery codes' }).waitFor();
    expect(await keepCodes(principal)).toHaveLength(10);
    await page.getByRole('button', { name: 'Remove the passkey School laptop' }).waitFor();

    await signOut(principal);
    await principal.go('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/en/home');

    await signOut(principal);
    await enterPassword(principal, 'principal.harbour7');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL('**/en/home');
    await principal.go('/me/security');
    await page.getByRole('button', { name: 'Remove the passkey School laptop' }).click();
    await page.getByText('The passkey is removed').waitFor();
  });
});
