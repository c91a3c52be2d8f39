import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, Button, ButtonLink, DataTable, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { MergeDialog } from '../components/MergeDialog.js';
import { MergeSides } from '../components/MergeSides.js';
import { MergePageQuery, type MergePreview } from '../components/merge-operations.js';
import { adminPeoplePath, doublesPath, mergePath } from '../paths.js';
import styles from './MergePage.module.css';

/** Two accounts side by side, what merging them would do and what stands in the way. Which one stays stands in the address. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  const [parameters] = useSearchParams();
  const [keep, away] = [parameters.get('keep'), parameters.get('away')];
  return admin && keep && away ? <Merge keep={keep} away={away} /> : <NotFoundPage />;
}

function Merge({ keep, away }: { keep: string; away: string }) {
  const query = useQuery(MergePageQuery, { variables: { keep, away }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ personMerge }) => (personMerge ? <Preview preview={personMerge} onRefresh={() => void query.refetch()} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function Preview({ preview, onRefresh }: { preview: MergePreview; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [asking, setAsking] = useState(false);
  const { keep, away, hindrances } = preview;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'admin.merge.title' })}
        lead={formatMessage({ id: 'admin.merge.lead' })}
        crumbs={[
          { label: formatMessage({ id: 'admin.people.title' }), to: href(adminPeoplePath()) },
          { label: formatMessage({ id: 'admin.doubles.title' }), to: href(doublesPath()) },
        ]}
        actions={<ButtonLink to={href(mergePath(away.person, keep.person))}>{formatMessage({ id: 'admin.merge.swap' })}</ButtonLink>}
      />
      {hindrances.length > 0 && (
        <Banner tone="warn" announce>
          <strong>{formatMessage({ id: 'admin.merge.hindered' })}</strong>
          <ul>
            {hindrances.map((code) => (
              <li key={code}>{formatMessage({ id: `error.MERGE_${code}` })}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Section title={formatMessage({ id: 'admin.merge.sides' })}>
        <MergeSides keep={keep} away={away} />
      </Section>
      <Moves preview={preview} />
      <Ends preview={preview} />
      {hindrances.length === 0 && (
        <Section title={formatMessage({ id: 'admin.merge.make' })}>
          <div className="form">
            <p>{formatMessage({ id: 'admin.merge.final' })}</p>
            <Button kind="danger" onClick={() => setAsking(true)}>
              {formatMessage({ id: 'admin.merge.open' })}
            </Button>
          </div>
        </Section>
      )}
      {asking && <MergeDialog keep={keep} away={away} onRefresh={onRefresh} onClose={() => setAsking(false)} />}
    </SheetRow>
  );
}

function Moves({ preview: { moves } }: { preview: MergePreview }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const known = moves.flatMap(({ purpose, count }) => {
    const found = PURPOSES.find((each) => each === purpose);
    return found ? [{ purpose: found, count }] : [];
  });
  return (
    <Section title={formatMessage({ id: 'admin.merge.moves' })}>
      {known.length === 0 ? (
        <p>{formatMessage({ id: 'admin.merge.movesNothing' })}</p>
      ) : (
        <DataTable
          caption={formatMessage({ id: 'admin.merge.moves' })}
          captionHidden
          compact
          rows={known}
          rowKey={({ purpose }) => purpose}
          columns={[
            {
              key: 'what',
              header: formatMessage({ id: 'admin.merge.what' }),
              cell: ({ purpose }) => formatMessage({ id: `admin.merge.moves.${purpose}` }),
            },
            { key: 'count', header: formatMessage({ id: 'admin.merge.count' }), cell: ({ count }) => formats.number(count), number: true },
          ]}
        />
      )}
    </Section>
  );
}

/** The purposes of what can move. */
const PURPOSES = [
  'privacy',
  'appointments',
  'affiliations',
  'memberships',
  'discussions',
  'moderation',
  'reading',
  'files',
  'exports',
  'imports',
] as const;

function Ends({ preview: { ends } }: { preview: MergePreview }) {
  const { formatMessage } = useIntl();
  const { sessions, password, factors, identities, links } = ends;
  const lines = [
    sessions > 0 && formatMessage({ id: 'admin.merge.ends.sessions' }, { count: sessions }),
    password && formatMessage({ id: 'admin.merge.ends.password' }),
    factors > 0 && formatMessage({ id: 'admin.merge.ends.factors' }, { count: factors }),
    identities > 0 && formatMessage({ id: 'admin.merge.ends.identities' }, { count: identities }),
    links > 0 && formatMessage({ id: 'admin.merge.ends.links' }, { count: links }),
    formatMessage({ id: 'admin.merge.ends.address' }),
    formatMessage({ id: 'admin.merge.ends.profile' }),
  ].filter((line) => line !== false);
  return (
    <Section title={formatMessage({ id: 'admin.merge.ends' })}>
      <ul className={styles['ends']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
