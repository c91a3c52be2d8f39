/** How long what is kept, and what is past its time. */
export const retentionPath = () => '/admin/retention';
