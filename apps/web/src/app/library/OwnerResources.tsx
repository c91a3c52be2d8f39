import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { ResourceOwnerType } from '@stoa/domain';
import { newResourcePath } from '../../features/library/paths.js';
import { ButtonLink, Pager, Section } from '../../ui/index.js';
import { graphql } from '../api/graphql.js';
import { useHref } from '../i18n/use-language.js';
import { useViewer } from '../viewer/ViewerProvider.js';
import { ResourceList, ResourceList_resource } from './ResourceList.js';

const OwnerResourcesQuery = graphql(
  `
    query OwnerResourcesQuery($ownerId: ID!, $first: Int!, $after: String) {
      ownerResources(ownerId: $ownerId, first: $first, after: $after) {
        edges {
          node {
            ...ResourceList_resource
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ResourceList_resource],
);

const PAGE = 5;

/** What a centre, structure, school or network has in the library, good practices among it. Shows nothing to visitors where it has nothing. */
export function OwnerResources({ type, ownerId }: { type: ResourceOwnerType; ownerId: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const query = useQuery(OwnerResourcesQuery, { variables: { ownerId, first: PAGE } });
  const found = query.data?.ownerResources;
  if (!found || (found.edges.length === 0 && !viewer)) return null;
  return (
    <Section
      title={formatMessage({ id: 'app.library.of' })}
      end={
        viewer && (
          <ButtonLink kind="subtle" icon={Plus} to={href(newResourcePath(`${type}:${ownerId}`))}>
            {formatMessage({ id: 'app.library.propose' })}
          </ButtonLink>
        )
      }
    >
      {found.edges.length === 0 ? (
        <p>{formatMessage({ id: 'app.library.none' })}</p>
      ) : (
        <ResourceList resources={found.edges.map(({ node }) => node)} />
      )}
      {found.pageInfo.hasNextPage && (
        <Pager
          shown={found.edges.length}
          hasMore
          busy={query.loading}
          onMore={() => void query.fetchMore({ variables: { after: found.pageInfo.endCursor } })}
        />
      )}
    </Section>
  );
}
