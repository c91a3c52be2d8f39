import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { toProblem, type Problem } from './problem.js';
import { useErrorMessage } from './use-error-message.js';

export interface CommandError {
  /** The field of the form, by its path without the leading `input` (`title`, `figures.0.value`); empty for the whole form. */
  field: string;
  /** In the reader's language. */
  message: string;
}

export interface CommandState {
  /** True while an answer is awaited; a second `run` meanwhile is ignored. */
  busy: boolean;
  /** What the person can mend, in the order of the API. */
  errors: readonly CommandError[];
  /** What stopped the command otherwise; `conflict` asks for a refresh, `offline` and `fault` can be tried again. */
  problem: Problem | null;
  /** The message beside one field, if any. */
  errorOf: (field: string) => string | undefined;
  /** Forgets errors, and the idempotency key: what follows is a new command. */
  reset: () => void;
}

/** `unsent` is the idempotency key of a command that may or may not have arrived, since the API could not be reached. */
export type CommandOutcome<Result> = { done: true; data: Result } | { done: false; unsent?: string };

interface CommandVariables {
  input: object;
}

type InputOf<Variables extends CommandVariables> = Omit<Variables['input'], 'clientMutationId'>;

export interface CommandOptions<Result> {
  /** True for mutations whose input has `clientMutationId`: the same key is sent until the command succeeded or its input changed. */
  creates?: boolean;
  /** Runs once after success, before `run` resolves. */
  onDone?: (data: Result) => void;
  /** What the answer will most likely be, shown until it comes; taken back where it is another. Only for acts that can be taken back. */
  optimistic?: (input: object) => Result;
  /** Names of queries to read again after success, where the payload does not carry what changed. */
  refetch?: string[];
}

const idle: { busy: boolean; errors: readonly CommandError[]; problem: Problem | null } = { busy: false, errors: [], problem: null };

/**
 * Runs a mutation of the form `mutation X($input: XInput!) { x(input: $input) { … userErrors { code path message } } }`.
 * Never throws: `run` resolves to `{ done }`, and the state says what to show.
 */
export function useCommand<Result, Variables extends CommandVariables>(
  document: TypedDocumentNode<Result, Variables>,
  options: CommandOptions<Result> = {},
): [run: (input: InputOf<Variables>) => Promise<CommandOutcome<Result>>, state: CommandState] {
  const client = useApolloClient();
  const messageOf = useErrorMessage();
  const [state, setState] = useState(idle);
  const running = useRef(false);
  const attempt = useRef<{ key: string; body: string } | null>(null);
  const latest = useRef(options);
  latest.current = options;

  const stopped = (problem: Problem, creates: boolean | undefined): { done: false; unsent?: string } => {
    setState({ busy: false, errors: [], problem });
    return { done: false, ...(creates && problem.kind === 'offline' && attempt.current && { unsent: attempt.current.key }) };
  };

  const run = async (input: InputOf<Variables>): Promise<CommandOutcome<Result>> => {
    if (running.current) return { done: false };
    running.current = true;
    setState({ ...idle, busy: true });
    const { creates, onDone, refetch, optimistic } = latest.current;
    const body = JSON.stringify(input);
    if (attempt.current?.body !== body) attempt.current = { key: crypto.randomUUID(), body };
    const sent = creates ? { ...input, clientMutationId: attempt.current.key } : input;
    try {
      const { data, error } = await client.mutate<Result>({
        mutation: document,
        variables: { input: sent },
        errorPolicy: 'all',
        ...(refetch && { refetchQueries: refetch }),
        ...(optimistic && { optimisticResponse: optimistic(input) as never }),
      });
      if (error || !data) {
        return stopped(toProblem(error), creates);
      }
      const errors = userErrorsOf(data).map(({ code, path, message }) => ({
        field: path,
        message: messageOf(code, { otherwise: message }),
      }));
      if (errors.length > 0) {
        setState({ busy: false, errors, problem: null });
        return { done: false };
      }
      attempt.current = null;
      setState(idle);
      onDone?.(data);
      return { done: true, data };
    } catch (error) {
      return stopped(toProblem(error), creates);
    } finally {
      running.current = false;
    }
  };

  const reset = useCallback(() => {
    attempt.current = null;
    setState(idle);
  }, []);
  const errorOf = (field: string) => state.errors.find((error) => error.field === field)?.message;
  return [run, { ...state, errorOf, reset }];
}

/** The same for a mutation without an input. */
export function useAct<Result>(
  document: TypedDocumentNode<Result, Record<string, never>>,
  options: CommandOptions<Result> = {},
): [run: () => Promise<CommandOutcome<Result>>, state: CommandState] {
  const [run, state] = useCommand(document as unknown as TypedDocumentNode<Result, { input: object }>, options);
  return [() => run({}), state];
}

interface UserError {
  code: string;
  path: string;
  message: string;
}

/** Reads `userErrors` of the one root field; a path may be a list or dotted text. */
function userErrorsOf(data: unknown): UserError[] {
  if (!isRecord(data)) return [];
  const payload = Object.entries(data).find(([name]) => name !== '__typename')?.[1];
  const list = isRecord(payload) ? payload['userErrors'] : undefined;
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((entry) => {
    const path: unknown = entry['path'];
    const parts: unknown[] = Array.isArray(path) ? path : typeof path === 'string' ? path.split('.') : [];
    return {
      code: String(entry['code']),
      path: parts.filter((part, index) => !(index === 0 && part === 'input')).join('.'),
      message: String(entry['message'] ?? ''),
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
