import { type ExportFormat, type NarrativeKey } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { AnnualReportType, ExportFormatEnum, NarrativeKeyEnum } from './report.types.js';

@InputType()
export class OpenReportInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String, { description: 'School year, 2026/27' })
  year!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}

/** An act on a report as the viewer saw it. */
@InputType()
export class ReportActInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class AcceptFiguresInput extends ReportActInput {
  @Field(() => [String], { nullable: true, description: 'Paths of the changes to accept; all where left out' })
  paths?: string[];
}

@InputType()
export class WriteNarrativeInput extends ReportActInput {
  @Field(() => NarrativeKeyEnum)
  key!: NarrativeKey;

  @Field(() => String, { description: 'Markdown' })
  text!: string;
}

@InputType()
export class ReturnReportInput extends ReportActInput {
  @Field(() => String)
  remarks!: string;
}

@InputType()
export class StartExportInput {
  @Field(() => ExportFormatEnum)
  format!: ExportFormat;

  @Field(() => ID, { nullable: true, description: 'One report' })
  reportId?: string;

  @Field(() => ID, { nullable: true, description: 'Or all reports of a county and year, as an archive' })
  countyId?: string;

  @Field(() => String, { nullable: true })
  year?: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class AnnualReportPayload extends Payload {
  @Field(() => AnnualReportType, { nullable: true })
  report?: AnnualReportType | null;
}
