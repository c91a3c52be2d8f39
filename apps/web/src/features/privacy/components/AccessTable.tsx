import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { DataTable, Pager } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';

const DataAccessesQuery = graphql(`
  query DataAccessesQuery($first: Int!, $after: String) {
    dataAccesses(first: $first, after: $after) {
      edges {
        node {
          id
          at
          act
          by {
            id
            handle
            displayName
          }
          byErased
          roles
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Access = ResultOf<typeof DataAccessesQuery>['dataAccesses']['edges'][number]['node'];

const PAGE = 20;
/** Acts that have words of their own; what came later goes by general ones. */
const ACTS = ['viewContact', 'suspendPerson', 'reactivatePerson', 'deactivatePerson', 'mergePeople', 'resetFactors'] as const;

/** Who else saw or changed what Stoa holds about me, the latest first. */
export function AccessTable() {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const query = useQuery(DataAccessesQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  const words = (act: string) => {
    const known = ACTS.find((each) => each === act);
    return known ? formatMessage({ id: `privacy.seen.act.${known}` }) : formatMessage({ id: 'privacy.seen.act.other' });
  };
  return (
    <QueryView query={query} page={false}>
      {({ dataAccesses: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <p>{formatMessage({ id: 'privacy.seen.none' })}</p>
        ) : (
          <>
            <DataTable
              caption={formatMessage({ id: 'privacy.seen.title' })}
              captionHidden
              rows={edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              columns={[
                { key: 'at', header: formatMessage({ id: 'privacy.seen.when' }), cell: ({ at }) => formats.dateTime(at) },
                { key: 'who', header: formatMessage({ id: 'privacy.seen.who' }), cell: (access) => <Who access={access} /> },
                { key: 'what', header: formatMessage({ id: 'privacy.seen.what' }), cell: ({ act }) => words(act), whole: true },
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
  );
}

function Who({ access: { by, byErased, roles } }: { access: Access }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  return (
    <>
      {by ? (
        <Link to={href(personPath(by))}>{by.displayName}</Link>
      ) : (
        formatMessage({ id: byErased ? 'privacy.seen.erased' : 'privacy.seen.operator' })
      )}
      {roles.length > 0 && <small>{formats.list(roles.map((role) => formatMessage({ id: `appointments.roleName.${role}` })))}</small>}
    </>
  );
}
