import type { AuthenticationResponseJSON, RegistrationResponseJSON, WebAuthnCredential } from '@simplewebauthn/server';
import type { Config } from '../../../platform/config.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';
import { isOurChallenge, newChallenge, takeChallenge, type ChallengePurpose } from './challenges.js';

const TIMEOUT_MS = 300_000;
const LONGEST = 20_000;
/** Loaded when somebody first has to do with a passkey: it brings a tenth of all that a start would read. */
const webauthn = () => import('@simplewebauthn/server');

/** A passkey as the database keeps it. */
export interface PasskeyRow {
  id: string;
  person_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
}

/** A passkey's answer that was checked but not yet taken. */
export interface PasskeyUse {
  passkey: PasskeyRow;
  challenge: string;
  counter: number;
}

const SELECT = 'SELECT id, person_id, credential_id, public_key, counter, transports FROM passkeys';

/** The address that passkeys are bound to: that of the interface. */
function site({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): { origin: string; host: string } {
  const url = new URL(publicUrl ?? `http://localhost:${port}`);
  return { origin: url.origin, host: url.hostname };
}

const descriptors = (rows: readonly PasskeyRow[]) => rows.map(({ credential_id, transports }) => ({ id: credential_id, transports }));

function passkeysOf({ db }: Pick<Context, 'db'>, personId: string): Promise<PasskeyRow[]> {
  return db.rows<PasskeyRow>(`${SELECT} WHERE person_id = $1 ORDER BY id`, [personId]);
}

/** What the browser needs to make a passkey: one that is found without a name and asks who holds it. @returns JSON */
export async function optionsToAdd(ctx: Context, personId: string, sessionId: string): Promise<string> {
  const [challenge, known, person] = await Promise.all([
    newChallenge(ctx.db, ctx.config.secrets, 'ADD', sessionId),
    passkeysOf(ctx, personId),
    ctx.db.row<{ email: string | null; display_name: string }>('SELECT email, display_name FROM people WHERE id = $1', [personId]),
  ]);
  const options = await (
    await webauthn()
  ).generateRegistrationOptions({
    rpName: 'Stoa',
    rpID: site(ctx.config).host,
    userID: new Uint8Array(Buffer.from(personId.replace(/-/g, ''), 'hex')),
    userName: person?.email ?? '',
    userDisplayName: person?.display_name ?? '',
    challenge: new Uint8Array(challenge),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: descriptors(known),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

/** What the browser needs to use a passkey. @param personId whose; null for whoever holds one @returns JSON */
export async function optionsToUse(ctx: Context, purpose: 'SIGN_IN' | 'PROVE', subject: string, personId: string | null): Promise<string> {
  const [challenge, known] = await Promise.all([
    newChallenge(ctx.db, ctx.config.secrets, purpose, subject),
    personId === null ? [] : passkeysOf(ctx, personId),
  ]);
  const options = await (
    await webauthn()
  ).generateAuthenticationOptions({
    rpID: site(ctx.config).host,
    challenge: new Uint8Array(challenge),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: descriptors(known),
  });
  return JSON.stringify(options);
}

/** Reads what a browser sent. @throws UserErrors PASSKEY_REFUSED */
function read<T>(text: string): T {
  try {
    const value: unknown = text.length <= LONGEST ? JSON.parse(text) : null;
    if (typeof value === 'object' && value !== null) return value as T;
  } catch {
    // Refused below like everything that is no answer of a passkey.
  }
  return reject('PASSKEY_REFUSED');
}

/** Remembers the challenge that an answer names, if it is ours. */
function expecting(ctx: Context, purpose: ChallengePurpose, subject: string): { challenge: string; matches: (text: string) => boolean } {
  const expected = {
    challenge: '',
    matches: (text: string) => {
      expected.challenge = text;
      return isOurChallenge(text, ctx.config.secrets, purpose, subject);
    },
  };
  return expected;
}

/** Checks a new passkey: our challenge, our address, its holder verified. @throws UserErrors PASSKEY_REFUSED */
export async function checkNewPasskey(
  ctx: Context,
  sessionId: string,
  text: string,
): Promise<{ credential: WebAuthnCredential; challenge: string }> {
  const response = read<RegistrationResponseJSON>(text);
  const expected = expecting(ctx, 'ADD', sessionId);
  const { origin, host } = site(ctx.config);
  try {
    const { verified, registrationInfo } = await (
      await webauthn()
    ).verifyRegistrationResponse({
      response,
      expectedChallenge: expected.matches,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    });
    if (verified) return { credential: registrationInfo.credential, challenge: expected.challenge };
  } catch {
    // The library throws for whatever does not fit.
  }
  return reject('PASSKEY_REFUSED');
}

/** Checks a passkey's answer: known to us, our challenge, our address, its holder verified, its counter not gone back. @throws UserErrors PASSKEY_REFUSED */
export async function checkPasskey(ctx: Context, purpose: 'SIGN_IN' | 'PROVE', subject: string, text: string): Promise<PasskeyUse> {
  const response = read<AuthenticationResponseJSON>(text);
  const passkey = await ctx.db.row<PasskeyRow>(`${SELECT} WHERE credential_id = $1`, [String(response.id)]);
  if (!passkey) return reject('PASSKEY_REFUSED');
  const expected = expecting(ctx, purpose, subject);
  const { origin, host } = site(ctx.config);
  try {
    const { verified, authenticationInfo } = await (
      await webauthn()
    ).verifyAuthenticationResponse({
      response,
      expectedChallenge: expected.matches,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.counter),
        transports: passkey.transports,
      },
    });
    if (verified) return { passkey, challenge: expected.challenge, counter: authenticationInfo.newCounter };
  } catch {
    // The library throws for whatever does not fit.
  }
  return reject('PASSKEY_REFUSED');
}

/** Takes a checked answer, once: its challenge is used up and its counter moves on. @throws UserErrors PASSKEY_REFUSED */
export async function takePasskey(tx: Tx, { passkey, challenge, counter }: PasskeyUse): Promise<void> {
  const moved = await tx.row(
    `UPDATE passkeys SET counter = $2, last_used_at = clock_timestamp()
     WHERE id = $1 AND ($2 > counter OR ($2 = 0 AND counter = 0)) RETURNING 1`,
    [passkey.id, counter],
  );
  if (!moved || !(await takeChallenge(tx, challenge))) return reject('PASSKEY_REFUSED');
}
