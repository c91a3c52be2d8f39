import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { reportPath } from '../../features/reports/paths.js';
import { Section } from '../../ui/Sheet.js';
import { graphql } from '../api/graphql.js';
import { useHref } from '../i18n/use-language.js';

const PublishedReportsQuery = graphql(`
  query PublishedReportsQuery($network: String!) {
    networkReports(network: $network) {
      years {
        year
        state
      }
    }
  }
`);

/** The annual reports of a network that everybody may read; nothing where there are none. Stands in the aside of the network's page. */
export function PublishedReports({ slug }: { slug: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { data } = useQuery(PublishedReportsQuery, { variables: { network: slug } });
  const published = data?.networkReports?.years.filter(({ state }) => state === 'PUBLISHED') ?? [];
  if (published.length === 0) return null;
  return (
    <Section title={formatMessage({ id: 'networks.published' })}>
      <ul>
        {published.map(({ year }) => (
          <li key={year}>
            <Link to={href(reportPath({ slug }, year))}>{year}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
