import { POLL_OPTIONS, type PollResults } from '@stoa/domain';

/** A poll while it is written. */
export interface PollDraft {
  question: string;
  options: readonly string[];
  multiple: boolean;
  results: PollResults;
  /** `YYYY-MM-DD`; empty where it has no last day. */
  closesOn: string;
}

/** A poll that nobody has written on yet. */
export const NEW_POLL: PollDraft = {
  question: '',
  options: Array.from({ length: POLL_OPTIONS.min }, () => ''),
  multiple: false,
  results: 'ALWAYS',
  closesOn: '',
};

/** The poll as the API takes it: lines left empty at the end are none. */
export function pollInput({ question, options, multiple, results, closesOn }: PollDraft) {
  const last = options.findLastIndex((option) => option.trim() !== '');
  return {
    question,
    options: options.slice(0, Math.max(last + 1, POLL_OPTIONS.min)),
    multiple,
    results,
    closesOn: closesOn || null,
  };
}

/** Reads what was kept of a draft; null where there is none, or none that can be read. */
export function keptPoll(text: string): PollDraft | null {
  try {
    const kept = JSON.parse(text) as Partial<PollDraft> | null;
    return kept && Array.isArray(kept.options) ? { ...NEW_POLL, ...kept } : null;
  } catch {
    return null;
  }
}
