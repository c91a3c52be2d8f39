import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { QueryView } from '../../../app/QueryView.js';
import { PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { AccessTable } from '../components/AccessTable.js';
import { ConsentSection } from '../components/ConsentSection.js';
import { CorrectSection } from '../components/CorrectSection.js';
import { ErasureSection } from '../components/ErasureSection.js';
import { ExportSection } from '../components/ExportSection.js';
import { HeldTable } from '../components/HeldTable.js';
import { OwnDataPageQuery, type OwnData } from '../operations.js';

/** What Stoa holds about me: to see, to take along, to correct, to have erased. */
export function Component() {
  const query = useQuery(OwnDataPageQuery, { fetchPolicy: 'cache-and-network' });
  const refresh = () => void query.refetch();
  return (
    <QueryView query={query}>
      {({ viewer, privacy }) => <OwnDataView privacy={privacy} handle={viewer?.person.handle ?? ''} onRefresh={refresh} />}
    </QueryView>
  );
}

function OwnDataView({ privacy, handle, onRefresh }: { privacy: OwnData; handle: string; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  return (
    <SheetRow>
      <PageHeader title={formatMessage({ id: 'privacy.own.title' })} meta={formatMessage({ id: 'privacy.own.meta' })} />
      <Section title={formatMessage({ id: 'privacy.held.title' })} id="held">
        <HeldTable held={privacy.held} />
      </Section>
      <Section title={formatMessage({ id: 'privacy.seen.title' })} id="seen">
        <p>{formatMessage({ id: 'privacy.seen.text' })}</p>
        <AccessTable />
      </Section>
      <Section title={formatMessage({ id: 'privacy.export.title' })} id="export">
        <ExportSection privacy={privacy} onRefresh={onRefresh} />
      </Section>
      <Section title={formatMessage({ id: 'privacy.correct.title' })} id="corrections">
        <CorrectSection handle={handle} />
      </Section>
      <Section title={formatMessage({ id: 'privacy.consents.title' })} id="consents">
        <ConsentSection />
      </Section>
      <Section title={formatMessage({ id: 'privacy.erase.title' })} id="erase">
        <ErasureSection erasure={privacy.erasure} onRefresh={onRefresh} />
      </Section>
    </SheetRow>
  );
}
