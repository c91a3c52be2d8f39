import { skipToken, useQuery } from '@apollo/client/react';
import { use, useMemo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { LinkPreviewsContext, LinkPreviewsQuery } from './link-previews.js';
import styles from './LinkPreviews.module.css';

const LINK = 'href="http';
/** So many posts at once may be asked about. */
const ASKED = 100;

/** Asks once for the links of all posts of a page, after they are shown; where none has a link, nothing. */
export function LinkPreviewsProvider({ posts, children }: { posts: readonly { id: string; html: string | null }[]; children: ReactNode }) {
  const postIds = posts.filter(({ html }) => html?.includes(LINK)).map(({ id }) => id);
  const { data, previousData } = useQuery(
    LinkPreviewsQuery,
    postIds.length === 0 ? skipToken : { variables: { postIds: postIds.slice(-ASKED) } },
  );
  const found = data ?? previousData;
  const byPost = useMemo(() => new Map(found?.linkPreviews.map(({ postId, previews }) => [postId, previews])), [found]);
  return <LinkPreviewsContext value={byPost}>{children}</LinkPreviewsContext>;
}

/** What stands where a post's links lead, in words alone: nothing is loaded from there. */
export function LinkPreviews({ postId }: { postId: string }) {
  const { formatMessage } = useIntl();
  const previews = use(LinkPreviewsContext).get(postId);
  if (!previews) return null;
  return (
    <ul className={styles['previews']} aria-label={formatMessage({ id: 'discussions.links' })}>
      {previews.map(({ url, title, description, site }) => (
        <li key={url}>
          <a className="link" href={url} rel="nofollow noopener ugc">
            {title}
          </a>
          {description !== null && <p>{description}</p>}
          <span className="meta">{site}</span>
        </li>
      ))}
    </ul>
  );
}
