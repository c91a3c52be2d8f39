import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { Section } from '../../../ui/index.js';
import { preferencesPath } from '../../accounts/paths.js';
import { LibraryReasonsQuery } from '../library-operations.js';
import { LibraryResults } from './LibraryResults.js';

/** Resources that the reader may want, with the reason, and where to turn it off. Nothing where there is none. */
export function Because({ language }: { language: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { data } = useQuery(LibraryReasonsQuery);
  return (data?.libraryReasons ?? []).map(({ networkId, networkName, resources }) => (
    <Section key={networkId} title={formatMessage({ id: 'finding.because.title' }, { network: networkName })}>
      <p className="meta">
        {formatMessage({ id: 'finding.because.why' })}{' '}
        <Link to={href(`${preferencesPath()}#appearance`)}>{formatMessage({ id: 'finding.because.off' })}</Link>
      </p>
      <LibraryResults edges={resources.map((node) => ({ node, excerpt: [] }))} language={language} />
    </Section>
  ));
}
