import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Section } from '../../ui/index.js';
import { graphql } from '../api/graphql.js';
import { ResourceList, ResourceList_resource } from './ResourceList.js';

const PromotedResourcesQuery = graphql(
  `
    query PromotedResourcesQuery($territoryId: ID!, $first: Int!) {
      promotedResources(territoryId: $territoryId, first: $first) {
        ...ResourceList_resource
      }
    }
  `,
  [ResourceList_resource],
);

const MOST = 6;

/** What reviewers of a territory put forward of the work of its schools, networks and structures; nothing where they put nothing forward. */
export function PromotedResources({ territoryId }: { territoryId: string }) {
  const { formatMessage } = useIntl();
  const { data } = useQuery(PromotedResourcesQuery, { variables: { territoryId, first: MOST } });
  const found = data?.promotedResources ?? [];
  if (found.length === 0) return null;
  return (
    <Section title={formatMessage({ id: 'app.library.promoted' })}>
      <ResourceList resources={found} />
    </Section>
  );
}
