import { decodeText } from '../../../platform/extract/decode-text.js';

/** More than a film of a day has. */
const MOST_CUES = 20_000;
/** What stands on a screen at once; the rest of a cue is not looked at. */
const [MOST_LINES, MOST_LETTERS] = [20, 1_000];

/** `01:02:03.456` of WebVTT and `01:02:03,456` of SubRip; hours may be left out. */
const TIME = String.raw`(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`, 'u');

interface Cue {
  start: number;
  end: number;
  text: string;
}

/**
 * Subtitles in WebVTT, written anew from WebVTT or SubRip in whatever encoding: times and words, and nothing else that the file held; no
 * styles, regions, notes, places on the screen or marks (W3C WebVTT, section 4).
 * @returns null where there are none in it
 */
export function writeSubtitles(content: Buffer): string | null {
  const cues = readCues(decodeText(content));
  if (cues.length === 0) return null;
  return `WEBVTT\n\n${cues.map(({ start, end, text }) => `${clock(start)} --> ${clock(end)}\n${text}\n`).join('\n')}`;
}

function readCues(text: string): Cue[] {
  const cues: Cue[] = [];
  const lines = text.replace(/\0/gu, '').split(/\r\n|\r|\n/u);
  for (let at = 0; at < lines.length && cues.length < MOST_CUES; at += 1) {
    const times = TIMING.exec(lines[at] ?? '');
    if (!times) continue;
    const said: string[] = [];
    for (at += 1; at < lines.length && lines[at]?.trim() !== '' && !TIMING.test(lines[at] ?? ''); at += 1) said.push(lines[at] ?? '');
    // The line of the next times is looked at again.
    if (TIMING.test(lines[at] ?? '')) at -= 1;
    const [start, end] = [milliseconds(times.slice(1, 5)), milliseconds(times.slice(5, 9))];
    const words = plainWords(said.slice(0, MOST_LINES));
    if (end > start && words !== '') cues.push({ start, end, text: words });
  }
  return cues;
}

function milliseconds([hours, minutes, seconds, rest]: (string | undefined)[]): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1_000 + Number((rest ?? '').padEnd(3, '0'));
}

function clock(time: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(time / 1_000);
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(time % 1_000).padStart(3, '0')}`;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"', apos: "'" };

/** The words of a cue: who speaks (`<v Name>`) before them, everything else that stands between angles or braces left out. */
function plainWords(lines: readonly string[]): string {
  const words = lines.map((line) =>
    line
      .slice(0, MOST_LETTERS)
      .replace(/<v(?:\.[^\s<>]{0,80})?\s{1,9}([^<>]{1,80})>/gu, '$1: ')
      .replace(/<[^>]*>?/gu, '')
      .replace(/\{\\[^{}]{0,200}\}/gu, '')
      .replace(/&(\w{2,4});/gu, (whole, name: string) => NAMED[name] ?? whole)
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return words
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, MOST_LETTERS)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
