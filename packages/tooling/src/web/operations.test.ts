import { createHash } from 'node:crypto';
import { buildSchema } from 'graphql';
import { extractOperations } from './operations.js';

const schema = buildSchema(
  'type Query { network(slug: String!): Network } type Network { id: ID! name: String! members: [Person!]! } type Person { id: ID! name: String! }',
);

const members = `import { graphql } from '../../app/api/graphql.js';
export const MemberList_network = graphql(\`fragment MemberList_network on Network { members { id name } }\`);`;
const page = `import { graphql } from '../../app/api/graphql.js';
import { MemberList_network } from './MemberList.js';
const NetworkPageQuery = graphql(\`query NetworkPageQuery($slug: String!) { network(slug: $slug) { id ...MemberList_network } }\`, [MemberList_network]);`;

function sources(entries: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(entries).map(([name, text]) => [`/web/features/networks/${name}`, text]));
}

describe('extractOperations', () => {
  it('joins fragments of other files and adds type names as the client does', () => {
    const { texts, hashes } = extractOperations(sources({ 'MemberList.tsx': members, 'Page.tsx': page }), schema);
    const text = `query NetworkPageQuery($slug: String!) {
  network(slug: $slug) {
    id
    ...MemberList_network
    __typename
  }
}

fragment MemberList_network on Network {
  members {
    id
    name
    __typename
  }
  __typename
}`;
    const hash = createHash('sha256').update(text).digest('hex');
    expect([...hashes.values()]).toEqual([{ NetworkPageQuery: hash }]);
    expect(texts).toEqual({ [hash]: text });
  });

  it('names what the schema does not have', () => {
    const wrong = page.replace('{ id ...', '{ id nme ...');
    expect(() => extractOperations(sources({ 'MemberList.tsx': members, 'Page.tsx': wrong }), schema)).toThrow(
      /NetworkPageQuery: Cannot query field "nme"/,
    );
  });

  it('refuses a name used twice, a fragment that was not given and a text with holes', () => {
    expect(() => extractOperations(sources({ 'MemberList.tsx': members, 'A.tsx': page, 'B.tsx': page }), schema)).toThrow(
      /NetworkPageQuery is also written in/,
    );
    expect(() =>
      extractOperations(sources({ 'MemberList.tsx': members, 'Page.tsx': page.replace(', [MemberList_network]', '') }), schema),
    ).toThrow(/Unknown fragment "MemberList_network"/);
    expect(() => extractOperations(sources({ 'Page.tsx': 'const X = graphql(`query X { ${field} }`);' }), schema)).toThrow(
      /one literal text/,
    );
  });
});
