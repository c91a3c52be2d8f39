/** Values as the API takes them: nothing of what the cache adds to objects it read. */
export function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === '__typename' ? undefined : each))) as Value;
}
