import { z } from 'zod';

/** The rule of one value as the rule of an input that holds it, so that errors name its field. */
export function under<Name extends string, T>(name: Name, rule: z.ZodType<T>): z.ZodType<Record<Name, T>> {
  return z.object({ [name]: rule }) as unknown as z.ZodType<Record<Name, T>>;
}
