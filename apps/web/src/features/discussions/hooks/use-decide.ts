import { useIntl } from 'react-intl';
import { useCommand, type CommandState } from '../../../app/api/use-command.js';
import type { ResultOf } from '../../../app/api/graphql.js';
import { showToast } from '../../../ui/index.js';
import { DecideMutation } from '../thread-commands.js';

type Input = Parameters<ReturnType<typeof useCommand<ResultOf<typeof DecideMutation>, { input: DecideFields }>>[0]>[0];

/** What a decision says. */
export interface DecideFields {
  subjectId: string;
  kind: 'HOLD' | 'KEEP' | 'HIDE' | 'UNHIDE' | 'REMOVE' | 'LOCK' | 'UNLOCK' | 'PIN' | 'UNPIN' | 'REVERSE' | 'WARN' | 'SLOW' | 'UNSLOW';
  reason: string;
  /** Whether the reason names nobody and may stand in the network's log. */
  reasonPublic: boolean;
  expectedSeq: number;
  reverses?: string | null;
  /** Of LOCK and PIN: the last day. */
  until?: string | null;
  /** Of SLOW. */
  seconds?: number | null;
}

/** Decides, says so, and takes it back where the moderator asks for that in time. @param onDecided runs before anything is read again */
export function useDecide(
  refetch: string[] = [],
  onDecided?: () => void,
): [decide: (input: Input) => Promise<boolean>, state: CommandState] {
  const { formatMessage } = useIntl();
  const [run, state] = useCommand(DecideMutation, { refetch, ...(onDecided && { onDone: onDecided }) });
  const decide = async (input: Input): Promise<boolean> => {
    const outcome = await run(input);
    if (!outcome.done) return false;
    const decision = outcome.data.decide.decision;
    const undo = decision && input.kind !== 'REVERSE' ? () => void takeBack(input.subjectId, decision) : undefined;
    showToast(formatMessage({ id: `discussions.decided.${input.kind}` }), undo ? { undo } : {});
    return true;
  };
  const takeBack = async (subjectId: string, decision: { id: string; seq: number }) => {
    await run({
      subjectId,
      kind: 'REVERSE',
      reason: formatMessage({ id: 'discussions.reason.undone' }),
      reasonPublic: true,
      expectedSeq: decision.seq,
      reverses: decision.id,
    });
  };
  return [decide, state];
}
