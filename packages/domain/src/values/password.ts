import { z } from 'zod';
import { isSafeText } from '../text/safe-text.js';
import { code } from './base.js';
import { LENGTHS } from './codes.js';

/** The form in which a password is hashed and compared: NFKC, so that two keyboards writing one character agree. Nothing is trimmed. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

function isEmail(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const address = email.trim().toLowerCase();
  return address !== '' && (lower === address || lower === address.split('@')[0]);
}

/**
 * The form of a new password of a person with this e-mail address: NIST SP 800-63B's shape, that is length and no classes of characters.
 * Ten to 128 characters; neither the address nor its first part. What is guessed first the server knows and refuses. Sign-in does not
 * apply it.
 */
export function newPassword(email: string): z.ZodString {
  return z
    .string(code('REQUIRED'))
    .min(1, { ...code('REQUIRED'), abort: true })
    .refine((value) => isSafeText(value).safe, { ...code('NUL_CHARACTER'), abort: true })
    .overwrite(normalisePassword)
    .min(LENGTHS.password.min, { ...code('TOO_SHORT'), abort: true })
    .max(LENGTHS.password.max, { ...code('TOO_LONG'), abort: true })
    .refine((value) => !isEmail(value, email), code('PASSWORD_IS_EMAIL'));
}
