import { useQuery } from '@apollo/client/react';
import { SCHOOL_LEVELS } from '@stoa/domain';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  ButtonLink,
  Combobox,
  DataTable,
  EmptyState,
  PageHeader,
  Pager,
  SelectField,
  SheetRow,
  Skeleton,
  TextField,
} from '../../../ui/index.js';
import styles from '../components/Directory.module.css';
import { Local } from '../components/Local.js';
import { schoolPath, schoolsPath } from '../paths.js';

const SchoolsPlaceQuery = graphql(`
  query SchoolsPlaceQuery($slug: String!) {
    territory(slug: $slug) {
      id
      slug
      name {
        lang
        text
      }
    }
  }
`);

const SchoolsPlacesQuery = graphql(`
  query SchoolsPlacesQuery($search: String!) {
    territories(first: 8, search: $search) {
      edges {
        node {
          id
          slug
          kind
          name {
            lang
            text
          }
        }
      }
    }
  }
`);

const SchoolsPageQuery = graphql(`
  query SchoolsPageQuery($first: Int!, $after: String, $within: ID, $level: SchoolLevel, $search: String) {
    schools(first: $first, after: $after, within: $within, level: $level, search: $search) {
      edges {
        node {
          id
          slug
          name
          lang
          level
          state
          city
          territory {
            id
            name {
              lang
              text
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Schools by place, level and name. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [params, setParams] = useSearchParams();
  const within = params.get('within');
  const level = SCHOOL_LEVELS.find((each) => each === params.get('level')) ?? null;
  const search = params.get('search') ?? '';
  const place = useQuery(SchoolsPlaceQuery, { variables: { slug: within ?? '' }, skip: within === null });
  const territory = within === null ? null : (place.data?.territory ?? null);
  const query = useQuery(SchoolsPageQuery, {
    variables: { first: 50, within: territory?.id ?? null, level, search: search || null },
    skip: within !== null && place.data === undefined,
  });
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <SheetRow>
      <PageHeader
        title={
          territory
            ? formatMessage({ id: 'directory.schools.titleIn' }, { place: territory.name.text })
            : formatMessage({ id: 'directory.schools.title' })
        }
        lead={formatMessage({ id: 'directory.schools.lead' })}
      />
      <div className={styles['filters']}>
        <TextField
          label={formatMessage({ id: 'directory.search' })}
          type="search"
          value={search}
          onChange={(event) => set('search', event.target.value)}
        />
        <PlaceFilter
          value={territory && { value: territory.slug, label: territory.name.text, lang: territory.name.lang }}
          onChange={(slug) => set('within', slug)}
        />
        <SelectField
          label={formatMessage({ id: 'directory.level' })}
          value={level ?? ''}
          placeholder={formatMessage({ id: 'directory.allLevels' })}
          choices={SCHOOL_LEVELS.map((each) => ({ value: each, label: formatMessage({ id: `directory.schoolLevel.${each}` }) }))}
          onChange={(event) => set('level', event.target.value)}
        />
      </div>
      <QueryView query={{ ...query, data: query.data ?? query.previousData }} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ schools: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState
              title={formatMessage({ id: 'directory.noMatch' })}
              action={<ButtonLink to={href(schoolsPath())}>{formatMessage({ id: 'directory.clear' })}</ButtonLink>}
            />
          ) : (
            <>
              <DataTable
                caption={formatMessage({ id: 'directory.schools.title' })}
                captionHidden
                rows={edges.map(({ node }) => node)}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'name',
                    header: formatMessage({ id: 'directory.school' }),
                    cell: (row) => (
                      <Link to={href(schoolPath(row))} lang={row.lang}>
                        {row.name}
                      </Link>
                    ),
                    whole: true,
                  },
                  {
                    key: 'level',
                    header: formatMessage({ id: 'directory.level' }),
                    cell: (row) => formatMessage({ id: `directory.schoolLevel.${row.level}` }),
                  },
                  {
                    key: 'place',
                    header: formatMessage({ id: 'directory.municipality' }),
                    cell: (row) => <Local of={row.territory.name} />,
                  },
                  {
                    key: 'city',
                    header: formatMessage({ id: 'directory.city' }),
                    cell: (row) => (row.state === 'ACTIVE' ? row.city : formatMessage({ id: `directory.state.${row.state}` })),
                  },
                ]}
              />
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
    </SheetRow>
  );
}

function PlaceFilter({
  value,
  onChange,
}: {
  value: { value: string; label: string; lang: string } | null;
  onChange: (slug: string | null) => void;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(SchoolsPlacesQuery, { variables: { search }, skip: search.trim() === '' });
  const options = search.trim() === '' ? [] : ((data ?? previousData)?.territories.edges ?? []);
  return (
    <Combobox
      label={formatMessage({ id: 'directory.place' })}
      value={value}
      busy={loading}
      onQuery={setTyped}
      onChange={(option) => onChange(option?.value ?? null)}
      options={options.map(({ node }) => ({
        value: node.slug,
        label: node.name.text,
        lang: node.name.lang,
        hint: formatMessage({ id: `directory.territoryKind.${node.kind}` }),
      }))}
    />
  );
}
