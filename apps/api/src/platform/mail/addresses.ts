import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.js';

/** Letters of the part before the @, which mail servers may put into lower case. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
/** Bytes of a signature: with an id a part stays below the 64 characters that mail allows. */
const SIGNED = 10;
const ID_BYTES = 16;

function toLetters(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromLetters(text: string): Buffer {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

function signature(secret: string, purpose: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`mail ${purpose}\n`).update(body).digest().subarray(0, SIGNED);
}

/** What addresses are made of. */
type Settings = Pick<Config, 'inbound' | 'secrets'>;

/** The address at which an answer to a notice arrives; null where Stoa takes no mail. */
export function replyAddress({ inbound, secrets }: Settings, noticeId: string): string | null {
  if (!inbound) return null;
  const id = Buffer.from(noticeId.replaceAll('-', ''), 'hex');
  return `reply-${toLetters(Buffer.concat([id, signature(secrets[0] ?? '', 'reply', id)]))}@${inbound.domain}`;
}

/** The notice that an address answers; null for one that is forged. Secrets before a rotation are still good. */
export function repliedTo({ secrets }: Settings, localPart: string): string | null {
  const [, letters] = /^reply-([a-z2-7]{42})$/u.exec(localPart.toLowerCase()) ?? [];
  if (!letters) return null;
  const bytes = fromLetters(letters);
  const id = bytes.subarray(0, ID_BYTES);
  const given = bytes.subarray(ID_BYTES, ID_BYTES + SIGNED);
  if (!secrets.some((secret) => timingSafeEqual(given, signature(secret, 'reply', id)))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** The address to which mail for a recipient is sent back; undefined where Stoa takes no mail. */
export function bouncesTo({ inbound, secrets }: Settings): ((to: string) => string) | undefined {
  return inbound
    ? (to) => `bounce-${toLetters(signature(secrets[0] ?? '', 'bounce', Buffer.from(to.toLowerCase())))}@${inbound.domain}`
    : undefined;
}

/** Whether an address is the one to which mail for the recipient is sent back. */
export function isBounceOf({ secrets }: Settings, localPart: string, recipient: string): boolean {
  const [, letters] = /^bounce-([a-z2-7]{16})$/u.exec(localPart.toLowerCase()) ?? [];
  if (!letters) return false;
  const given = fromLetters(letters);
  return secrets.some((secret) => timingSafeEqual(given, signature(secret, 'bounce', Buffer.from(recipient.toLowerCase()))));
}
