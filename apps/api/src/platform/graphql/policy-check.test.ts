import { GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { WITH_RECORD } from '../authorize.js';
import { assertEveryFieldHasPolicy } from './policy-check.js';

const named = (policy?: string) => (policy === undefined ? {} : { extensions: { policy } });

/** A schema of one query that reads a record with one field; each part with the policy given, or with none. */
function schemaWith(policies: { query?: string; record?: string; field?: string; mutation?: string }): GraphQLSchema {
  const node = new GraphQLInterfaceType({ name: 'Node', extensions: { policy: WITH_RECORD }, fields: { id: { type: GraphQLString } } });
  const record = new GraphQLObjectType({
    name: 'Record',
    interfaces: [node],
    ...named(policies.record),
    fields: { id: { type: GraphQLString, extensions: { policy: WITH_RECORD } }, secret: { type: GraphQLString, ...named(policies.field) } },
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { record: { type: record, ...named(policies.query) } } }),
    ...('mutation' in policies && {
      mutation: new GraphQLObjectType({ name: 'Mutation', fields: { change: { type: GraphQLString, ...named(policies.mutation) } } }),
    }),
  });
}

describe('the policies of a schema', () => {
  it('let it be served where each field names one, itself or through its type', () => {
    expect(() => assertEveryFieldHasPolicy(schemaWith({ query: 'public.read', record: WITH_RECORD }))).not.toThrow();
    expect(() => assertEveryFieldHasPolicy(schemaWith({ query: 'public.read', field: 'network.health' }))).not.toThrow();
  });

  it.each([
    ['a field without one', { query: 'public.read' }, 'Record.secret names no policy'],
    [
      'a field whose act is in no rights table',
      { query: 'public.read', record: WITH_RECORD, field: 'secret.read' },
      'Record.secret names an unknown policy secret.read',
    ],
    ['a query without one', { record: WITH_RECORD }, 'Query.record names no policy'],
    [
      'a query that goes with its record',
      { query: WITH_RECORD, record: WITH_RECORD },
      'Query.record is a root operation and must name its act',
    ],
    [
      'a query whose act is unknown',
      { query: 'everything.read', record: WITH_RECORD },
      'Query.record names an unknown policy everything.read',
    ],
    ['a mutation without one', { query: 'public.read', record: WITH_RECORD, mutation: undefined }, 'Mutation.change names no policy'],
    [
      'a mutation that goes with its record',
      { query: 'public.read', record: WITH_RECORD, mutation: WITH_RECORD },
      'Mutation.change is a root operation and must name its act',
    ],
  ])('stop the start for %s', (_, policies, fault) => {
    expect(() => assertEveryFieldHasPolicy(schemaWith(policies as Parameters<typeof schemaWith>[0]))).toThrow(fault);
  });
});
