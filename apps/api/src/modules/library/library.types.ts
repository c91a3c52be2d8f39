import type { Licence, ResourceKind, SchoolLevel, Subject } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { PageInfo } from '../../platform/graphql/types.js';
import { type ExcerptPart, ExcerptPartType } from '../discussions/index.js';
import { LicenceEnum, ResourceKindEnum, ResourceType, SchoolLevelEnum, SubjectEnum } from '../resources/index.js';
import { type Duration, DURATIONS, type Facet, FACETS } from './facets.js';

export const FacetEnum = enumOf(FACETS);
registerEnumType(FacetEnum, { name: 'LibraryFacet' });
export const DurationEnum = enumOf(Object.keys(DURATIONS) as Duration[]);
registerEnumType(DurationEnum, { name: 'Duration', description: 'So many minutes at most' });

/** What results are narrowed by; of several values of one facet a resource has one, and something of every facet that is given. */
@InputType('LibraryFilter')
export class LibraryFilter {
  @Field(() => [String], { nullable: true, description: 'Slugs of topics; what lies under them counts too' })
  topics?: string[] | null;

  @Field(() => [SubjectEnum], { nullable: true })
  subjects?: Subject[] | null;

  @Field(() => [SchoolLevelEnum], { nullable: true })
  levels?: SchoolLevel[] | null;

  @Field(() => [ResourceKindEnum], { nullable: true })
  kinds?: ResourceKind[] | null;

  @Field(() => [String], { nullable: true, description: 'ISO 639-1' })
  languages?: string[] | null;

  @Field(() => [DurationEnum], { nullable: true })
  minutes?: Duration[] | null;

  @Field(() => [LicenceEnum], { nullable: true })
  licences?: Licence[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs' })
  networks?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs' })
  centres?: string[] | null;
}

@ObjectType('LibraryEdge')
@Policy(WITH_RECORD)
export class LibraryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => ResourceType)
  node!: ResourceType;

  @Field(() => [ExcerptPartType], { description: 'Where the words stand in its texts; empty where nothing was sought' })
  excerpt!: ExcerptPart[];
}

@ObjectType('LibraryFacetValue')
@Policy(WITH_RECORD)
export class LibraryFacetValue {
  @Field(() => String, { description: 'A code, or the slug of a record' })
  value!: string;

  @Field(() => Int, { description: 'How many results have it, whatever else of this facet is chosen' })
  count!: number;

  @Field(() => String, { nullable: true, description: 'Name of a record; null for codes' })
  name!: string | null;

  @Field(() => String, { nullable: true })
  lang!: string | null;

  @Field(() => Boolean)
  chosen!: boolean;
}

@ObjectType('LibraryFacetCounts')
@Policy(WITH_RECORD)
export class LibraryFacetCounts {
  @Field(() => FacetEnum)
  facet!: Facet;

  @Field(() => [LibraryFacetValue], { description: 'The commonest first' })
  values!: LibraryFacetValue[];
}

/** Results of the library's search. */
@ObjectType('LibraryPage')
@Policy(WITH_RECORD)
export class LibraryPage {
  @Field(() => [LibraryEdge])
  edges!: LibraryEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;

  @Field(() => String, { description: 'The language whose results come first, ISO 639-1' })
  firstLanguage!: string;

  @Field(() => Int, { description: 'Results in other languages; they come last' })
  otherLanguages!: number;

  @Field(() => String, { nullable: true, description: 'What was searched for instead, where that found more' })
  meant!: string | null;

  @Field(() => Boolean, { description: 'Whether nothing has all the words, so that some of them do' })
  loose!: boolean;

  @Field(() => [LibraryFacetCounts])
  facets!: LibraryFacetCounts[];
}

/** Resources that the viewer may want, and why. */
@ObjectType('LibraryReason')
@Policy(WITH_RECORD)
export class LibraryReason {
  @Field(() => ID, { description: 'Of the network that the viewer takes part in, by whose topics they were found' })
  networkId!: string;

  @Field(() => String)
  networkName!: string;

  @Field(() => String)
  networkLang!: string;

  @Field(() => [ResourceType])
  resources!: ResourceType[];
}

/** What somebody who types may want. */
@ObjectType('LibrarySuggestion')
@Policy(WITH_RECORD)
export class LibrarySuggestion {
  @Field(() => ID, { description: 'Global id of a resource or a topic' })
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => String, { description: 'Path on the site, without the language' })
  path!: string;
}
