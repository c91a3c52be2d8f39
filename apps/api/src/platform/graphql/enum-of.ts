/** A list of codes in the form GraphQL's enum types are registered from: an object whose values are its keys. */
export function enumOf<K extends string>(codes: readonly K[]): { [P in K]: P } {
  return Object.fromEntries(codes.map((code) => [code, code])) as { [P in K]: P };
}
