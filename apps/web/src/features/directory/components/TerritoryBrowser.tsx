import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, DataTable, EmptyState, Pager, Section } from '../../../ui/index.js';
import { importsPath, placesPath, schoolsPath } from '../paths.js';
import { Local } from './Local.js';

const Territory_row = graphql(`
  fragment Territory_row on Territory {
    id
    slug
    code
    kind
    state
    validTo
    name {
      lang
      text
    }
  }
`);

const CountriesQuery = graphql(
  `
    query CountriesQuery($first: Int!, $after: String) {
      territories(first: $first, after: $after, kind: COUNTRY) {
        edges {
          node {
            ...Territory_row
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Territory_row],
);

const TerritoryQuery = graphql(
  `
    query TerritoryQuery($slug: String!) {
      territory(slug: $slug) {
        ...Territory_row
        ancestors {
          id
          slug
          name {
            lang
            text
          }
        }
        children(first: 100) {
          edges {
            node {
              ...Territory_row
            }
          }
        }
      }
    }
  `,
  [Territory_row],
);

interface Row {
  id: string;
  slug: string;
  code: string;
  kind: 'COUNTRY' | 'REGION' | 'COUNTY' | 'MUNICIPALITY';
  state: 'CURRENT' | 'ENDED';
  validTo: string | null;
  name: { lang: string; text: string };
}

/** The tree of territories, one level at a time. */
export function TerritoryBrowser({ within }: { within: string | null }) {
  return within ? <Below slug={within} /> : <Countries />;
}

function Countries() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(CountriesQuery, { variables: { first: 50 } });
  return (
    <QueryView query={query} page={false}>
      {({ territories: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <EmptyState
            title={formatMessage({ id: 'directory.places.empty' })}
            action={<ButtonLink to={href(importsPath())}>{formatMessage({ id: 'directory.import.title' })}</ButtonLink>}
          />
        ) : (
          <>
            <Table rows={edges.map(({ node }) => node)} caption={formatMessage({ id: 'directory.places.tab.territories' })} />
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
  );
}

function Below({ slug }: { slug: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(TerritoryQuery, { variables: { slug } });
  return (
    <QueryView query={query} page={false}>
      {({ territory }) =>
        territory ? (
          <Section
            title={<Local of={territory.name} />}
            count={territory.code}
            end={
              territory.kind !== 'COUNTRY' && (
                <Link to={href(schoolsPath(territory.slug))}>{formatMessage({ id: 'directory.schools.title' })}</Link>
              )
            }
          >
            <p>
              <Link to={href(placesPath())}>{formatMessage({ id: 'directory.places.tab.territories' })}</Link>
              {territory.ancestors.map((each) => (
                <span key={each.id}>
                  {' / '}
                  <Link to={href(placesPath({ within: each.slug }))} lang={each.name.lang}>
                    {each.name.text}
                  </Link>
                </span>
              ))}
            </p>
            {territory.children.edges.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'directory.places.leaf' })} />
            ) : (
              <Table rows={territory.children.edges.map(({ node }) => node)} caption={territory.name.text} />
            )}
          </Section>
        ) : (
          <EmptyState title={formatMessage({ id: 'directory.noMatch' })} />
        )
      }
    </QueryView>
  );
}

function Table({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const href = useHref();
  return (
    <DataTable
      caption={caption}
      captionHidden
      compact
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: formatMessage({ id: 'directory.name' }),
          cell: ({ slug, name }) => (
            <Link to={href(placesPath({ within: slug }))} lang={name.lang}>
              {name.text}
            </Link>
          ),
        },
        {
          key: 'kind',
          header: formatMessage({ id: 'directory.import.kind' }),
          cell: ({ kind }) => formatMessage({ id: `directory.territoryKind.${kind}` }),
        },
        { key: 'code', header: formatMessage({ id: 'directory.codeLabel' }), cell: ({ code }) => code },
        { key: 'state', header: formatMessage({ id: 'directory.places.validTo' }), cell: ({ validTo }) => (validTo ? date(validTo) : '–') },
      ]}
    />
  );
}
