import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { peopleDoubles } from './doubles.queries.js';
import { mergePeople } from './merge-people.js';
import { MergePeopleInput, PeopleMergedPayload, PersonDoubleConnection, PersonMerge, type PersonDoubleType } from './merging.types.js';
import { personMerge } from './person-merge.queries.js';

@Resolver()
export class MergingResolver {
  @Query(() => PersonDoubleConnection, { description: 'Pairs of people who are likely one' })
  @Policy('person.merge')
  peopleDoubles(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('of', () => ID, { nullable: true, description: 'A person, for their doubles alone' }) of?: string | null,
  ): Promise<Page<PersonDoubleType>> {
    return peopleDoubles(ctx, { first, after: after ?? null, of: of ?? null });
  }

  @Query(() => PersonMerge, { nullable: true, description: 'What merging two people would do' })
  @Policy('person.merge')
  personMerge(@Arg('keep', () => ID) keep: string, @Arg('away', () => ID) away: string, @Ctx() ctx: Context): Promise<PersonMerge | null> {
    return personMerge(ctx, { keep, away });
  }

  @Mutation(() => PeopleMergedPayload, { description: 'Makes one person of two; it cannot be undone' })
  @Policy('person.merge')
  mergePeople(@Arg('input', () => MergePeopleInput) input: MergePeopleInput, @Ctx() ctx: Context): Promise<PeopleMergedPayload> {
    return mergePeople(ctx, input);
  }
}
