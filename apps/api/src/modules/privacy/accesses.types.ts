import type { Role } from '@stoa/domain';
import { Field, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import { RoleEnum } from '../appointments/index.js';

/** That somebody else saw or changed what is kept about the viewer, as the audit log has it. */
@ObjectType('DataAccess', { implements: Node })
@Policy(WITH_RECORD)
export class DataAccessType extends Node {
  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => String, { description: 'What was done: `viewContact` for looking at contact details, else the act of a change' })
  act!: string;

  @Field(() => PersonType, { nullable: true, description: 'Null where Stoa itself or its operator did it, and where the person is erased' })
  by!: PersonType | null;

  @Field(() => Boolean, { description: 'It was somebody of whom nothing else is left' })
  byErased!: boolean;

  @Field(() => [RoleEnum], { description: 'The posts that the person held then' })
  roles!: Role[];
}

export const DataAccessConnection = connectionOf('DataAccess', () => DataAccessType);
