/** The part of a terminal (or of a log) that progress needs. */
export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * One line of progress for an operator's command: nothing in the first second; then, on a terminal, a line that
 * is written over at most four times a second, and elsewhere a new line every ten seconds.
 * @param now milliseconds of a clock that only goes forward
 */
export function progressLine(output: ProgressOutput, now: () => number): { show(text: () => string): void; end(): void } {
  const started = now();
  let last = started;
  let width = 0;
  return {
    show(text) {
      const time = now();
      if (time - started < 1000 || time - last < (output.isTTY ? 250 : 10_000)) return;
      last = time;
      const line = text();
      output.write(output.isTTY ? `\r${line.padEnd(width)}` : `${line}\n`);
      width = line.length;
    },
    end() {
      if (output.isTTY && width > 0) output.write(`\r${' '.repeat(width)}\r`);
    },
  };
}
