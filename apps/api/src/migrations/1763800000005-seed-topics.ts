import { LANGUAGES, searchText, slugify } from '@stoa/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { v7 } from 'uuid';
import { TOPICS } from './data/topics.js';

/** The first tree of topics. */
export class SeedTopics1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { words, below } of TOPICS) {
      const parentId = await add(runner, words, null);
      for (const child of below) await add(runner, child, parentId);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM topics');
  }
}

async function add(runner: QueryRunner, words: readonly string[], parentId: string | null): Promise<string> {
  const id = v7();
  const texts = words.map((each) => each.split('|'));
  const names = Object.fromEntries(LANGUAGES.map((lang, at) => [lang, texts[at]?.[0] ?? '']));
  const synonyms = Object.fromEntries(LANGUAGES.map((lang, at) => [lang, texts[at]?.slice(1) ?? []]));
  await runner.query('INSERT INTO topics (id, slug, names, synonyms, search, parent_id) VALUES ($1, $2, $3, $4, $5, $6)', [
    id,
    slugify(names['en'] ?? '', 'topic'),
    names,
    synonyms,
    searchText(texts.flat()),
    parentId,
  ]);
  return id;
}
