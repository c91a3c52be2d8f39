import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError } from './backup-error.js';
import { copyIn, JOBS, JOBS_IN } from './catalog.js';
import type { Manifest } from './format.js';

type Copy = ReturnType<typeof copyFrom>;

/** Feeds the parts of tables, as they come, into one COPY for each table. */
export class RowLoader {
  private current: { name: string; copy: Copy; done: Promise<void> } | undefined;
  private readonly rows: Record<string, number> = {};

  constructor(
    private readonly client: pg.ClientBase,
    private readonly manifest: Manifest,
  ) {}

  /** Takes a part, named `table.number.csv`. */
  async take(part: string, content: AsyncIterable<Buffer>): Promise<void> {
    const name = part.replace(/\.\d+\.csv$/, '');
    if (this.current?.name !== name) {
      await this.close();
      this.current = this.open(name);
    }
    const { copy, done } = this.current;
    for await (const chunk of content) {
      if (copy.errored) await done;
      if (!copy.write(chunk)) await Promise.race([once(copy, 'drain'), done]);
    }
  }

  /** Ends the last table. @returns the rows each table took */
  async end(): Promise<Record<string, number>> {
    await this.close();
    return this.rows;
  }

  private open(name: string) {
    const table = this.manifest.tables.find((each) => each.name === name);
    if (!table && name !== JOBS) throw new BackupError(`The backup holds a table ${name} that it does not name. Nothing was changed.`);
    const copy = this.client.query(copyFrom(table ? copyIn(table) : JOBS_IN));
    const done = new Promise<void>((resolve, reject) => copy.once('finish', resolve).once('error', reject));
    done.catch(() => undefined); // It is waited for where it matters.
    return { name, copy, done };
  }

  private async close(): Promise<void> {
    if (!this.current) return;
    const { name, copy, done } = this.current;
    this.current = undefined;
    copy.end();
    await done;
    this.rows[name] = copy.rowCount;
  }
}
