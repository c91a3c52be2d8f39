import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';

/** What can be found, in the order of the page. */
export const SEARCH_KINDS = ['NETWORK', 'THREAD', 'RESOURCE', 'TOPIC', 'STRUCTURE', 'CENTRE', 'SCHOOL', 'PERSON'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
export const SearchKindEnum = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, kind])) as { [K in SearchKind]: K };
registerEnumType(SearchKindEnum, { name: 'SearchKind' });

@ObjectType('SearchHit')
@Policy(WITH_RECORD)
export class SearchHit {
  @Field(() => ID, { description: 'Global id of the record' })
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Language of the title; null for names of persons' })
  lang!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it belongs: network, centre, county, city' })
  detail!: string | null;

  @Field(() => String, { nullable: true })
  detailLang!: string | null;

  @Field(() => String, { description: 'Path on the site, without the language' })
  path!: string;
}

@ObjectType('SearchGroup')
@Policy(WITH_RECORD)
export class SearchGroup {
  @Field(() => SearchKindEnum)
  kind!: SearchKind;

  @Field(() => [SearchHit])
  hits!: SearchHit[];

  @Field(() => Boolean, { description: 'Whether there are more than `first`' })
  hasMore!: boolean;
}

/** What was found; groups without a hit are left out. */
@ObjectType('SearchResult')
@Policy(WITH_RECORD)
export class SearchResult {
  @Field(() => [SearchGroup])
  groups!: SearchGroup[];

  @Field(() => String, {
    nullable: true,
    description: 'What was searched for instead, where nothing was found and the keyboard seemed to be set to another language',
  })
  meant!: string | null;
}
