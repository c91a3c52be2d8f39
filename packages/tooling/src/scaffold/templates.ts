/** The names of a new module: `module` is its folder and table (`resources`), `thing` its record (`resource`). */
export interface Names {
  module: string;
  thing: string;
}

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const camel = (name: string): string => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase());
const snake = (name: string): string => name.replaceAll('-', '_');

/**
 * The files of a new module of the api, by path inside its folder. They are a start that works once the rights table knows the acts
 * `<thing>.read` and `<thing>.create`; until then they do not compile, so that no right is granted by accident.
 */
export function moduleFiles({ module, thing }: Names): Record<string, string> {
  const Thing = pascal(thing);
  const it = camel(thing);
  const table = snake(module);
  return {
    'index.ts': `export { ${Thing} } from './${thing}.entity.js';
export { can${Thing}Read, ${camel(module)}VisibleTo } from './${thing}.policy.js';
export { ${Thing}Resolver } from './${thing}.resolver.js';
`,
    [`${thing}.entity.ts`]: `import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

@Entity('${table}')
export class ${Thing} {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'county_id' })
  countyId!: string;

  @Column('text')
  title!: string;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  createdAt!: Date;

  @VersionColumn()
  version!: number;
}
`,
    [`${thing}.type.ts`]: `import { Field, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Node } from '../../platform/graphql/types.js';
import type { ${Thing} } from './${thing}.entity.js';

@ObjectType('${Thing}', { implements: Node })
@Policy(WITH_RECORD)
export class ${Thing}Type extends Node implements Pick<${Thing}, 'title' | 'version'> {
  @Field(() => String)
  title!: string;

  @Field(() => Int)
  version!: number;
}
`,
    [`${thing}.inputs.ts`]: `import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class Create${Thing}Input {
  @Field(() => String, { description: 'Idempotency key' })
  clientMutationId!: string;

  @Field(() => ID)
  countyId!: string;

  @Field(() => String)
  title!: string;
}
`,
    [`${thing}.payloads.ts`]: `import { Field, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { ${Thing}Type } from './${thing}.type.js';

@ObjectType()
@Policy(WITH_RECORD)
export class Create${Thing}Payload extends Payload {
  @Field(() => ${Thing}Type, { nullable: true })
  ${it}?: ${Thing}Type | undefined;
}
`,
    [`${thing}.policy.ts`]: `import { allows } from '@stoa/domain';
import { reachOf, type Reach, type Viewer } from '../../platform/authorize.js';

/** What rights ask of a row. */
export interface ${Thing}Facts {
  /** Path of the county: country, region, county. */
  county_path: string[];
}

/** Whether a viewer may read the record. */
export function can${Thing}Read(viewer: Viewer, ${it}: ${Thing}Facts): boolean {
  return allows(viewer, '${thing}.read', { scopes: ${it}.county_path });
}

/** How far a viewer sees, for \`${camel(module)}VisibleTo\`. */
export function ${it}Reach(viewer: Viewer): Reach {
  return reachOf(viewer, '${thing}.read');
}

/** The SQL twin of \`can${Thing}Read\` on a county \`t\`. @param $ an SQL expression for each value of the reach */
export function ${camel(module)}VisibleTo($: Record<'all' | 'scopeIds', string>): string {
  return \`(\${$.all}::boolean OR t.path && \${$.scopeIds}::uuid[])\`;
}
`,
    [`${thing}.queries.ts`]: `import type { Context } from '../../platform/context.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { ${it}Reach, ${camel(module)}VisibleTo } from './${thing}.policy.js';
import type { ${Thing}Type } from './${thing}.type.js';

const ONE = \`
  SELECT r.id, r.title, r.version FROM ${table} r JOIN territories t ON t.id = r.county_id
  WHERE r.id = $1 AND \${${camel(module)}VisibleTo({ all: '$2', scopeIds: '$3' })}\`;

/** One record, or null where there is none or the viewer may not read it. */
export async function ${it}(ctx: Context, globalId: string): Promise<${Thing}Type | null> {
  const reach = ${it}Reach(ctx.viewer);
  const row = await ctx.db.row<${Thing}Type>(ONE, [fromGlobalId(globalId, '${Thing}')?.id ?? null, reach.all, reach.scopeIds]);
  return row && { ...row, id: toGlobalId('${Thing}', row.id) };
}
`,
    [`${thing}.resolver.ts`]: `import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { create${Thing} } from './commands/create-${thing}.js';
import { Create${Thing}Input } from './${thing}.inputs.js';
import { Create${Thing}Payload } from './${thing}.payloads.js';
import { ${it} } from './${thing}.queries.js';
import { ${Thing}Type } from './${thing}.type.js';

@Resolver()
export class ${Thing}Resolver {
  @Query(() => ${Thing}Type, { nullable: true })
  @Policy('${thing}.read')
  ${it}(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<${Thing}Type | null> {
    return ${it}(ctx, id);
  }

  @Mutation(() => Create${Thing}Payload)
  @Policy('${thing}.create')
  create${Thing}(@Arg('input', () => Create${Thing}Input) input: Create${Thing}Input, @Ctx() ctx: Context): Promise<Create${Thing}Payload> {
    return create${Thing}(ctx, input);
  }
}
`,
    [`commands/create-${thing}.ts`]: `import { authorize } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId, toGlobalId } from '../../../platform/ids.js';
import type { Create${Thing}Input } from '../${thing}.inputs.js';
import type { Create${Thing}Payload } from '../${thing}.payloads.js';

/** @throws Refusal NOT_FOUND, UNAUTHENTICATED or FORBIDDEN */
export async function create${Thing}(ctx: Context, input: Create${Thing}Input): Promise<Create${Thing}Payload> {
  return mutate(ctx, async (tx) => {
    const county = await tx.row<{ id: string; path: string[] }>('SELECT id, path FROM territories WHERE id = $1 FOR SHARE', [fromGlobalId(input.countyId, 'Territory')?.id ?? null]);
    if (!county) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, '${thing}.create', { scopes: county.path });
    const title = input.title.trim();
    if (title === '') reject('REQUIRED', ['title']);
    const id = newId();
    await tx.rows('INSERT INTO ${table} (id, county_id, title, created_at, version) VALUES ($1, $2, $3, $4, 1)', [id, county.id, title, ctx.clock.now()]);
    return { ${it}: { id: toGlobalId('${Thing}', id), title, version: 1 } };
  });
}
`,
  };
}

/** What is left to do by hand after the files are there. */
export function nextSteps({ module, thing }: Names): string[] {
  return [
    `name the words of ${module} in the glossary, and its states and rules in packages/domain`,
    `add ${thing}.read and ${thing}.create to the rights table of packages/domain`,
    `list ${pascal(thing)} in apps/api/src/entities.ts and ${pascal(thing)}Resolver in apps/api/src/schema.ts`,
    'write the migration, read it, and run "npm run generate" for schema.graphql',
    `test commands/create-${thing}.ts through its GraphQL operation, once per persona`,
  ];
}
