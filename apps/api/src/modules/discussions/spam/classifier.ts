import type { Services } from '../../../platform/services.js';
import { askOutside, OUTSIDE, type OutsideWorld } from '../../../platform/outside/outside-request.js';

const ASK = { method: 'POST', types: ['application/json'], maxBytes: 16_384, timeoutMs: 2_000, redirects: 0 } as const;

/** What of a post may leave Stoa: words without addresses of people and without the names by which they are mentioned. */
export function withoutPeople(text: string): string {
  return text.replaceAll(/[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[^\s@<>()[\]]+/gu, '@').replaceAll(/@[\p{L}\p{N}_-]+/gu, '@');
}

/**
 * Whether an outside classifier takes a text for spam. It is told text, language and links, and nothing of who wrote it; one that is slow,
 * away or speaks otherwise says nothing.
 */
export async function classifiedAsSpam(
  { config, log }: Pick<Services, 'config' | 'log'>,
  post: { body: string; lang: string; links: readonly string[] },
  world: OutsideWorld = OUTSIDE,
): Promise<boolean> {
  const { classifierUrl, classifierToken } = config.spam;
  if (classifierUrl === null) return false;
  try {
    const { body } = await askOutside(
      classifierUrl,
      {
        ...ASK,
        headers: { 'content-type': 'application/json', ...(classifierToken !== null && { authorization: `Bearer ${classifierToken}` }) },
        body: JSON.stringify({ text: withoutPeople(post.body), lang: post.lang, links: post.links }),
      },
      world,
    );
    const answer: unknown = JSON.parse(body.toString('utf8'));
    return typeof answer === 'object' && answer !== null && 'spam' in answer && answer.spam === true;
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'the classifier of spam gave no answer');
    return false;
  }
}
