import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { ButtonLink, EmptyState, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { PathRow } from '../components/PathRow.js';
import { PathRow_path } from '../path-operations.js';
import { learningPathsPath, newLearningPathPath } from '../paths.js';

const PAGE = 20;

const PathsPageQuery = graphql(
  `
    query PathsPageQuery($first: Int!, $after: String) {
      learningPaths(first: $first, after: $after) {
        edges {
          node {
            ...PathRow_path
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PathRow_path],
);

const OwnPathsPageQuery = graphql(
  `
    query OwnPathsPageQuery($first: Int!, $after: String) {
      ownPaths(first: $first, after: $after) {
        edges {
          node {
            ...PathRow_path
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PathRow_path],
);

const FollowedPathsPageQuery = graphql(
  `
    query FollowedPathsPageQuery($first: Int!, $after: String) {
      followedPaths(first: $first, after: $after) {
        edges {
          node {
            ...PathRow_path
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PathRow_path],
);

const PathsToReviewQuery = graphql(
  `
    query PathsToReviewQuery($first: Int!, $after: String) {
      pathsToReview(first: $first, after: $after) {
        edges {
          node {
            ...PathRow_path
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PathRow_path],
);

const LISTS = ['all', 'followed', 'own', 'review'] as const;
type List = (typeof LISTS)[number];

/** Learning paths: all that one may read, those one follows, has written, or is to decide on. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const [params] = useSearchParams();
  const list: List = (viewer && LISTS.find((each) => each === params.get('list'))) || 'all';
  const to = href(learningPathsPath());
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'learning.paths.title' })}
        lead={formatMessage({ id: 'learning.paths.lead' })}
        actions={
          viewer && (
            <ButtonLink icon={Plus} to={href(newLearningPathPath())}>
              {formatMessage({ id: 'learning.path.new' })}
            </ButtonLink>
          )
        }
      >
        {viewer && (
          <nav className="tabs" aria-label={formatMessage({ id: 'learning.paths.lists' })} data-tabs>
            {LISTS.map((each) => (
              <Link key={each} to={each === 'all' ? to : `${to}?list=${each}`} aria-current={each === list ? 'page' : undefined}>
                {formatMessage({ id: `learning.paths.list.${each}` })}
              </Link>
            ))}
          </nav>
        )}
      </PageHeader>
      <Paths key={list} list={list} />
    </SheetRow>
  );
}

function Paths({ list }: { list: List }) {
  const options = (each: List) => ({ variables: { first: PAGE }, skip: each !== list, fetchPolicy: 'cache-and-network' as const });
  const all = useQuery(PathsPageQuery, options('all'));
  const followed = useQuery(FollowedPathsPageQuery, options('followed'));
  const own = useQuery(OwnPathsPageQuery, options('own'));
  const review = useQuery(PathsToReviewQuery, options('review'));
  const { formatMessage } = useIntl();
  const rows = {
    all: all.data?.learningPaths,
    followed: followed.data?.followedPaths,
    own: own.data?.ownPaths,
    review: review.data?.pathsToReview,
  }[list];
  const query = { all, followed, own, review }[list];
  const more = (): void => {
    const after = { variables: { after: rows?.pageInfo.endCursor ?? null } };
    void (list === 'all'
      ? all.fetchMore(after)
      : list === 'followed'
        ? followed.fetchMore(after)
        : list === 'own'
          ? own.fetchMore(after)
          : review.fetchMore(after));
  };
  return (
    <QueryView query={query as typeof all} page={false} skeleton={<Skeleton shape="rows" lines={6} />}>
      {() =>
        !rows || rows.edges.length === 0 ? (
          <EmptyState title={formatMessage({ id: `learning.paths.none.${list}` })}>
            {formatMessage({ id: 'learning.paths.noneHint' })}
          </EmptyState>
        ) : (
          <>
            <ul className="tasks">
              {rows.edges.map(({ node }) => (
                <PathRow key={node.id} path={node} />
              ))}
            </ul>
            <Pager shown={rows.edges.length} hasMore={rows.pageInfo.hasNextPage} busy={query.loading} onMore={more} />
          </>
        )
      }
    </QueryView>
  );
}
