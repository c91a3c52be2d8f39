import { parse } from '@stoa/domain';
import type { z } from 'zod';
import { UserErrors } from '../errors.js';

/**
 * Parses values by the rules that the form uses too.
 * @returns the values as the rules clean them
 * @throws UserErrors with the path and code of each value that broke its rule; what was typed is never echoed
 */
export function checked<T>(rule: z.ZodType<T>, values: unknown): T {
  const parsed = parse(rule, values);
  if (parsed.ok) return parsed.value;
  throw new UserErrors(parsed.errors.map(({ path, code }) => ({ code, path: path.map(String), message: code })));
}
