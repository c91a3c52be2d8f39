import { instant, narratives, reports, revisedDifficulties, type DemoNetwork, type DemoReport } from '@stoa/demo';
import type { NarrativeKey } from '@stoa/domain';
import { openReport } from '../modules/reports/commands/open-report.js';
import {
  acceptFigures,
  approveReport,
  presentReportToMembers,
  publishReport,
  returnReport,
  reviseReport,
  submitReport,
  writeNarrative,
} from '../modules/reports/commands/report-commands.js';
import type { AnnualReportPayload, ReportActInput } from '../modules/reports/report.inputs.js';
import type { Context } from '../platform/context.js';
import { toGlobalId } from '../platform/ids.js';
import { countyLead } from './network-steps.js';
import { done, idOf, type Stage, type Step } from './stage.js';

const YEAR = '2025/26';

/** A report while it is being played. */
class Play {
  private report: ReportActInput = { id: '', expectedVersion: 0 };

  constructor(
    private readonly data: DemoReport,
    private readonly network: DemoNetwork,
  ) {}

  /** Who writes it: the last coordinator, also after the post has ended. */
  private get author(): string {
    return this.network.coordinators.at(-1)?.person ?? '';
  }

  private async act(
    stage: Stage,
    by: string,
    what: string,
    command: (ctx: Context, report: ReportActInput) => Promise<AnnualReportPayload>,
  ): Promise<void> {
    const { report } = await done(`${what} of ${this.network.key}`, command(await stage.as(by), this.report));
    if (report) this.report = { id: report.id, expectedVersion: report.version };
  }

  private write(stage: Stage, key: NarrativeKey, text: string): Promise<void> {
    return this.act(stage, this.author, `narrative ${key}`, (ctx, report) => writeNarrative(ctx, { ...report, key, text }));
  }

  private async open(stage: Stage): Promise<void> {
    await this.act(stage, this.author, 'report', (ctx) =>
      openReport(ctx, { networkId: toGlobalId('Network', idOf(stage.networks, this.network.key).id), year: YEAR }),
    );
    const narrative = narratives[this.network.key];
    for (const [key, text] of Object.entries(narrative ?? {})) if (text !== '') await this.write(stage, key as NarrativeKey, text);
  }

  steps(): Step[] {
    const { opened, presented, submitted, approved, published, returned } = this.data;
    const county = countyLead(this.network);
    const step = (at: string | null | undefined, play: (stage: Stage) => Promise<void>): Step[] => (at ? [{ at: instant(at), play }] : []);
    return [
      ...step(opened, (stage) => this.open(stage)),
      ...step(presented, (stage) => this.act(stage, this.author, 'presenting', presentReportToMembers)),
      ...step(submitted, (stage) => this.act(stage, this.author, 'submitting', submitReport)),
      ...step(approved, (stage) => this.act(stage, county, 'approving', approveReport)),
      ...step(published, (stage) => this.act(stage, county, 'publishing', publishReport)),
      ...step(returned?.at, (stage) =>
        this.act(stage, county, 'returning', (ctx, report) => returnReport(ctx, { ...report, remarks: returned?.remarks ?? '' })),
      ),
      ...step(returned?.revised, async (stage) => {
        await this.act(stage, this.author, 'revising', reviseReport);
        await this.write(stage, 'DIFFICULTIES', revisedDifficulties[this.network.key]?.[this.network.lang] ?? '');
        await this.act(stage, this.author, 'figures', acceptFigures);
        await this.act(stage, this.author, 'presenting again', presentReportToMembers);
      }),
      ...step(returned?.submitted, (stage) => this.act(stage, this.author, 'submitting again', submitReport)),
    ];
  }
}

/** The annual report of a network's closed year. */
export function reportSteps(network: DemoNetwork): Step[] {
  return reports.filter((data) => data.network === network.key).flatMap((data) => new Play(data, network).steps());
}
