import { TERRITORY_KINDS, TERRITORY_STATES, type TerritoryKind, type TerritoryState } from '@stoa/domain';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import type { Territory } from './territory.entity.js';

/** The kinds as GraphQL wants them: an object whose values are its keys. */
export const TerritoryKindEnum = Object.fromEntries(TERRITORY_KINDS.map((kind) => [kind, kind])) as { [K in TerritoryKind]: K };
registerEnumType(TerritoryKindEnum, { name: 'TerritoryKind', description: 'From the widest to the narrowest' });

export const TerritoryStateEnum = Object.fromEntries(TERRITORY_STATES.map((state) => [state, state])) as { [K in TerritoryState]: K };
registerEnumType(TerritoryStateEnum, { name: 'TerritoryState' });

/** A name in one language. */
@ObjectType()
@Policy(WITH_RECORD)
export class LocalName {
  @Field(() => String)
  lang!: string;

  @Field(() => String)
  text!: string;
}

/** The public face of a territory. */
@ObjectType('Territory', { implements: Node })
@Policy(WITH_RECORD)
export class TerritoryType extends Node implements Pick<Territory, 'kind' | 'code' | 'slug' | 'validFrom' | 'validTo' | 'version'> {
  @Field(() => TerritoryKindEnum)
  kind!: TerritoryKind;

  @Field(() => String, { description: 'Official code, such as PL-3005' })
  code!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => LocalName, { description: "In the reader's language where there is one, else in the register's" })
  name!: LocalName;

  @Field(() => [LocalName])
  names!: LocalName[];

  @Field(() => String, { nullable: true })
  validFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'The last day of its existence' })
  validTo!: string | null;

  @Field(() => TerritoryStateEnum)
  state!: TerritoryState;

  @Field(() => Int)
  version!: number;

  /** Ids of all above it and its own; for field resolvers, not in the schema. */
  path!: string[];
}

export const TerritoryConnection = connectionOf('Territory', () => TerritoryType);
