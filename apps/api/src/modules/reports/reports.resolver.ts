import { type ReportState } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, InputType, Field, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { openReport } from './commands/open-report.js';
import {
  acceptFigures,
  approveReport,
  presentReportToMembers,
  publishReport,
  returnReport,
  reviseReport,
  submitReport,
  writeNarrative,
} from './commands/report-commands.js';
import { ownExport, presentExport } from './exports/export.queries.js';
import { ExportPayload, ExportType } from './exports/export.types.js';
import { cancelExport, startExport } from './exports/start-export.js';
import {
  AcceptFiguresInput,
  AnnualReportPayload,
  OpenReportInput,
  ReportActInput,
  ReturnReportInput,
  StartExportInput,
  WriteNarrativeInput,
} from './report.inputs.js';
import { annualReport, annualReports, figureChanges, networkReports, reportRows } from './report.queries.js';
import {
  AnnualReportConnection,
  AnnualReportType,
  FigureChangeType,
  NetworkReportsType,
  ReportRowConnection,
  ReportRowType,
  ReportStateEnum,
} from './report.types.js';

@InputType()
export class CancelExportInput {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => AnnualReportType)
export class ReportsResolver {
  @Query(() => AnnualReportType, { nullable: true })
  @Policy('public.read')
  annualReport(
    @Arg('network', () => String) network: string,
    @Arg('year', () => String) year: string,
    @Ctx() ctx: Context,
  ): Promise<AnnualReportType | null> {
    return annualReport(ctx, network, year);
  }

  @Query(() => NetworkReportsType, { nullable: true })
  @Policy('public.read')
  networkReports(@Arg('network', () => String) network: string, @Ctx() ctx: Context): Promise<NetworkReportsType | null> {
    return networkReports(ctx, network);
  }

  @Query(() => AnnualReportConnection)
  @Policy('report.export')
  annualReports(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('county', () => ID, { nullable: true }) countyId?: string,
    @Arg('year', () => String, { nullable: true }) year?: string,
    @Arg('state', () => ReportStateEnum, { nullable: true }) state?: ReportState,
  ): Promise<Page<AnnualReportType>> {
    return annualReports(ctx, { countyId: countyId ?? null, year: year ?? null, state: state ?? null }, first, after);
  }

  @FieldResolver(() => [FigureChangeType])
  @Policy(WITH_RECORD)
  changes(@Root() report: AnnualReportType, @Ctx() ctx: Context): Promise<FigureChangeType[]> {
    return figureChanges(ctx, report);
  }

  @FieldResolver(() => ReportRowConnection)
  @Policy('report.readPresented')
  rows(
    @Root() report: AnnualReportType,
    @Arg('rowsKey', () => String) rowsKey: string,
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<ReportRowType>> {
    return reportRows(ctx, report.id, rowsKey, first, after);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.write')
  openReport(@Arg('input', () => OpenReportInput) input: OpenReportInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return openReport(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.write')
  acceptFigures(@Arg('input', () => AcceptFiguresInput) input: AcceptFiguresInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return acceptFigures(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.write')
  writeNarrative(@Arg('input', () => WriteNarrativeInput) input: WriteNarrativeInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return writeNarrative(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.write')
  presentReport(@Arg('input', () => ReportActInput) input: ReportActInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return presentReportToMembers(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.write')
  submitReport(@Arg('input', () => ReportActInput) input: ReportActInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return submitReport(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.decide')
  approveReport(@Arg('input', () => ReportActInput) input: ReportActInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return approveReport(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.decide')
  returnReport(@Arg('input', () => ReturnReportInput) input: ReturnReportInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return returnReport(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.decide')
  publishReport(@Arg('input', () => ReportActInput) input: ReportActInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return publishReport(ctx, input);
  }

  @Mutation(() => AnnualReportPayload)
  @Policy('report.write')
  reviseReport(@Arg('input', () => ReportActInput) input: ReportActInput, @Ctx() ctx: Context): Promise<AnnualReportPayload> {
    return reviseReport(ctx, input);
  }

  @Query(() => ExportType)
  @Policy('report.export')
  async export(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ExportType> {
    return presentExport(await ownExport(ctx, id));
  }

  @Mutation(() => ExportPayload)
  @Policy('report.export')
  startExport(@Arg('input', () => StartExportInput) input: StartExportInput, @Ctx() ctx: Context): Promise<ExportPayload> {
    return startExport(ctx, input);
  }

  @Mutation(() => ExportPayload)
  @Policy('report.export')
  cancelExport(@Arg('input', () => CancelExportInput) input: CancelExportInput, @Ctx() ctx: Context): Promise<ExportPayload> {
    return cancelExport(ctx, input);
  }
}
