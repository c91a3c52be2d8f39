import { EXPORT_FORMATS, parseSchoolYear, type ExportFormat } from '@stoa/domain';
import { Option, type Command } from 'commander';
import { countyReportFiles } from '../modules/reports/index.js';
import { dateIn } from '../platform/clock.js';
import { archive, type ArchiveEntry } from '../platform/documents/archive.js';
import { closePdfWriter } from '../platform/documents/pdf.js';
import { writeFileAtomically } from '../platform/files/atomic-file.js';
import { say, withServices } from './with-services.js';

interface Options {
  county: string;
  year: string;
  format: ExportFormat;
  output: string;
}

/** `export reports`: all annual reports of a county and school year as one archive. */
export function addExport(program: Command): void {
  const group = program.command('export').description('write what Stoa holds to files');
  group
    .command('reports')
    .description('write all annual reports of a county and school year to one ZIP archive')
    .requiredOption('--county <code>', 'official code of the county')
    .requiredOption('--year <year>', 'school year, such as 2026/27')
    .addOption(new Option('--format <format>', 'format of each report').choices(EXPORT_FORMATS).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'the archive; replaced where it exists')
    .action(run);
}

async function run({ county: code, year: text, format, output }: Options): Promise<void> {
  const year = parseSchoolYear(text);
  if (!year) throw new Error(`"${text}" is no school year; write it as 2026/27.`);
  await withServices(async ({ services }) => {
    const county = await services.db.row<{ id: string }>(`SELECT id FROM territories WHERE code = $1 AND kind = 'COUNTY'`, [
      code.toUpperCase(),
    ]);
    if (!county) throw new Error(`There is no county with the code ${code}.`);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort(new Error('Stopped; nothing was kept.')));
    const { total, files } = await countyReportFiles(services, { format, countyId: county.id, year });
    const entries: AsyncIterable<ArchiveEntry> = files;
    const onProgress = (done: number) => done % 10 === 0 && say(`${done} of ${total} reports`);
    const date = dateIn(services.clock.now(), services.config.timeZone);
    const { size } = await writeFileAtomically(output, archive(entries, { date, signal: stop.signal, onProgress }), {
      signal: stop.signal,
    });
    await closePdfWriter();
    process.stdout.write(`${total} reports written to ${output}, ${size} bytes\n`);
  });
}
