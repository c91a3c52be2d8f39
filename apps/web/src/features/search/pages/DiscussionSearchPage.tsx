import { skipToken, useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { EmptyState, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { DiscussionSearchForm } from '../components/DiscussionSearchForm.js';
import { FoundPosts } from '../components/FoundPosts.js';
import { SearchTabs } from '../components/SearchTabs.js';
import { DiscussionSearchPageQuery } from '../found-operations.js';
import { discussionSearchPath, type DiscussionSearch } from '../paths.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const TEXT = /^.{1,200}$/u;

/** What each word of the address may be. */
const FORMS: Readonly<Record<keyof DiscussionSearch, RegExp>> = {
  q: TEXT,
  network: /^[a-z0-9-]{1,100}$/,
  category: /^ThreadCategory_[0-9a-f-]{36}$/,
  author: TEXT,
  kind: /^(QUESTION|DISCUSSION)$/,
  answered: /^(yes|no)$/,
  from: DAY,
  to: DAY,
};

/** The search that an address names; what cannot be one is left out. */
function searchOf(parameters: URLSearchParams): DiscussionSearch {
  return Object.fromEntries(
    Object.entries(FORMS).flatMap(([key, form]) => {
      const value = (parameters.get(key) ?? '').trim();
      return form.test(value) ? [[key, value]] : [];
    }),
  );
}

/** What people wrote in the discussions that the reader may see. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { q = '', answered, ...rest } = searchOf(parameters);
  const search = { query: q, ...rest, answered: answered === undefined ? null : answered === 'yes' };
  const query = useQuery(DiscussionSearchPageQuery, q === '' ? skipToken : { variables: { search }, fetchPolicy: 'cache-and-network' });
  return (
    <SheetRow>
      <PageHeader title={q === '' ? formatMessage({ id: 'search.title' }) : formatMessage({ id: 'search.titleOf' }, { query: q })}>
        <SearchTabs q={q} />
      </PageHeader>
      <DiscussionSearchForm
        key={parameters.toString()}
        search={searchOf(parameters)}
        onSearch={(next) => void navigate(href(discussionSearchPath(next)))}
      />
      {q === '' ? (
        <EmptyState title={formatMessage({ id: 'search.start' })}>{formatMessage({ id: 'search.discussionsHint' })}</EmptyState>
      ) : (
        <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
          {({ searchPosts: { edges, pageInfo } }) =>
            edges.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'search.none' }, { query: q })}>{formatMessage({ id: 'search.noneHint' })}</EmptyState>
            ) : (
              <>
                <FoundPosts posts={edges.map(({ node }) => node)} />
                <Pager
                  shown={edges.length}
                  hasMore={pageInfo.hasNextPage}
                  busy={query.loading}
                  onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
                />
              </>
            )
          }
        </QueryView>
      )}
    </SheetRow>
  );
}
