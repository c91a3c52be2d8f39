import { LANGUAGES, type Language } from '@stoa/domain';
import { translator } from '../../../platform/i18n/translate.js';
import type { OutsideWorld } from '../../../platform/outside/outside-request.js';
import type { SpamSettings } from '../../../platform/config.js';
import type { Tx } from '../../../platform/database/database.js';
import type { Services } from '../../../platform/services.js';
import { holdForReview } from '../../moderation/index.js';
import { classifiedAsSpam } from './classifier.js';
import { spamMessages } from './messages.js';

/** Links of the last days are looked at. */
const DAYS = 7;

/** The condition that the author of `posts p` is new in its network at $2, $3 days being new. */
const NEW = (post: string): string =>
  `EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = ${post}.author_id AND m.network_id = ${post}.network_id AND m.state = 'ACTIVE'
     AND m.joined_at > $2::timestamptz - make_interval(days => $3::int))`;

/** How often the links of a new member's post were posted: by the author, and by how many new members. */
const POST = `
  SELECT p.body, p.lang, n.lang AS network_lang, ARRAY(SELECT l.url FROM post_links l WHERE l.post_id = p.id ORDER BY l.place) AS links,
    coalesce((SELECT max(greatest(k.own, k.authors)) FROM post_links l CROSS JOIN LATERAL (
      SELECT count(DISTINCT o.id) FILTER (WHERE o.author_id = p.author_id)::int AS own, count(DISTINCT o.author_id)::int AS authors
      FROM post_links s JOIN posts o ON o.id = s.post_id
      WHERE s.url = l.url AND o.created_at > $2::timestamptz - interval '${String(DAYS)} days' AND ${NEW('o')}) k WHERE l.post_id = p.id), 0) AS repeated
  FROM posts p JOIN networks n ON n.id = p.network_id
  WHERE p.id = $1 AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND ${NEW('p')}
    AND NOT EXISTS (SELECT 1 FROM moderation_decisions d WHERE d.subject_type = 'Post' AND d.subject_id = p.id)`;

const judges = ({ newMemberDays, repeatedLinks, classifierUrl }: SpamSettings): boolean =>
  newMemberDays > 0 && (repeatedLinks > 0 || classifierUrl !== null);

/** Has the posts of new members among these judged, in the transaction that takes them in. */
export async function haveNewMembersJudged(tx: Tx, ids: readonly string[], { spam, at }: { spam: SpamSettings; at: Date }): Promise<void> {
  if (!judges(spam)) return;
  await tx.rows(
    `SELECT graphile_worker.add_job('PostTakenIn', json_build_object('postId', p.id), max_attempts => 12) IS NULL AS told
     FROM posts p WHERE p.id = ANY($1) AND ${NEW('p')}`,
    [ids, at, spam.newMemberDays],
  );
}

interface Judged {
  body: string;
  lang: string;
  network_lang: string;
  links: string[];
  repeated: number;
}

/** Holds a new member's post that looks like spam, until somebody has looked at it. Doing it twice does it once. */
export async function judgePost(services: Services, postId: string, world?: OutsideWorld): Promise<void> {
  const { db, clock, config } = services;
  const { newMemberDays, repeatedLinks } = config.spam;
  if (!judges(config.spam)) return;
  const at = clock.now();
  const post = await db.row<Judged>(POST, [postId, at, newMemberDays]);
  if (!post) return;
  const why =
    repeatedLinks > 0 && post.repeated >= repeatedLinks
      ? 'repeatedLinks'
      : (await classifiedAsSpam(services, post, world))
        ? 'classified'
        : null;
  if (why === null) return;
  const lang: Language = LANGUAGES.find((each) => each === post.network_lang) ?? 'en';
  const reason = translator(spamMessages, lang)(why);
  await db.transaction((tx) => holdForReview(tx, 'Post', postId, { reason, at }));
}
