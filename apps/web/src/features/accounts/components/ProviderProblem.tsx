import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { Banner } from '../../../ui/index.js';

/** What went wrong at a provider, as the address says on the way back; nothing where nothing did. */
export function ProviderProblem() {
  const { formatMessage, messages } = useIntl();
  const [parameters] = useSearchParams();
  const problem = parameters.get('problem');
  if (!problem) return null;
  const known = messages[`accounts.provider.problem.${problem}`] ? problem : 'PROVIDER_FAILED';
  return (
    <Banner tone="danger" announce>
      {formatMessage({ id: `accounts.provider.problem.${known}` })}
    </Banner>
  );
}
