import { z } from 'zod';
import { foldText } from '../text/fold.js';
import { code, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';
import { date } from '../values/rules.js';
import { POLL_RESULTS, type PollResults, POLL_OPTIONS } from './kinds.js';

/** A poll as it is written: what is asked, what can be chosen, and until the end of which day. */
export const pollRule = z.object({
  question: text(LENGTHS.title),
  options: z
    .array(text(LENGTHS.pollOption))
    .min(POLL_OPTIONS.min)
    .max(POLL_OPTIONS.max)
    .superRefine((options, ctx) => {
      const seen = new Set<string>();
      for (const [at, option] of options.entries()) {
        const folded = foldText(option);
        if (seen.has(folded)) ctx.addIssue({ code: 'custom', path: [at], message: code('DUPLICATE').error });
        seen.add(folded);
      }
    }),
  multiple: z.boolean(),
  results: z.enum(POLL_RESULTS),
  closesOn: date.nullish(),
});
export type PollValues = z.output<typeof pollRule>;

/** Why a choice cannot be made of a poll; null where it can. An empty one takes a vote back. */
export function choiceRefusal(
  poll: { multiple: boolean; options: number },
  choice: readonly number[],
): 'POLL_ONE_CHOICE' | 'INVALID_CHOICE' | null {
  if (choice.some((no) => !Number.isInteger(no) || no < 1 || no > poll.options)) return 'INVALID_CHOICE';
  return !poll.multiple && new Set(choice).size > 1 ? 'POLL_ONE_CHOICE' : null;
}

/** Whether somebody sees how many chose what. */
export function showsResults(poll: { results: PollResults; closed: boolean; voted: boolean }): boolean {
  return poll.results === 'ALWAYS' || poll.closed || poll.voted;
}
