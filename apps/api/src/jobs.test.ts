import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobHandlers } from './jobs.js';

/** Names of messages in the program's own text: what is published, and what is put into the queue for the clock. */
const PUBLISHED = /\bpublish\(\s*\w+,\s*'(\w+)'/gu;

it('has somebody to listen to every message that is published: others would wait in the queue for ever', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const published = new Set(
    files.flatMap((name) =>
      [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(PUBLISHED)].map(([, message]) => message ?? ''),
    ),
  );
  expect(published.size).toBeGreaterThan(30);
  expect([...published].filter((message) => !(message in jobHandlers))).toEqual([]);
});
