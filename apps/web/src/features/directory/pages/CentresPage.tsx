import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, EmptyState, PageHeader, Pager, SheetRow, Skeleton, TextField } from '../../../ui/index.js';
import styles from '../components/Directory.module.css';
import { Local } from '../components/Local.js';
import { OpenNow, OpenNow_now } from '../components/OpenNow.js';
import { centrePath, centresPath, findPath } from '../paths.js';

const CentresPageQuery = graphql(
  `
    query CentresPageQuery($first: Int!, $after: String, $search: String) {
      centres(first: $first, after: $after, search: $search) {
        edges {
          node {
            id
            slug
            kind
            state
            name {
              lang
              text
            }
            territory {
              id
              name {
                lang
                text
              }
            }
            mission {
              lang
              text
            }
            openNow {
              ...OpenNow_now
            }
            structures {
              id
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [OpenNow_now],
);

/** All support centres. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const query = useQuery(CentresPageQuery, { variables: { first: 30, search: search || null } });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'directory.centres.title' })}
        lead={formatMessage({ id: 'directory.centres.lead' })}
        actions={<ButtonLink to={href(findPath())}>{formatMessage({ id: 'directory.find.title' })}</ButtonLink>}
      />
      <div className={styles['filters']}>
        <TextField
          label={formatMessage({ id: 'directory.search' })}
          type="search"
          value={search}
          onChange={(event) => setParams(event.target.value ? { search: event.target.value } : {}, { replace: true })}
        />
      </div>
      <QueryView query={{ ...query, data: query.data ?? query.previousData }} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ centres: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState
              title={formatMessage({ id: search ? 'directory.noMatch' : 'directory.centres.empty' })}
              action={search ? <ButtonLink to={href(centresPath())}>{formatMessage({ id: 'directory.clear' })}</ButtonLink> : undefined}
            />
          ) : (
            <>
              <ul className={styles['rows']}>
                {edges.map(({ node }) => (
                  <li key={node.id} data-row>
                    <h2 lang={node.name.lang}>
                      <Link to={href(centrePath(node))}>{node.name.text}</Link>
                    </h2>
                    <p className={styles['quiet']}>
                      {formatMessage({ id: `directory.centreKind.${node.kind}` })} · <Local of={node.territory.name} /> ·{' '}
                      {formatMessage({ id: 'directory.structures.count' }, { count: node.structures.length })}
                      {node.state !== 'ACTIVE' && <> · {formatMessage({ id: `directory.state.${node.state}` })}</>}
                    </p>
                    {node.mission && <p lang={node.mission.lang}>{node.mission.text}</p>}
                    <p className={styles['quiet']}>
                      <OpenNow now={node.openNow} />
                    </p>
                  </li>
                ))}
              </ul>
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
