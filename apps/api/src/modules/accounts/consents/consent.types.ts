import { CONSENT_ACTS, CONSENT_KINDS, type ConsentAct, type ConsentKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';

export const ConsentKindEnum = enumOf(CONSENT_KINDS);
registerEnumType(ConsentKindEnum, {
  name: 'ConsentKind',
  description: 'What people agree to; PRIVACY_NOTICE: what they confirm to have read',
});
export const ConsentActEnum = enumOf(CONSENT_ACTS);
registerEnumType(ConsentActEnum, { name: 'ConsentAct' });

/** A version of a text that people are asked to agree to. */
@ObjectType('ConsentText', { implements: Node })
@Policy(WITH_RECORD)
export class ConsentTextType extends Node {
  @Field(() => ConsentKindEnum)
  kind!: ConsentKind;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'In the reader’s language' })
  html!: string;

  @Field(() => String, { description: 'YYYY-MM-DD; its first day' })
  validFrom!: string;
}

/** The same with what administrators see of it. */
@ObjectType()
@Policy(WITH_RECORD)
export class PublishedConsentText {
  @Field(() => ID)
  id!: string;

  @Field(() => ConsentKindEnum)
  kind!: ConsentKind;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  el!: string;

  @Field(() => String)
  pl!: string;

  @Field(() => String)
  ru!: string;

  @Field(() => String, { description: 'YYYY-MM-DD' })
  validFrom!: string;

  @Field(() => String, { description: 'ISO 8601' })
  publishedAt!: string;

  @Field(() => Boolean, { description: 'Whether people are asked for this version now' })
  inForce!: boolean;

  @Field(() => Int, { description: 'How many people agree to it' })
  agreed!: number;
}

/** That a person agreed to a version, or took that back. */
@ObjectType('Consent', { implements: Node })
@Policy(WITH_RECORD)
export class ConsentType extends Node {
  @Field(() => ID)
  textId!: string;

  @Field(() => ConsentKindEnum)
  kind!: ConsentKind;

  @Field(() => Int)
  version!: number;

  @Field(() => ConsentActEnum)
  act!: ConsentAct;

  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => Boolean, { description: 'Whether it stands and can be taken back' })
  canWithdraw!: boolean;
}

export const ConsentConnection = connectionOf('Consent', () => ConsentType);
export const PublishedConsentTextConnection = connectionOf('PublishedConsentText', () => PublishedConsentText);

@InputType()
export class GiveConsentsInput {
  @Field(() => [ID], { description: 'The versions that were read: all that are asked for' })
  textIds!: string[];
}

@InputType()
export class WithdrawConsentInput {
  @Field(() => ID)
  textId!: string;
}

@InputType()
export class PublishConsentTextInput {
  @Field(() => ConsentKindEnum)
  kind!: ConsentKind;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  el!: string;

  @Field(() => String)
  pl!: string;

  @Field(() => String)
  ru!: string;

  @Field(() => String, { description: 'YYYY-MM-DD; today or later' })
  validFrom!: string;

  @Field(() => Int, { description: 'The latest version of the kind; zero where there is none' })
  expectedVersion!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ConsentsPayload extends Payload {
  @Field(() => [ConsentTextType], { nullable: true, description: 'What is still asked for' })
  asked?: ConsentTextType[] | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PublishedConsentTextPayload extends Payload {
  @Field(() => PublishedConsentText, { nullable: true })
  text?: PublishedConsentText | null;
}
