/** What people agree to, version by version. */
export const consentsPath = () => '/admin/consents';
/** What people ask to have corrected about them. */
export const correctionsPath = () => '/admin/corrections';
/** How long what is kept, and what is past its time. */
export const retentionPath = () => '/admin/retention';
