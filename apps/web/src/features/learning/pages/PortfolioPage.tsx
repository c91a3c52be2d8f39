import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, EmptyState, Icon, PageHeader, SheetRow, Stats } from '../../../ui/index.js';
import { libraryPath } from '../../library/paths.js';
import { PortfolioLinks, PortfolioLinks_link } from '../components/PortfolioLinks.js';
import { PortfolioYears, PortfolioYears_portfolio } from '../components/PortfolioYears.js';
import { useHours } from '../use-hours.js';

const PortfolioPageQuery = graphql(
  `
    query PortfolioPageQuery {
      portfolio {
        ...PortfolioYears_portfolio
      }
      portfolioLinks {
        ...PortfolioLinks_link
      }
    }
  `,
  [PortfolioYears_portfolio, PortfolioLinks_link],
);

/** What the reader has learned: hours, resources, paths and certificates by school year, and the links that show it to others. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const hours = useHours();
  const query = useQuery(PortfolioPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ portfolio, portfolioLinks }) => {
        const count = (of: 'resources' | 'paths' | 'certificates') => portfolio.years.reduce((sum, year) => sum + year[of].length, 0);
        return (
          <SheetRow>
            <PageHeader
              title={formatMessage({ id: 'learning.portfolio.page' })}
              lead={formatMessage({ id: 'learning.portfolio.lead' })}
              actions={
                portfolio.years.length > 0 && (
                  <a className="button" href="/portfolio.pdf" download>
                    <Icon of={Download} />
                    {formatMessage({ id: 'learning.portfolio.download' })}
                  </a>
                )
              }
            />
            {portfolio.years.length === 0 ? (
              <EmptyState
                title={formatMessage({ id: 'learning.portfolio.empty' })}
                action={<ButtonLink to={href(libraryPath())}>{formatMessage({ id: 'learning.toLibrary' })}</ButtonLink>}
              >
                {formatMessage({ id: 'learning.portfolio.emptyHint' })}
              </EmptyState>
            ) : (
              <>
                <Stats
                  figures={[
                    { value: hours(portfolio.minutes), label: formatMessage({ id: 'learning.portfolio.hours' }) },
                    { value: count('paths'), label: formatMessage({ id: 'learning.portfolio.paths' }) },
                    { value: count('resources'), label: formatMessage({ id: 'learning.portfolio.resources' }) },
                    { value: count('certificates'), label: formatMessage({ id: 'learning.portfolio.certificates' }) },
                  ]}
                />
                <p className="meta">{formatMessage({ id: 'learning.portfolio.rule' })}</p>
                <PortfolioYears portfolio={portfolio} own />
              </>
            )}
            <PortfolioLinks links={portfolioLinks} years={portfolio.years.map(({ year }) => year)} />
          </SheetRow>
        );
      }}
    </QueryView>
  );
}
