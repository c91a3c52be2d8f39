import { PORTFOLIO_PARTS, type PortfolioPart } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node, Payload } from '../../../platform/graphql/types.js';
import { CertificateType } from '../certificates/certificate.types.js';

const Parts = Object.fromEntries(PORTFOLIO_PARTS.map((part) => [part, part])) as { [Part in PortfolioPart]: Part };
registerEnumType(Parts, { name: 'PortfolioPart' });

/** Something that was finished, as it was called then. */
@ObjectType('PortfolioEntry')
@Policy(WITH_RECORD)
export class PortfolioEntryType {
  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Language of the title' })
  lang!: string;

  @Field(() => Int, { description: 'What it counts for; 0 for a resource that counts with its path' })
  minutes!: number;

  @Field(() => String)
  doneAt!: string;

  @Field(() => String, { nullable: true, description: 'Address of its page without the language, where the reader may read it' })
  path!: string | null;
}

/** What was finished in one school year. */
@ObjectType('PortfolioYear')
@Policy(WITH_RECORD)
export class PortfolioYearType {
  @Field(() => String)
  year!: string;

  @Field(() => Int, { description: 'Minutes of all paths and of resources outside of them; 0 where the link does not show hours' })
  minutes!: number;

  @Field(() => [PortfolioEntryType])
  resources!: PortfolioEntryType[];

  @Field(() => [PortfolioEntryType])
  paths!: PortfolioEntryType[];

  @Field(() => [CertificateType])
  certificates!: CertificateType[];
}

/** What somebody has learned, by school year, the last first. */
@ObjectType('Portfolio')
@Policy(WITH_RECORD)
export class PortfolioType {
  @Field(() => String)
  personName!: string;

  @Field(() => [Parts], { description: 'What it shows' })
  parts!: PortfolioPart[];

  @Field(() => Int)
  minutes!: number;

  @Field(() => [PortfolioYearType])
  years!: PortfolioYearType[];
}

/** A secret link to the viewer's portfolio. */
@ObjectType('PortfolioLink', { implements: Node })
@Policy(WITH_RECORD)
export class PortfolioLinkType extends Node {
  @Field(() => String)
  label!: string;

  @Field(() => [Parts])
  parts!: PortfolioPart[];

  @Field(() => String, { nullable: true })
  year!: string | null;

  @Field(() => String)
  createdAt!: string;

  @Field(() => String, { nullable: true })
  endedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands in its address; null where it has ended or cannot be shown any more' })
  token!: string | null;
}

@InputType()
export class CreatePortfolioLinkInput {
  @Field(() => String, { description: 'For whom it is; the viewer alone reads it' })
  label!: string;

  @Field(() => [Parts])
  parts!: PortfolioPart[];

  @Field(() => String, { nullable: true, description: 'One school year; null for all' })
  year?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EndPortfolioLinkInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PortfolioLinksPayload extends Payload {
  @Field(() => [PortfolioLinkType], { nullable: true, description: "All of the viewer's" })
  links?: PortfolioLinkType[] | null;
}
