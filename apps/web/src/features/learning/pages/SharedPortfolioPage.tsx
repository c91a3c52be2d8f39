import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { QueryView } from '../../../app/QueryView.js';
import { EmptyState, PageHeader, SheetRow, Stats } from '../../../ui/index.js';
import { PortfolioYears, PortfolioYears_portfolio } from '../components/PortfolioYears.js';
import { useHours } from '../use-hours.js';

const SharedPortfolioPageQuery = graphql(
  `
    query SharedPortfolioPageQuery($token: String!) {
      sharedPortfolio(token: $token) {
        ...PortfolioYears_portfolio
      }
    }
  `,
  [PortfolioYears_portfolio],
);

/** What somebody shows of their portfolio by a secret link; for whoever has the link, until it is ended. */
export function Component() {
  const { formatMessage } = useIntl();
  const hours = useHours();
  const { token = '' } = useParams();
  const query = useQuery(SharedPortfolioPageQuery, { variables: { token } });
  return (
    <QueryView query={query}>
      {({ sharedPortfolio: portfolio }) =>
        portfolio ? (
          <SheetRow>
            <PageHeader
              title={formatMessage({ id: 'learning.shared.title' }, { name: portfolio.personName })}
              lead={formatMessage({ id: 'learning.shared.lead' })}
            />
            {portfolio.parts.includes('HOURS') && (
              <Stats figures={[{ value: hours(portfolio.minutes), label: formatMessage({ id: 'learning.portfolio.hours' }) }]} />
            )}
            {portfolio.years.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'learning.shared.empty' })} />
            ) : (
              <PortfolioYears portfolio={portfolio} />
            )}
          </SheetRow>
        ) : (
          <SheetRow>
            <PageHeader
              title={formatMessage({ id: 'learning.shared.goneTitle' })}
              lead={formatMessage({ id: 'learning.shared.goneLead' })}
            />
          </SheetRow>
        )
      }
    </QueryView>
  );
}
