import { globalId, number, plain, text, type Shape } from '../../../platform/graphql/plan/shape.js';

/** A post's file from `post_attachments pa`, in SQL. */
export const attachmentShape: Shape = {
  type: 'PostAttachment',
  fields: {
    id: globalId('PostAttachment', 'pa.id'),
    name: text('pa.name'),
    mime: plain('pa.mime'),
    size: number('pa.size'),
    alt: text('pa.alt'),
    width: number('pa.width'),
    height: number('pa.height'),
    url: plain(`'/files/' || pa.file_id || '/file'`),
    previewUrl: plain(`'/files/' || pa.preview_id || '/preview'`),
  },
};

/** A post's files in their order as JSON text, for those who are given a post live. @param id and others: expressions of the post */
export function attachmentsText(id: string, county: string, count: string): string {
  const fields = Object.entries(attachmentShape.fields).flatMap(([name, field]) =>
    field.kind === 'one' || field.kind === 'many' ? [] : [`'${name}', ${field.prefix ? `'${field.prefix}' || ${field.sql}` : field.sql}`],
  );
  return `CASE WHEN ${count} > 0 THEN (SELECT json_agg(json_build_object(${fields.join(', ')}) ORDER BY pa.position, pa.id) FROM post_attachments pa
    WHERE pa.post_id = ${id} AND pa.county_id = ${county})::text ELSE '[]' END`;
}
