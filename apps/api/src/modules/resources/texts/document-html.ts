import type { Loader } from '../../../platform/context.js';

/** The page that was made of a text document, by its resource's file; only of what is published one is kept. */
export const documentHtmlOf: Loader<string, string | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ file_id: string; html: string }>(
    'SELECT file_id, html FROM resource_texts WHERE file_id = ANY($1::uuid[]) AND html IS NOT NULL',
    [ids],
  );
  const found = new Map(rows.map((row) => [row.file_id, row.html]));
  return ids.map((id) => found.get(id) ?? null);
};

/** Of which files such a page is there. */
export const hasDocumentHtml: Loader<string, boolean> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ file_id: string }>(
    'SELECT file_id FROM resource_texts WHERE file_id = ANY($1::uuid[]) AND html IS NOT NULL',
    [ids],
  );
  const found = new Set(rows.map((row) => row.file_id));
  return ids.map((id) => found.has(id));
};
