/** Who may start threads in a category: every member who writes, or those who moderate the network alone. */
export const CATEGORY_STARTERS = ['MEMBERS', 'COORDINATORS'] as const;
export type CategoryStarter = (typeof CATEGORY_STARTERS)[number];

/** So many categories a network has at most. */
export const CATEGORIES_MAX = 30;

/** Why somebody may not start a thread in a category; null where they may. */
export function categoryRefusal(
  category: { closed: boolean; startBy: CategoryStarter },
  moderates: boolean,
): 'CATEGORY_CLOSED' | 'CATEGORY_COORDINATORS' | null {
  if (category.closed) return 'CATEGORY_CLOSED';
  return category.startBy === 'COORDINATORS' && !moderates ? 'CATEGORY_COORDINATORS' : null;
}
