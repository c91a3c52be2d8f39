import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { personIdOf, PersonType, shownTo } from '../accounts/index.js';
import { affiliationsOfPerson } from './affiliation.queries.js';
import { AffiliationType } from './affiliation.type.js';

/** What the module knows of people. */
@Resolver(() => PersonType)
export class PersonAffiliationsResolver {
  @FieldResolver(() => [AffiliationType], { description: 'Living ones that the viewer may read or that the person shows' })
  @Policy(WITH_RECORD)
  async affiliations(@Root() root: PersonType, @Ctx() ctx: Context): Promise<AffiliationType[]> {
    const personId = personIdOf(root);
    return affiliationsOfPerson(ctx, personId, (await shownTo(ctx, personId)).showsAffiliations);
  }
}
