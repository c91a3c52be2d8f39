import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../reports');

/** What a rig found: a row for each promise, and remarks. */
export class Report {
  rows = [];
  remarks = [];

  constructor(title) {
    this.title = title;
    this.began = Date.now();
  }

  /** A promise of the reliability page, the figure found, and whether it holds. */
  row(promise, figure, holds) {
    this.rows.push({ promise, figure: String(figure), holds: Boolean(holds) });
  }

  /** Nothing can be shown on this machine, which is no fault of the program. */
  skip(reason) {
    this.skipped = reason;
  }

  /** A figure that promises nothing. */
  note(remark) {
    this.remarks.push(remark);
  }

  get holds() {
    return Boolean(this.skipped) || (this.rows.length > 0 && this.rows.every(({ holds }) => holds));
  }

  get verdict() {
    if (this.skipped) return `NOT RUN, nothing shown: ${this.skipped}`;
    return this.holds ? 'holds' : 'DOES NOT HOLD';
  }

  /** Writes `<name>.md` and `<name>.json`, and what the programs logged beside them. @returns the Markdown */
  write(name, isShort, log) {
    const seconds = Math.round((Date.now() - this.began) / 1000);
    const markdown = [
      `# ${this.title}`,
      '',
      `${new Date().toISOString().slice(0, 16)}Z, ${isShort ? 'short form' : 'long form'}, ${seconds} s: **${this.verdict}**`,
      '',
      '| promise | figure | holds |',
      '| --- | --- | --- |',
      ...this.rows.map(({ promise, figure, holds }) => `| ${cell(promise)} | ${cell(figure)} | ${holds ? 'yes' : '**no**'} |`),
      '',
      ...this.remarks.map((remark) => `- ${remark.replaceAll('\n', ' ')}`),
      '',
    ].join('\n');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.md`), markdown);
    writeFileSync(join(folder, `${name}.log`), log);
    const { title, rows, remarks, holds, verdict } = this;
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ name, title, isShort, seconds, holds, verdict, rows, remarks }, null, 1));
    return markdown;
  }
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
