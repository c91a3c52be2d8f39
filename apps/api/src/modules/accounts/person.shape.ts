import { globalId, plain, text, type Shape } from '../../platform/graphql/plan/shape.js';

/**
 * A person's public face in a plan.
 * @param sql expressions of the columns
 * @param join name of the join that all but the id need
 */
export function personShape(sql: { id: string; handle: string; displayName: string }, join?: string): Shape {
  return {
    type: 'Person',
    fields: { id: globalId('Person', sql.id), handle: plain(sql.handle, join), displayName: text(sql.displayName, join) },
  };
}
