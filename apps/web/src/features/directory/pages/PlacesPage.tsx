import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { ButtonLink, PageHeader, SheetRow } from '../../../ui/index.js';
import { CentreRegister } from '../components/CentreRegister.js';
import { SchoolRegister } from '../components/SchoolRegister.js';
import { TerritoryBrowser } from '../components/TerritoryBrowser.js';
import { TopicRegister } from '../components/TopicRegister.js';
import { importsPath, placesPath } from '../paths.js';

const TABS = ['territories', 'centres', 'schools', 'topics'] as const;

/** The registers: territories, centres with their structures, schools and their groups, topics. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [params] = useSearchParams();
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'territories';
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'directory.places.title' })}
        lead={formatMessage({ id: 'directory.places.lead' })}
        actions={
          <ButtonLink kind="primary" to={href(importsPath())}>
            {formatMessage({ id: 'directory.import.title' })}
          </ButtonLink>
        }
      >
        <nav className="tabs" aria-label={formatMessage({ id: 'directory.places.tabs' })} data-tabs>
          {TABS.map((each) => (
            <Link key={each} to={href(placesPath({ tab: each }))} aria-current={each === tab ? 'page' : undefined}>
              {formatMessage({ id: `directory.places.tab.${each}` })}
            </Link>
          ))}
        </nav>
      </PageHeader>
      {tab === 'territories' && <TerritoryBrowser within={params.get('within')} />}
      {tab === 'centres' && <CentreRegister />}
      {tab === 'schools' && <SchoolRegister />}
      {tab === 'topics' && <TopicRegister />}
    </SheetRow>
  );
}
