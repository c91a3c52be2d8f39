import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { ACTS } from '@stoa/domain';
import { WITH_RECORD } from '../authorize.js';

const KNOWN: ReadonlySet<string> = new Set(ACTS);
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Every field must name its policy: a root operation itself, any other field itself or through its type.
 * @throws Error listing the fields without one, or with one that the rights table does not know
 */
export function assertEveryFieldHasPolicy(schema: GraphQLSchema): void {
  const faults = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
    .flatMap((type) => {
      const ofType = ROOTS.has(type.name) ? undefined : type.extensions['policy'];
      return Object.values(type.getFields()).flatMap((field) => {
        const policy = field.extensions['policy'] ?? ofType;
        if (policy === undefined) return [`${type.name}.${field.name} names no policy`];
        if (policy !== WITH_RECORD && !KNOWN.has(String(policy)))
          return [`${type.name}.${field.name} names an unknown policy ${String(policy)}`];
        if (policy === WITH_RECORD && ROOTS.has(type.name)) return [`${type.name}.${field.name} is a root operation and must name its act`];
        return [];
      });
    });
  if (faults.length > 0) throw new Error(`Fields without a policy:\n${faults.join('\n')}`);
}
