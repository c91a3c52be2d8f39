import type { CompletionRule, ResourceVisibility, StepKind } from '@stoa/domain';

/** A step as it is being written; `leads` is the title of what it leads to. */
export interface StepDraft {
  key: string;
  id: string | null;
  kind: StepKind;
  title: string;
  text: string;
  resourceId: string | null;
  threadId: string | null;
  leads: string;
  url: string;
  required: boolean;
  minutes: string;
}

export interface PathDraft {
  title: string;
  summary: string;
  outcome: string;
  lang: string;
  visibility: ResourceVisibility;
  rule: CompletionRule;
  needed: string;
  hours: string;
  certificate: boolean;
  steps: StepDraft[];
}

/** A draft as the API takes it. */
export function contentOf(draft: PathDraft) {
  const { hours, needed, steps, ...rest } = draft;
  return {
    ...rest,
    needed: draft.rule === 'NUMBER' ? Number(needed) || null : null,
    minutes: Math.round((Number(hours.replace(',', '.')) || 0) * 60),
    steps: steps.map(({ key: _key, leads: _leads, minutes, ...step }) => ({
      ...step,
      url: step.url || null,
      minutes: Number(minutes) || null,
    })),
  };
}

let serial = 0;
/** A step with nothing in it yet. */
export const newStep = (): StepDraft => ({
  key: `new-${String((serial += 1))}`,
  id: null,
  kind: 'RESOURCE',
  title: '',
  text: '',
  resourceId: null,
  threadId: null,
  leads: '',
  url: '',
  required: true,
  minutes: '',
});
