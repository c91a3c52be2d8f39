import { summaryLine, terminalProgress } from './progress.js';

const summary = { read: 413, created: 400, updated: 3, skipped: 8, errors: 2, errorsByKind: [], cancelled: false };

function run(isTTY: boolean, times: readonly number[]): string[] {
  const written: string[] = [];
  let time = 0;
  const progress = terminalProgress({ isTTY, write: (text) => written.push(text) }, () => time);
  for (time of times) progress.show({ fraction: time / 4000, summary });
  progress.end();
  return written;
}

it('says nothing about work under a second', () => {
  expect(run(true, [0, 500, 999])).toEqual([]);
});

it('writes one line over on a terminal and clears it', () => {
  const line = ' 50 % · 413 read, 400 created, 3 updated, 8 skipped, 2 errors';
  expect(run(true, [500, 2000, 2100])).toEqual([`\r${line}`, `\r${' '.repeat(line.length)}\r`]);
});

it('writes a line every ten seconds to a log', () => {
  expect(run(false, [2000, 10_000, 15_000, 20_000])).toHaveLength(2);
});

it('ends with the figures', () => {
  expect(summaryLine(summary)).toBe('413 read, 400 created, 3 updated, 8 skipped, 2 errors');
});
