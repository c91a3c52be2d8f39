import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
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

/**
 * What to decide on an item: kept for whoever begins with it, and given up with the page; whoever comes later sees who has it.
 * @param gone whether it waits no more
 * @param children what to decide; `closed` where another one has it or has decided: then only what is being written stays
 */
export function ClaimedItem({
  subjectId,
  claim,
  gone,
  children,
}: {
  subjectId: string;
  claim: Claim | null;
  gone: boolean;
  children: (closed: boolean) => ReactNode;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [run] = useCommand(ClaimReviewMutation, { refetch: ['ReviewPageQuery'] });
  const [begun, setBegun] = useState(false);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (begun) return () => void latest.current({ subjectId, release: true });
  }, [begun, subjectId]);
  const ofOther = !gone && claim !== null && !claim.mine;
  const closed = gone || ofOther;
  const take = () => {
    if (closed || (begun && claim)) return;
    setBegun(true);
    void run({ subjectId });
  };
  return (
    <div onFocusCapture={take}>
      {ofOther && (
        <p>
          <StatusMark status="none">
            {formatMessage({ id: 'discussions.review.claimedBy' }, { name: claim.by.displayName, time: formats.time(claim.until) })}
          </StatusMark>
        </p>
      )}
      {(!closed || begun) && children(closed)}
      {!closed && claim && (
        <p className="meta">{formatMessage({ id: 'discussions.review.claimedByYou' }, { time: formats.time(claim.until) })}</p>
      )}
    </div>
  );
}

const ReviewOutcomeQuery = graphql(`
  query ReviewOutcomeQuery($id: ID!) {
    post(id: $id) {
      id
      pendingFlags
      state
      decisions {
        id
        kind
        decidedAt
        decidedBy {
          id
          displayName
        }
      }
    }
  }
`);

/** Of an item that waits no more: who dealt with it, and how. */
export function Outcome({ postId }: { postId: string }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const { data } = useQuery(ReviewOutcomeQuery, { variables: { id: postId }, fetchPolicy: 'network-only' });
  const post = data?.post;
  const last = post?.decisions[0];
  if (!last || post.pendingFlags > 0 || post.state === 'HELD') return null;
  return (
    <p role="status">
      <StatusMark status="ok">
        {formatMessage(
          { id: 'discussions.review.handledBy' },
          {
            name: last.decidedBy.displayName,
            time: formats.time(last.decidedAt),
            what: formatMessage({ id: `moderation.kind.${last.kind}` }),
          },
        )}
      </StatusMark>
    </p>
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
