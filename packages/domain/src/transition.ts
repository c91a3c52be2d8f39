/** A table of transitions: from each state, the acts that are legal there and the state each leads to. */
export type Transitions<State extends string, Act extends string> = Readonly<Record<State, Readonly<Partial<Record<Act, State>>>>>;

/** The state that an act leads to, or null where the act is not legal in the current state. */
export function transition<State extends string, Act extends string>(
  table: Transitions<State, Act>,
  current: State,
  act: Act,
): State | null {
  return table[current][act] ?? null;
}

/** The acts that are legal in a state, in the table's order. */
export function legalActs<State extends string, Act extends string>(table: Transitions<State, Act>, current: State): Act[] {
  return Object.keys(table[current]) as Act[];
}
