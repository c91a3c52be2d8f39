import type { SearchMail } from '@stoa/domain';
import { SEARCH_MAILS } from '@stoa/domain';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Node, Payload } from '../../../platform/graphql/types.js';
import { FacetEnum, LibraryFilter } from '../library.types.js';
import type { Facet } from '../facets.js';

export const SearchMailEnum = enumOf(SEARCH_MAILS);
registerEnumType(SearchMailEnum, { name: 'SearchMail', description: 'How often somebody is written to about what is new' });

/** Values chosen of one facet. */
@ObjectType('ChosenFacet')
@Policy(WITH_RECORD)
export class ChosenFacet {
  @Field(() => FacetEnum)
  facet!: Facet;

  @Field(() => [String])
  values!: string[];
}

/** A search of the library that the viewer keeps. */
@ObjectType('SavedSearch', { implements: Node })
@Policy(WITH_RECORD)
export class SavedSearchType extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  query!: string;

  @Field(() => [ChosenFacet])
  chosen!: ChosenFacet[];

  @Field(() => SearchMailEnum)
  mail!: SearchMail;

  @Field(() => String, { description: 'Address of its Atom feed; whoever has it reads what the viewer may read' })
  feedUrl!: string;

  @Field(() => String)
  createdAt!: string;
}

@InputType('SaveSearchInput')
export class SaveSearchInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  query!: string;

  @Field(() => LibraryFilter)
  filter!: LibraryFilter;

  @Field(() => SearchMailEnum)
  mail!: SearchMail;
}

@InputType('ChangeSavedSearchInput')
export class ChangeSavedSearchInput {
  @Field(() => ID)
  id!: string;

  @Field(() => SearchMailEnum, { nullable: true })
  mail?: SearchMail | null;

  @Field(() => Boolean, { nullable: true, description: 'Gives its feed another address; the one before leads nowhere' })
  renewFeed?: boolean | null;
}

@InputType('RemoveSavedSearchInput')
export class RemoveSavedSearchInput {
  @Field(() => ID)
  id!: string;
}

@InputType('StopSearchMailInput')
export class StopSearchMailInput {
  @Field(() => String, { description: 'Of the link in the mail' })
  token!: string;
}

@ObjectType('SavedSearchPayload')
@Policy(WITH_RECORD)
export class SavedSearchPayload extends Payload {
  @Field(() => SavedSearchType, { nullable: true })
  savedSearch?: SavedSearchType | null;
}

@ObjectType('RemoveSavedSearchPayload')
@Policy(WITH_RECORD)
export class RemoveSavedSearchPayload extends Payload {
  @Field(() => ID, { nullable: true })
  removedId?: string | null;
}

@ObjectType('StopSearchMailPayload')
@Policy(WITH_RECORD)
export class StopSearchMailPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Name of the search that nobody is written to about any more' })
  name?: string | null;
}
