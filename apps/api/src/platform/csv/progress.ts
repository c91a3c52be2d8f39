import { progressLine, type ProgressOutput } from '../progress-line.js';
import type { ImportProgress } from './plan.js';
import type { ImportSummary } from './tally.js';

/** One line of progress for an operator's import. @param now milliseconds of a clock that only goes forward */
export function terminalProgress(output: ProgressOutput, now: () => number): { show(progress: ImportProgress): void; end(): void } {
  const line = progressLine(output, now);
  return {
    show: ({ fraction, summary }) => line.show(() => `${String(Math.floor(fraction * 100)).padStart(3)} % · ${summaryLine(summary)}`),
    end: line.end,
  };
}

/** What an import did, in the words of the last line of an operator's command: `413 read, 413 created, …`. */
export function summaryLine({ read, created, updated, skipped, errors }: ImportSummary): string {
  return `${read} read, ${created} created, ${updated} updated, ${skipped} skipped, ${errors} errors`;
}
