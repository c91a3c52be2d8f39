import { matchesTokens, searchFold, searchText } from '@stoa/domain';
import { skipToken, useQuery } from '@apollo/client/react';
import {
  BookOpen,
  FileText,
  GraduationCap,
  Landmark,
  LayoutGrid,
  MessagesSquare,
  School,
  Search,
  Tag,
  UserRound,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { useNavigation } from '../../../app/shell/navigation.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, EmptyState, Icon, PageHeader, Section, SheetRow, Skeleton, TaskRow } from '../../../ui/index.js';
import { SearchTabs } from '../components/SearchTabs.js';
import styles from './SearchPage.module.css';

const SearchPageQuery = graphql(`
  query SearchPageQuery($query: String!, $first: Int!) {
    search(query: $query, first: $first) {
      meant
      groups {
        kind
        hasMore
        hits {
          id
          title
          lang
          detail
          detailLang
          path
        }
      }
    }
  }
`);

type Found = ResultOf<typeof SearchPageQuery>['search'];
type Group = Found['groups'][number];

const FEW = 6;
const MANY = 100;
const QUERY_MAX = 200;

const ICONS: Record<Group['kind'], LucideIcon> = {
  NETWORK: Waypoints,
  THREAD: MessagesSquare,
  RESOURCE: BookOpen,
  TOPIC: Tag,
  STRUCTURE: LayoutGrid,
  CENTRE: Landmark,
  SCHOOL: School,
  PERSON: UserRound,
};

/** Everything of a name that the reader may see. */
export function Component() {
  const { formatMessage } = useIntl();
  const [params] = useSearchParams();
  const q = (params.get('q') ?? '').trim().slice(0, QUERY_MAX);
  const first = params.get('all') === null ? FEW : MANY;
  const query = useQuery(SearchPageQuery, q === '' ? skipToken : { variables: { query: q, first } });
  return (
    <SheetRow>
      <PageHeader title={q === '' ? formatMessage({ id: 'search.title' }) : formatMessage({ id: 'search.titleOf' }, { query: q })}>
        <SearchTabs q={q} />
      </PageHeader>
      <SearchForm q={q} />
      {q === '' ? (
        <EmptyState title={formatMessage({ id: 'search.start' })}>{formatMessage({ id: 'search.startHint' })}</EmptyState>
      ) : (
        <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
          {({ search }) => <Results q={q} found={search} />}
        </QueryView>
      )}
    </SheetRow>
  );
}

function SearchForm({ q }: { q: string }) {
  const { formatMessage } = useIntl();
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  return (
    <form
      role="search"
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setParams({ q: typed });
      }}
    >
      <input
        className="input"
        type="search"
        name="q"
        maxLength={QUERY_MAX}
        aria-label={formatMessage({ id: 'search.label' })}
        placeholder={formatMessage({ id: 'search.label' })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button kind="primary" type="submit" icon={Search}>
        {formatMessage({ id: 'search.submit' })}
      </Button>
    </form>
  );
}

function Results({ q, found }: { q: string; found: Found }) {
  const { formatMessage } = useIntl();
  const pages = usePages(q);
  if (found.groups.length === 0 && pages.length === 0)
    return <EmptyState title={formatMessage({ id: 'search.none' }, { query: q })}>{formatMessage({ id: 'search.noneHint' })}</EmptyState>;
  return (
    <>
      {found.meant !== null && (
        <p className="meta" role="status">
          {formatMessage({ id: 'search.meant' }, { query: found.meant })}
        </p>
      )}
      {found.groups.map((group) => (
        <ResultGroup key={group.kind} group={group} />
      ))}
      {pages.length > 0 && (
        <Section title={formatMessage({ id: 'search.kind.PAGE' })} count={pages.length}>
          <ul>
            {pages.map((page) => (
              <TaskRow key={page.path} mark={<Icon of={page.icon ?? FileText} />} title={page.label} to={page.to} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function ResultGroup({ group }: { group: Group }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [params, setParams] = useSearchParams();
  const more = () => {
    const next = new URLSearchParams(params);
    next.set('all', '1');
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Section title={formatMessage({ id: `search.kind.${group.kind}` })} count={group.hasMore ? `${group.hits.length}+` : group.hits.length}>
      <ul>
        {group.hits.map((hit) => (
          <TaskRow
            key={hit.id}
            mark={<Icon of={group.kind === 'TOPIC' ? GraduationCap : ICONS[group.kind]} />}
            title={hit.title}
            {...(hit.lang !== null && { lang: hit.lang })}
            to={href(hit.path)}
            detail={hit.detail !== null && <span lang={hit.detailLang ?? undefined}>{hit.detail}</span>}
          />
        ))}
      </ul>
      {group.hasMore && params.get('all') === null && (
        <Button kind="quiet" onClick={more}>
          {formatMessage({ id: 'search.more' })}
        </Button>
      )}
    </Section>
  );
}

/** Pages of the interface whose names begin with the words typed; only those that the reader's rail has. */
function usePages(q: string) {
  const { viewer } = useViewer();
  const groups = useNavigation(viewer);
  const href = useHref();
  const tokens = searchFold(q);
  if (tokens.length === 0) return [];
  return groups
    .flatMap((group) => group.items.map((item) => ({ ...item, to: href(item.path), text: searchText([item.label, group.label ?? '']) })))
    .filter((item) => matchesTokens(item.text, tokens));
}
