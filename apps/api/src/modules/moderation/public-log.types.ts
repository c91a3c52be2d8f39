import type { DecisionKind } from '@stoa/domain';
import { Field, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { DecisionKindEnum } from './moderation.types.js';

/** A decision as everybody in the network may read it: neither who took it nor whom it concerns. */
@ObjectType('PublicDecision', { implements: Node })
@Policy(WITH_RECORD)
export class PublicDecisionType extends Node {
  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field(() => String, { nullable: true, description: 'Null where it is for the person concerned alone, since it may name somebody' })
  reason!: string | null;

  @Field(() => String, { description: 'ISO 8601' })
  decidedAt!: string;

  @Field(() => String, { description: 'Name of the type: Post, Thread or Membership' })
  subjectType!: string;

  @Field(() => Boolean, { description: 'Whether it was taken back later' })
  reversed!: boolean;
}

/** A network's public log. */
@ObjectType('PublicLog')
@Policy(WITH_RECORD)
export class PublicLogType {
  @Field(() => String)
  networkName!: string;

  @Field(() => String)
  networkLang!: string;

  /** Its id, for the page of decisions; not in the schema. */
  networkId!: string;
}

export const PublicDecisionConnection = connectionOf('PublicDecision', () => PublicDecisionType);
