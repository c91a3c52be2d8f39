import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { StructureType } from '../centres/index.js';
import { LocalName } from '../territories/index.js';

export const PLACE_KINDS = ['MUNICIPALITY', 'COUNTY', 'SCHOOL'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
const PlaceKindEnum = enumOf(PLACE_KINDS);
registerEnumType(PlaceKindEnum, { name: 'PlaceKind' });

/** How near help is, from the nearest; in words, since nobody's position is known. */
export const DISTANCES = ['MUNICIPALITY', 'COUNTY', 'REGION', 'NEIGHBOUR'] as const;
export type Distance = (typeof DISTANCES)[number];
const DistanceEnum = enumOf(DISTANCES);
registerEnumType(DistanceEnum, {
  name: 'Distance',
  description: 'In the same municipality, the same county, for the whole region, or in another county of it',
});

/** Where somebody asks from: a municipality, a county or a school. */
@ObjectType('Place', { implements: Node })
@Policy(WITH_RECORD)
export class PlaceType extends Node {
  @Field(() => String, { description: 'For addresses and for `helpAnswers(place:)`' })
  key!: string;

  @Field(() => PlaceKindEnum)
  kind!: PlaceKind;

  @Field(() => LocalName)
  name!: LocalName;

  municipalityId!: string | null;
  countyId!: string;
  path!: string[];
}

export const PlaceConnection = connectionOf('Place', () => PlaceType);

/** A structure that helps, and why it is named. */
@ObjectType('HelpAnswer', { implements: Node })
@Policy(WITH_RECORD)
export class HelpAnswerType extends Node {
  @Field(() => StructureType)
  structure!: StructureType;

  @Field(() => Boolean, { description: 'False where it answers for a wider topic only' })
  exact!: boolean;

  @Field(() => LocalName, { nullable: true, description: 'Its note on the topic' })
  note!: LocalName | null;

  @Field(() => DistanceEnum, { nullable: true, description: 'Null where no place was given' })
  distance!: Distance | null;

  @Field(() => Boolean, { description: 'Whether it names the audience that was asked for' })
  forAudience!: boolean;

  topicId!: string | null;
  whereId!: string;
}

export const HelpAnswerConnection = connectionOf('HelpAnswer', () => HelpAnswerType);
