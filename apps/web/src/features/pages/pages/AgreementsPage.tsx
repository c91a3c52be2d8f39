import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { ConsentTexts } from '../../../app/consents/ConsentTexts.js';
import { ConsentTextsQuery } from '../../../app/consents/consent-operations.js';
import { QueryView } from '../../../app/QueryView.js';
import { EmptyState, PageHeader, SheetRow } from '../../../ui/index.js';

/** What people with an account agree to, for everybody to read. */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(ConsentTextsQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ consentTexts }) => (
        <SheetRow>
          <PageHeader title={formatMessage({ id: 'pages.agreements.title' })} lead={formatMessage({ id: 'pages.agreements.lead' })} />
          {consentTexts.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'pages.agreements.none' })} />
          ) : (
            <ConsentTexts texts={consentTexts} />
          )}
        </SheetRow>
      )}
    </QueryView>
  );
}
