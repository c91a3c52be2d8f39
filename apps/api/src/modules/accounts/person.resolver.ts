import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { deactivatePerson, reactivatePerson, suspendPerson } from './commands/change-person-status.js';
import { removeFactors } from './commands/remove-factors.js';
import { accountOf, emailOf, person, personIdOf, personViewerCan, shownTo } from './person.queries.js';
import { AccountType, PersonType, PersonViewerCan } from './person.type.js';
import { ChangePersonStatusInput, PersonChangedPayload, RemoveFactorsInput } from './profile.types.js';

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => PersonType, { nullable: true, description: 'A profile by its handle, where its person shows it to the viewer' })
  @Policy('profile.readPublic')
  person(@Arg('handle', () => String) handle: string, @Ctx() ctx: Context): Promise<PersonType | null> {
    return person(ctx, handle);
  }

  @FieldResolver(() => String, { description: 'What the person writes about themselves; empty where it is not shown to the viewer' })
  @Policy(WITH_RECORD)
  async about(@Root() root: PersonType, @Ctx() ctx: Context): Promise<string> {
    return (await shownTo(ctx, personIdOf(root))).about;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where the person shows it to the viewer' })
  @Policy(WITH_RECORD)
  email(@Root() root: PersonType, @Ctx() ctx: Context): Promise<string | null> {
    return emailOf(ctx, personIdOf(root));
  }

  @FieldResolver(() => AccountType, { nullable: true, description: 'For administrators; null for everybody else' })
  @Policy(WITH_RECORD)
  account(@Root() root: PersonType, @Ctx() ctx: Context): Promise<AccountType | null> {
    return accountOf(ctx, personIdOf(root));
  }

  @FieldResolver(() => PersonViewerCan)
  @Policy(WITH_RECORD)
  viewerCan(@Root() root: PersonType, @Ctx() ctx: Context): Promise<PersonViewerCan> {
    return personViewerCan(ctx, personIdOf(root));
  }

  @Mutation(() => PersonChangedPayload)
  @Policy('register.change')
  suspendPerson(
    @Arg('input', () => ChangePersonStatusInput) input: ChangePersonStatusInput,
    @Ctx() ctx: Context,
  ): Promise<PersonChangedPayload> {
    return suspendPerson(ctx, input);
  }

  @Mutation(() => PersonChangedPayload, { description: 'Closes the account of somebody who left' })
  @Policy('register.change')
  deactivatePerson(
    @Arg('input', () => ChangePersonStatusInput) input: ChangePersonStatusInput,
    @Ctx() ctx: Context,
  ): Promise<PersonChangedPayload> {
    return deactivatePerson(ctx, input);
  }

  @Mutation(() => PersonChangedPayload)
  @Policy('register.change')
  reactivatePerson(
    @Arg('input', () => ChangePersonStatusInput) input: ChangePersonStatusInput,
    @Ctx() ctx: Context,
  ): Promise<PersonChangedPayload> {
    return reactivatePerson(ctx, input);
  }

  @Mutation(() => PersonChangedPayload, { description: 'Removes every second factor of somebody else and ends their sessions' })
  @Policy('register.change')
  removeFactors(@Arg('input', () => RemoveFactorsInput) input: RemoveFactorsInput, @Ctx() ctx: Context): Promise<PersonChangedPayload> {
    return removeFactors(ctx, input);
  }
}
