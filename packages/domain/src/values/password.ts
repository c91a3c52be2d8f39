import { z } from 'zod';
import { isSafeText } from '../text/safe-text.js';
import { code } from './base.js';
import { LENGTHS } from './codes.js';

/** Ten characters and more that attackers try first; shorter ones are refused by length. */
const COMMON = new Set([
  '1234567890',
  '0123456789',
  '9876543210',
  '0987654321',
  '12345678910',
  '123456789a',
  'qwertyuiop',
  'qwerty12345',
  'qwerty123456',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  'q1w2e3r4t5',
  'iloveyou123',
  'letmein123',
  'welcome123',
  'administrator',
  'admin12345',
  'zaq12wsxcde',
  'zaq1zaq1zaq1',
  'haslo12345',
  'qwertyuiop123',
  'asdfghjkl123',
  'абвгд12345',
  'йцукенгшщз',
  'пароль12345',
  'κωδικος123',
]);

/** The form in which a password is hashed and compared: NFKC, so that two keyboards writing one character agree. Nothing is trimmed. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  return COMMON.has(lower) || new Set(lower).size <= 2;
}

function isEmail(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const address = email.trim().toLowerCase();
  return address !== '' && (lower === address || lower === address.split('@')[0]);
}

/**
 * The rule for a new password of a person with this e-mail address: NIST SP 800-63B's shape, that is length and a list of what is
 * guessed first, no classes of characters. Ten to 128 characters; neither the address nor its first part. Sign-in does not apply it.
 */
export function newPassword(email: string): z.ZodString {
  return z
    .string(code('REQUIRED'))
    .min(1, { ...code('REQUIRED'), abort: true })
    .refine((value) => isSafeText(value).safe, { ...code('NUL_CHARACTER'), abort: true })
    .overwrite(normalisePassword)
    .min(LENGTHS.password.min, { ...code('TOO_SHORT'), abort: true })
    .max(LENGTHS.password.max, { ...code('TOO_LONG'), abort: true })
    .refine((value) => !isEmail(value, email), code('PASSWORD_IS_EMAIL'))
    .refine((value) => !isCommon(value), code('PASSWORD_TOO_COMMON'));
}
