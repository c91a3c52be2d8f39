import { useEffect, useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Markdown, StatusMark } from '../../../ui/index.js';
import styles from './ReviewItem.module.css';

const ClaimReviewMutation = graphql(`
  mutation ClaimReviewMutation($input: ClaimReviewInput!) {
    claimReview(input: $input) {
      claim {
        mine
        until
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

interface Claim {
  mine: boolean;
  until: string;
  by: { displayName: string };
}

/** What to decide on an item: kept for whoever begins with it, and given up with the page; whoever comes later sees who has it. */
export function ClaimedItem({ subjectId, claim, children }: { subjectId: string; claim: Claim | null; children: ReactNode }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [run] = useCommand(ClaimReviewMutation, { refetch: ['ReviewPageQuery'] });
  const claimed = useRef(false);
  const latest = useRef(run);
  latest.current = run;
  useEffect(
    () => () => {
      if (claimed.current) void latest.current({ subjectId, release: true });
    },
    [subjectId],
  );
  if (claim && !claim.mine)
    return (
      <p>
        <StatusMark status="none">
          {formatMessage({ id: 'discussions.review.claimedBy' }, { name: claim.by.displayName, time: formats.time(claim.until) })}
        </StatusMark>
      </p>
    );
  const take = () => {
    if (claimed.current && claim) return;
    claimed.current = true;
    void run({ subjectId });
  };
  return (
    <div onFocusCapture={take}>
      {children}
      {claim && <p className="meta">{formatMessage({ id: 'discussions.review.claimedByYou' }, { time: formats.time(claim.until) })}</p>}
    </div>
  );
}

interface AroundPost {
  id: string;
  no: number;
  html: string | null;
  lang: string | null;
  author: { displayName: string } | null;
}

/** Up to two posts before and two after the one in question, folded. */
export function Around({ posts }: { posts: readonly AroundPost[] }) {
  const { formatMessage } = useIntl();
  const readable = posts.filter(({ html }) => html !== null);
  if (readable.length === 0) return null;
  return (
    <details className={styles['around']}>
      <summary>{formatMessage({ id: 'discussions.review.around' })}</summary>
      {readable.map((post) => (
        <div key={post.id}>
          <p className="meta">
            #{post.no} {post.author?.displayName}
          </p>
          {post.html !== null && <Markdown html={post.html} lang={post.lang ?? undefined} />}
        </div>
      ))}
    </details>
  );
}
