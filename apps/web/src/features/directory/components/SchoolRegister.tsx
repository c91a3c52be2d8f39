import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, EmptyState, Pager, Section } from '../../../ui/index.js';
import { schoolsPath } from '../paths.js';
import { CreateSchoolDialog } from './CreateSchoolDialog.js';
import styles from './Directory.module.css';
import { Local } from './Local.js';
import { SchoolGroupDialog, SchoolGroupDialog_schoolGroup } from './SchoolGroupDialog.js';

const SchoolRegisterQuery = graphql(
  `
    query SchoolRegisterQuery($first: Int!, $after: String) {
      schoolGroups(first: $first, after: $after) {
        edges {
          node {
            ...SchoolGroupDialog_schoolGroup
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [SchoolGroupDialog_schoolGroup],
);
type Group = FragmentOf<typeof SchoolGroupDialog_schoolGroup>;

/** Schools and groups of schools: add a school, add a group, change its name and schools. */
export function SchoolRegister() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [adding, setAdding] = useState(false);
  const [group, setGroup] = useState<Group | 'new' | null>(null);
  const query = useQuery(SchoolRegisterQuery, { variables: { first: 30 } });
  return (
    <>
      <Section
        title={formatMessage({ id: 'directory.schools.title' })}
        end={<Button onClick={() => setAdding(true)}>{formatMessage({ id: 'directory.schools.create' })}</Button>}
      >
        <p>
          <Link to={href(schoolsPath())}>{formatMessage({ id: 'directory.schools.all' })}</Link>
        </p>
        {adding && <CreateSchoolDialog onClose={() => setAdding(false)} />}
      </Section>
      <QueryView query={query} page={false}>
        {({ schoolGroups: { edges, pageInfo } }) => (
          <Section
            title={formatMessage({ id: 'directory.groups.title' })}
            count={edges.length}
            end={<Button onClick={() => setGroup('new')}>{formatMessage({ id: 'directory.groups.create' })}</Button>}
          >
            {edges.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'directory.groups.empty' })}>
                {formatMessage({ id: 'directory.groups.emptyText' })}
              </EmptyState>
            ) : (
              <ul className={styles['rows']}>
                {edges.map(({ node }) => (
                  <li key={node.id} data-row>
                    <h3 lang={node.lang}>{node.name}</h3>
                    <p className={styles['quiet']}>
                      <Local of={node.county.name} /> · {formatMessage({ id: 'directory.groups.count' }, { count: node.schools.length })}
                    </p>
                    <div className="button-row">
                      <Button kind="quiet" onClick={() => setGroup(node)}>
                        {formatMessage({ id: 'directory.groups.change' }, { name: node.name })}
                      </Button>
                    </div>
                  </li>
                ))}
              </ul>
            )}
            <Pager
              shown={edges.length}
              hasMore={pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
            />
          </Section>
        )}
      </QueryView>
      {group && (
        <SchoolGroupDialog group={group === 'new' ? null : group} onClose={() => setGroup(null)} onRefresh={() => void query.refetch()} />
      )}
    </>
  );
}
