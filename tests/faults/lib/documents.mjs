// GraphQL documents from the schema: half of them valid, all of them with values that nobody sends in good faith.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';

const STRINGS = [
  '',
  ' ',
  'a',
  'en',
  'el',
  '2026/27',
  '2026-27',
  '2026-11-24',
  '0000-00-00',
  '9999-12-31T23:59:60Z',
  'nobody@example.org',
  "'; DROP TABLE people; --",
  "' OR '1'='1",
  '%_\\',
  '$1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}${7*7}',
  'a\u0000b',
  '\ud800',
  '\udc00a',
  '\u202egpj.exe',
  '\u200b\u200d\ufeff',
  'e\u0301\u0301\u0301\u0301',
  '👨‍👩‍👧‍👦',
  'ΕΛΛΗΝΙΚΆ'.repeat(40),
  'x'.repeat(10_000),
  '((((((((((a+)+)+)+)+)+)+)+)+)!',
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '\r\nSet-Cookie: a=b',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '__proto__',
  'constructor',
  '=1+1',
  '-1',
  '1e309',
  'WyJhIl0=',
  'eyJhIjoxfQ.AAAA',
];
const INTS = [0, 1, -1, 2, 5, 20, 100, 101, 1000, 2_147_483_647, -2_147_483_648];
const NUMBERS_TOO_LARGE = [2_147_483_648, 1e20, 1.5, Number.MAX_SAFE_INTEGER];
const STRANGE = [null, true, 3, 1e300, 'text', [], {}, [[[]]], { a: { b: 1 } }, { __proto__: null }];

/**
 * A generator of documents.
 * @param known ids and slugs of records that exist, so that many values lead somewhere
 */
export function documentsOf(schema, known) {
  return (random, number) => new Document(schema, known, random).make(number);
}

class Document {
  variables = {};
  definitions = [];
  fragments = [];

  constructor(schema, known, random) {
    this.schema = schema;
    this.known = known;
    this.random = random;
    this.left = 60;
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  chance(share) {
    return this.random() < share;
  }

  /** @returns `{ body, isMeantValid, kind }`; the body is what is POSTed */
  make(number) {
    const kind = this.chance(0.4) ? 'mutation' : 'query';
    const root = kind === 'mutation' ? this.schema.getMutationType() : this.schema.getQueryType();
    const field = this.pick(Object.values(root.getFields()).filter(({ name }) => name !== 'startExport' || this.chance(0.05)));
    const selection = this.field(field, 0, kind === 'query' && this.chance(0.3));
    const more = kind === 'query' && this.chance(0.2) ? ` ${this.field(this.pick(Object.values(root.getFields())), 0, true)}` : '';
    const head = this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
    const query = [`${kind} Fuzz${number}${head} { ${selection}${more} }`, ...this.fragments].join('\n');
    const body = { query, variables: this.variables };
    const isMeantValid = this.chance(0.5);
    return { body: isMeantValid ? JSON.stringify(body) : this.spoil(body), isMeantValid, kind, field: field.name };
  }

  field(field, depth, isAliased) {
    const alias = isAliased || this.chance(0.05) ? `a${this.left}_${field.name}: ` : '';
    const args = field.args.filter(({ type }) => isNonNullType(type) || this.chance(0.3));
    const given = args.map((arg) => `${arg.name}: ${this.argument(arg, depth)}`);
    const directive = this.chance(0.05) ? ` ${this.pick(['@include(if: true)', '@skip(if: false)', '@include(if: false)'])}` : '';
    return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${directive}${this.selection(getNamedType(field.type), depth + 1)}`;
  }

  selection(type, depth) {
    if (isLeafType(type)) return '';
    const parts = ['__typename'];
    if (isUnionType(type) || isInterfaceType(type)) {
      const each = this.pick(this.schema.getPossibleTypes(type));
      parts.push(`... on ${each.name} ${this.selection(each, depth + 1)}`);
    } else if (depth < 7) {
      const fields = Object.values(type.getFields()).filter(({ type: of }) => isLeafType(getNamedType(of)) || this.chance(0.6));
      const chosen = fields.filter(() => this.chance(Math.min(1, 5 / fields.length)));
      for (const field of chosen) if (--this.left > 0) parts.push(this.field(field, depth, false));
    }
    const inner = `{ ${parts.join(' ')} }`;
    if (!this.chance(0.05)) return ` ${inner}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${inner}`);
    return ` { ...${name} }`;
  }

  argument(arg, depth) {
    const value = arg.name === 'first' && this.chance(0.8) ? this.pick([1, 2, 5]) : this.value(arg.type, arg.name, depth);
    if (this.chance(0.3) && !hasEnum(arg.type)) return literal(value);
    const name = `v${this.definitions.length}`;
    this.definitions.push(`$${name}: ${String(arg.type)}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  /** A value that fits the type, as JSON. */
  value(type, name, depth) {
    if (!isNonNullType(type) && this.chance(0.2)) return null;
    const bare = getNullableType(type);
    if (isListType(bare))
      return Array.from({ length: this.pick([0, 1, 1, 2, 3, this.chance(0.02) ? 300 : 1]) }, () => this.value(bare.ofType, name, depth));
    if (isEnumType(bare)) return this.pick(bare.getValues()).name;
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).filter((each) => isNonNullType(each.type) || this.chance(0.6));
      return Object.fromEntries(fields.map((each) => [each.name, this.value(each.type, each.name, depth + 1)]));
    }
    if (bare.name === 'Boolean') return this.chance(0.5);
    if (bare.name === 'Int') return this.pick(INTS);
    if (bare.name === 'Float') return this.pick([...INTS, 0.1, -0.0, 1e308]);
    if (this.chance(0.5)) return this.knownValue(bare.name, name);
    return this.pick(STRINGS);
  }

  knownValue(type, name) {
    if (type === 'ID') return this.pick(this.known.ids);
    const own = this.known[name];
    return own ? this.pick(own) : this.pick([...this.known.slugs, 'A plain text', '2026-11-24']);
  }

  /** Makes something wrong with a request. @returns the text that is POSTed */
  spoil(body) {
    const { query, variables } = body;
    const at = Math.floor(this.random() * query.length);
    const names = Object.keys(variables);
    const ways = [
      () => ({ ...body, query: query.slice(0, at) }),
      () => ({
        ...body,
        query: query.slice(0, at) + this.pick(['{', '}', '"', '\u0000', '#', '...', '$', '@x', '\ud800', '"""']) + query.slice(at),
      }),
      () => ({ ...body, query: query.replace(/\b[a-z]\w+(?=[ (}])/u, 'nothing') }),
      () => ({ ...body, query: query.replace('{', '{ ...Missing') }),
      () => ({ ...body, query: `${query} ${query}` }),
      () => ({ ...body, query: `${query} fragment Unused on Query { __typename }` }),
      () => ({ ...body, variables: this.pick([null, [], 'text', 7]) }),
      () => ({ ...body, variables: names.length > 0 ? { ...variables, [this.pick(names)]: this.pick(STRANGE) } : { unused: 1 } }),
      () => ({ ...body, variables: names.length > 0 ? { ...variables, [this.pick(names)]: this.pick(NUMBERS_TOO_LARGE) } : {} }),
      () => ({ ...body, variables: {} }),
      () => ({ ...body, operationName: this.pick(['Other', '', 7, null, {}]) }),
      () => ({ ...body, extensions: { persistedQuery: { version: this.pick([1, 2, 'x']), sha256Hash: this.pick(STRINGS) } } }),
      () => ({ ...body, extensions: this.pick(STRANGE) }),
      () => ({ query: this.pick(STRANGE) }),
      () => [body, body],
      () => this.pick(STRANGE),
    ];
    const text = JSON.stringify(this.pick(ways)()) ?? '';
    if (this.chance(0.05)) return text.slice(0, Math.floor(this.random() * text.length));
    return this.chance(0.05) ? text.replace('{', '{"query":"{__typename}",') : text;
  }
}

function hasEnum(type) {
  const bare = getNamedType(type);
  return isEnumType(bare) || (isInputObjectType(bare) && Object.values(bare.getFields()).some((field) => hasEnum(field.type)));
}

/** A value without enums, as it stands in a document. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, each]) => `${name}: ${literal(each)}`)
    .join(', ')} }`;
}
