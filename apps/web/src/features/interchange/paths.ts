/** Repositories that the library is filled from. */
export const sourcesPath = () => '/admin/sources';

/** One of them with its runs. */
export const sourcePath = ({ id }: { id: string }) => `/admin/sources/${id}`;

/** The form that adds one. */
export const newSourcePath = () => '/admin/sources/new';

/** Where schools make a list for their own web sites. */
export const embedPath = () => '/about/embed';
