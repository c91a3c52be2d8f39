import { EXPORT_FORMATS, NARRATIVE_KEYS, REPORT_STATES, type NarrativeKey, type ReportState } from '@stoa/domain';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

/** States of a report, as the schema names them. */
export const ReportStateEnum = enumOf(REPORT_STATES);
registerEnumType(ReportStateEnum, { name: 'ReportState' });

/** What the coordinator writes. */
export const NarrativeKeyEnum = enumOf(NARRATIVE_KEYS);
registerEnumType(NarrativeKeyEnum, { name: 'NarrativeKey' });

/** The files a report is exported to. */
export const ExportFormatEnum = enumOf(EXPORT_FORMATS);
registerEnumType(ExportFormatEnum, { name: 'ExportFormat' });

@ObjectType('ReportFigure', { description: 'A number computed from records' })
@Policy(WITH_RECORD)
export class FigureType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => String, { nullable: true, description: 'Opens the records behind the number; null where it has none' })
  rowsKey!: string | null;
}

@ObjectType('ReportSentencePart', { description: 'Words of a sentence, or a figure with its phrase' })
@Policy(WITH_RECORD)
export class SentencePartType {
  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true })
  figure!: string | null;
}

@ObjectType('ReportTableRow')
@Policy(WITH_RECORD)
export class TableRowType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  label!: string;

  @Field(() => [Float])
  values!: number[];
}

@ObjectType('ReportTable')
@Policy(WITH_RECORD)
export class TableType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  caption!: string;

  @Field(() => [String], { description: 'Labels; the first is that of the row labels' })
  columns!: string[];

  @Field(() => [TableRowType])
  rows!: TableRowType[];
}

@ObjectType('ReportSection')
@Policy(WITH_RECORD)
export class SectionType {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [SentencePartType])
  sentence!: SentencePartType[];

  @Field(() => [FigureType])
  figures!: FigureType[];

  @Field(() => [TableType])
  tables!: TableType[];
}

@ObjectType('FigureChange', { description: 'A figure that is not what it was when it was accepted' })
@Policy(WITH_RECORD)
export class FigureChangeType {
  @Field(() => String, { description: '`section/figure`, or `section/table/row/column`' })
  path!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Float, { nullable: true })
  from!: number | null;

  @Field(() => Float, { nullable: true })
  to!: number | null;
}

@ObjectType('ReportNarrative')
@Policy(WITH_RECORD)
export class NarrativeType {
  @Field(() => NarrativeKeyEnum)
  key!: NarrativeKey;

  @Field(() => String, { description: 'Markdown' })
  text!: string;

  @Field(() => String, { description: 'The text as safe HTML' })
  html!: string;

  @Field(() => Boolean, { description: 'May not be empty when the report is submitted' })
  required!: boolean;
}

@ObjectType('ReportViewerCan')
@Policy(WITH_RECORD)
export class ReportViewerCan {
  @Field(() => Boolean)
  write!: boolean;

  @Field(() => Boolean)
  present!: boolean;

  @Field(() => Boolean)
  submit!: boolean;

  @Field(() => Boolean)
  decide!: boolean;

  @Field(() => Boolean)
  revise!: boolean;

  @Field(() => Boolean)
  publish!: boolean;

  @Field(() => Boolean)
  export!: boolean;
}

@ObjectType('ReportOwner', { description: 'The network that the report is of' })
@Policy(WITH_RECORD)
export class ReportOwnerType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  lang!: string;
}

@ObjectType('AnnualReport', { implements: Node })
@Policy(WITH_RECORD)
export class AnnualReportType extends Node {
  @Field(() => ReportOwnerType)
  network!: ReportOwnerType;

  @Field(() => String, { description: 'School year, 2026/27' })
  year!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => ReportStateEnum)
  state!: ReportState;

  @Field(() => Int)
  revision!: number;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Last day of the period that the figures cover, YYYY-MM-DD' })
  asOf!: string;

  @Field(() => String, { description: 'The day by which it is due, YYYY-MM-DD' })
  dueOn!: string;

  @Field(() => [SectionType])
  sections!: SectionType[];

  @Field(() => [NarrativeType])
  narrative!: NarrativeType[];

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  presentedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  submittedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  publishedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 over the frozen figures and text, hexadecimal' })
  contentHash!: string | null;

  @Field(() => String, { description: 'Of whoever returned it; empty for the public' })
  remarks!: string;

  @Field(() => PersonType, { nullable: true })
  submittedBy!: PersonType | null;

  @Field(() => PersonType, { nullable: true })
  decidedBy!: PersonType | null;

  @Field(() => ReportViewerCan)
  viewerCan!: ReportViewerCan;
}

@ObjectType('NetworkReportYear', { description: 'A school year of a network, with its report where one was begun' })
@Policy(WITH_RECORD)
export class ReportYearType {
  @Field(() => String)
  year!: string;

  @Field(() => String, { description: 'The day by which the report is due, YYYY-MM-DD' })
  dueOn!: string;

  @Field(() => ReportStateEnum, { nullable: true, description: 'Null where no report was begun, or none that the viewer may read' })
  state!: ReportState | null;

  @Field(() => Boolean)
  viewerCanOpen!: boolean;
}

@ObjectType('NetworkReports')
@Policy(WITH_RECORD)
export class NetworkReportsType {
  @Field(() => ReportOwnerType)
  network!: ReportOwnerType;

  @Field(() => [ReportYearType], { description: 'Newest first' })
  years!: ReportYearType[];
}

/** A page of reports. */
export const AnnualReportConnection = connectionOf('AnnualReport', () => AnnualReportType);

@ObjectType('ReportRow', { description: 'A record behind a figure' })
@Policy(WITH_RECORD)
export class ReportRowType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  detail!: string;

  @Field(() => String, { nullable: true, description: 'Path of its page, without the language' })
  path!: string | null;
}

/** A page of the records behind a figure. */
export const ReportRowConnection = connectionOf('ReportRow', () => ReportRowType);
