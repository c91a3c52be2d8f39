export const adminPeoplePath = () => '/admin/people';
/** Likely doubles: all, or those of one person by their global id. */
export const doublesPath = (of?: { id: string }) => `/admin/people/doubles${of ? `?of=${of.id}` : ''}`;
/** Two people side by side before they are merged. */
export const mergePath = (keep: { id: string }, away: { id: string }) => `/admin/people/merge?keep=${keep.id}&away=${away.id}`;
export const adminMailPath = () => '/admin/mail';
