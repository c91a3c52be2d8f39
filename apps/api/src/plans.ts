import { threadPlan } from './modules/discussions/index.js';
import { libraryPlan, suggestionsPlan } from './modules/library/index.js';
import { networksPlan } from './modules/networks/index.js';
import { createPlans, type Plans } from './platform/graphql/plan/plans.js';
import type { PlanRoot } from './platform/graphql/plan/shape.js';
import type { WrittenRoot } from './platform/graphql/plan/written.js';
import { reachColumns, viewerSource } from './viewer.js';

/** The plans of hot reads, one line each. */
export function planRoots(): (PlanRoot | WrittenRoot)[] {
  return [networksPlan(reachColumns), threadPlan(reachColumns), libraryPlan(reachColumns), suggestionsPlan(reachColumns)];
}

/** What the app answers in one statement. */
export function appPlans(): Plans {
  return createPlans(
    planRoots(),
    viewerSource([
      'discussion.read',
      'discussion.write',
      'answer.accept',
      'moderation.decide',
      'moderation.readLog',
      'thread.summarise',
      'resource.review',
    ]),
  );
}
