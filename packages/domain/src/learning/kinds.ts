/** Kinds of a path's steps: a resource to study, its quiz to pass, a discussion to take part in, a task outside. */
export const STEP_KINDS = ['RESOURCE', 'QUIZ', 'THREAD', 'TASK'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** When a path is completed: with all required steps, or with a number of steps whichever they are. */
export const COMPLETION_RULES = ['ALL_REQUIRED', 'NUMBER'] as const;
export type CompletionRule = (typeof COMPLETION_RULES)[number];

/** Parts of a portfolio, each of which a link may show. */
export const PORTFOLIO_PARTS = ['HOURS', 'RESOURCES', 'PATHS', 'CERTIFICATES'] as const;
export type PortfolioPart = (typeof PORTFOLIO_PARTS)[number];
