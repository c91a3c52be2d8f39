import type { Role } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import type { Page } from '../../platform/graphql/types.js';
import {
  personById,
  PersonConnection,
  personIdOf,
  PersonStatusEnum,
  PersonType,
  shownTo,
  toPerson,
  ViewerType,
  type PersonStatus,
} from '../accounts/index.js';
import { AppointInput, AppointmentFilter, AppointmentPayload, EndAppointmentInput } from './appointment.inputs.js';
import { appointments, appointmentsOfPerson, letterOf, mayEnd, scopeOf } from './appointment.queries.js';
import {
  AppointmentConnection,
  AppointmentForm,
  AppointmentLetter,
  AppointmentScope,
  AppointmentType,
  AppointmentViewerCan,
  RoleEnum,
  VacantPost,
} from './appointment.type.js';
import { appoint } from './commands/appoint.js';
import { endAppointment } from './commands/end-appointment.js';
import { people } from './people.queries.js';
import { appointableScopes, appointmentForm, vacantPosts } from './post.queries.js';
import { toScope } from './scope-ids.js';

@Resolver(() => AppointmentType)
export class AppointmentsResolver {
  @Query(() => AppointmentConnection, { description: 'Appointments that the viewer may read, the latest first' })
  @Policy('appointment.read')
  appointments(
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('filter', () => AppointmentFilter, { nullable: true }) filter: AppointmentFilter | null,
    @Ctx() ctx: Context,
  ): Promise<Page<AppointmentType>> {
    return appointments(ctx, { first, after, ...filter });
  }

  @Query(() => [VacantPost], { description: 'Posts in a territory that nobody holds today and that the viewer may fill' })
  @Policy('appointment.make')
  vacantPosts(
    @Arg('territoryId', () => ID) territoryId: string,
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
  ): Promise<VacantPost[]> {
    return vacantPosts(ctx, territoryId, first);
  }

  @Query(() => [AppointmentScope], { description: 'Scopes for which the viewer may give a role, by name' })
  @Policy('appointment.make')
  appointableScopes(
    @Arg('role', () => RoleEnum) role: Role,
    @Arg('territoryId', () => ID, { nullable: true }) territoryId: string | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
  ): Promise<AppointmentScope[]> {
    return appointableScopes(ctx, { role, territoryId, search, first });
  }

  @Query(() => AppointmentForm, { description: 'What the form of an appointment starts with' })
  @Policy('appointment.make')
  appointmentForm(@Ctx() ctx: Context): AppointmentForm {
    return appointmentForm(ctx);
  }

  @Query(() => PersonConnection, { description: 'People by name: all for administrators, those of the scope for whoever may appoint' })
  @Policy('appointment.make')
  people(
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('status', () => PersonStatusEnum, { nullable: true }) status: PersonStatus | null,
    @Ctx() ctx: Context,
  ): Promise<Page<PersonType>> {
    return people(ctx, { first, after, search, status });
  }

  @Mutation(() => AppointmentPayload)
  @Policy('appointment.make')
  appoint(@Arg('input', () => AppointInput) input: AppointInput, @Ctx() ctx: Context): Promise<AppointmentPayload> {
    return appoint(ctx, input);
  }

  @Mutation(() => AppointmentPayload)
  @Policy('appointment.end')
  endAppointment(@Arg('input', () => EndAppointmentInput) input: EndAppointmentInput, @Ctx() ctx: Context): Promise<AppointmentPayload> {
    return endAppointment(ctx, input);
  }

  @FieldResolver(() => PersonType)
  @Policy(WITH_RECORD)
  async person(@Root() { row }: AppointmentType, @Ctx() ctx: Context): Promise<PersonType> {
    const person = await ctx.load(personById, row.person_id);
    if (!person) throw new Refusal('NOT_FOUND');
    return toPerson(person);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  @Policy(WITH_RECORD)
  async appointedBy(@Root() { row }: AppointmentType, @Ctx() ctx: Context): Promise<PersonType | null> {
    const person = row.appointed_by ? await ctx.load(personById, row.appointed_by) : null;
    return person && toPerson(person);
  }

  @FieldResolver(() => AppointmentScope, { nullable: true, description: 'Null where the record is gone' })
  @Policy(WITH_RECORD)
  async scope(@Root() { row }: AppointmentType, @Ctx() ctx: Context): Promise<AppointmentScope | null> {
    const scope = await scopeOf(ctx, row);
    return scope && toScope(scope);
  }

  @FieldResolver(() => AppointmentLetter, { nullable: true, description: 'Null until it is written, moments after the appointment' })
  @Policy(WITH_RECORD)
  letter(@Root() { row }: AppointmentType, @Ctx() ctx: Context): Promise<AppointmentLetter | null> {
    return letterOf(ctx, row);
  }

  @FieldResolver(() => AppointmentViewerCan)
  @Policy(WITH_RECORD)
  async viewerCan(@Root() { row }: AppointmentType, @Ctx() ctx: Context): Promise<AppointmentViewerCan> {
    return { end: await mayEnd(ctx, row) };
  }
}

@Resolver(() => PersonType)
export class PersonAppointmentsResolver {
  @FieldResolver(() => [AppointmentType], { description: 'Current ones that the viewer may read or that the person shows' })
  @Policy(WITH_RECORD)
  async appointments(@Root() root: PersonType, @Ctx() ctx: Context): Promise<AppointmentType[]> {
    const personId = personIdOf(root);
    return appointmentsOfPerson(ctx, personId, (await shownTo(ctx, personId)).showsAppointments);
  }
}

@Resolver(() => ViewerType)
export class ViewerAppointmentsResolver {
  @FieldResolver(() => [AppointmentType], { description: 'The viewer’s own current ones, from which the interface makes its groups' })
  @Policy(WITH_RECORD)
  appointments(@Root() root: ViewerType, @Ctx() ctx: Context): Promise<AppointmentType[]> {
    return appointmentsOfPerson(ctx, personIdOf(root.person), true);
  }
}
