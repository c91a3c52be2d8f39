import { inexpressible, selectedFields, type Fragments, type Selected } from './selection.js';
import type { Shape } from './shape.js';

/** SQL of one object with the selected fields, in their order. A name of GraphQL needs no escaping. @throws Inexpressible */
export function objectSql(nodes: Selected['nodes'], shape: Shape, fragments: Fragments): string {
  const fields = selectedFields(nodes, shape.type, fragments).map(({ key, name, nodes: asked }) => {
    if (name === '__typename') return `'${key}', '${shape.type}'`;
    const plan = shape.fields[name] ?? inexpressible(`${shape.type}.${name}`);
    if (plan.kind === 'one' || plan.kind === 'many' || plan.kind === 'time' || plan.join) return inexpressible('an object in a list');
    if (asked.some((node) => node.arguments?.length)) return inexpressible('arguments');
    return `'${key}', ${plan.prefix ? `'${plan.prefix}' || ${plan.sql}` : plan.sql}`;
  });
  return `json_build_object(${fields.join(', ')})`;
}
