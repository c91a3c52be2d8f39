/** A folder of its own for temporary files, which PostgreSQL's account can enter, too, where tests run as root. */
export function openFolder(prefix: string): string;
