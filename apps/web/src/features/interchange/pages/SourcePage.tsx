import { useQuery } from '@apollo/client/react';
import { RESOURCE_LANGUAGES } from '@stoa/domain';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, DataTable, EmptyState, FormErrorSummary, PageHeader, Pager, Section, SheetRow, showToast } from '../../../ui/index.js';
import { RunNotes } from '../components/RunNotes.js';
import { RunState } from '../components/RunState.js';
import { SourceFields, type SourceDraft } from '../components/SourceFields.js';
import { sourcesPath } from '../paths.js';
import {
  CancelHarvestMutation,
  ChangeLibrarySourceMutation,
  RunHarvestMutation,
  SourcePageQuery,
  type HarvestRun,
  type Source,
} from '../source-operations.js';

const RUNS = 20;
/** How often a run that goes on is looked at. */
const WATCH_MS = 2_000;

/** One repository: its harvests with what went wrong, and its settings. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  const { source = '' } = useParams();
  return admin ? <SourceById key={source} id={source} /> : <NotFoundPage />;
}

function SourceById({ id }: { id: string }) {
  const query = useQuery(SourcePageQuery, { variables: { id, first: RUNS }, fetchPolicy: 'cache-and-network' });
  const runs = query.data?.librarySource?.runs.edges ?? [];
  const isRunning = runs[0]?.node.state === 'RUNNING';
  const { startPolling, stopPolling } = query;
  useEffect(() => {
    if (!isRunning) return;
    startPolling(WATCH_MS);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);
  return (
    <QueryView query={query}>
      {({ librarySource }) =>
        librarySource ? (
          <SourceView
            source={librarySource}
            onRefresh={() => void query.refetch()}
            pager={
              <Pager
                shown={librarySource.runs.edges.length}
                hasMore={librarySource.runs.pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: librarySource.runs.pageInfo.endCursor } })}
              />
            }
          />
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

function SourceView({ source, onRefresh, pager }: { source: Source; onRefresh: () => void; pager: React.ReactNode }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const runs = source.runs.edges.map(({ node }) => node);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = runs.find(({ id }) => id === opened) ?? runs.find((run) => run.failed + run.duplicates > 0);
  return (
    <SheetRow>
      <PageHeader
        title={source.name}
        lead={source.url}
        crumbs={[{ label: formatMessage({ id: 'interchange.title' }), to: href(sourcesPath()) }]}
      />
      <HarvestActs source={source} last={runs[0] ?? null} onRefresh={onRefresh} />
      <Section title={formatMessage({ id: 'interchange.runs' })}>
        {runs.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'interchange.runs.none' })} />
        ) : (
          <>
            <RunTable runs={runs} onOpen={setOpened} />
            {pager}
          </>
        )}
      </Section>
      {shown && <RunNotes key={shown.id} run={shown} />}
      <SourceSettings key={source.version} source={source} onRefresh={onRefresh} />
    </SheetRow>
  );
}

function HarvestActs({ source: { id }, last, onRefresh }: { source: Source; last: HarvestRun | null; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [run, running] = useCommand(RunHarvestMutation, { onDone: onRefresh });
  const [cancel, cancelling] = useCommand(CancelHarvestMutation, { onDone: onRefresh });
  const isRunning = last?.state === 'RUNNING';
  return (
    <>
      <p role="status">
        <RunState run={last} />
      </p>
      <CommandProblem state={isRunning ? cancelling : running} onRefresh={onRefresh} />
      <div className="button-row">
        {isRunning ? (
          <Button busy={cancelling.busy} onClick={() => void cancel({ id })}>
            {formatMessage({ id: 'interchange.cancel' })}
          </Button>
        ) : (
          <Button kind="primary" busy={running.busy} onClick={() => void run({ id })}>
            {formatMessage({ id: last?.canResume ? 'interchange.resume' : 'interchange.run' })}
          </Button>
        )}
      </div>
    </>
  );
}

function RunTable({ runs, onOpen }: { runs: readonly HarvestRun[]; onOpen: (id: string) => void }) {
  const { formatMessage } = useIntl();
  const { dateTime, number } = useFormats();
  const figure = (key: 'seen' | 'created' | 'updated' | 'withdrawn' | 'duplicates' | 'failed') => ({
    key,
    header: formatMessage({ id: `interchange.figure.${key}` }),
    number: true,
    cell: (run: HarvestRun) => number(run[key]),
  });
  return (
    <DataTable
      caption={formatMessage({ id: 'interchange.runs' })}
      captionHidden
      compact
      rows={runs}
      rowKey={({ id }) => id}
      wash={({ state }) => (state === 'FAILED' ? 'danger' : undefined)}
      columns={[
        { key: 'at', header: formatMessage({ id: 'interchange.startedAt' }), cell: ({ startedAt }) => dateTime(startedAt) },
        { key: 'state', header: formatMessage({ id: 'interchange.state' }), cell: (run) => <RunState run={run} />, whole: true },
        ...(['seen', 'created', 'updated', 'withdrawn', 'duplicates', 'failed'] as const).map(figure),
        {
          key: 'notes',
          header: formatMessage({ id: 'interchange.notes' }),
          cell: (run) =>
            run.failed + run.duplicates > 0 && (
              <Button
                kind="quiet"
                onClick={() => onOpen(run.id)}
                aria-label={formatMessage({ id: 'interchange.notes.open' }, { at: dateTime(run.startedAt) })}
              >
                {formatMessage({ id: 'interchange.notes.show' })}
              </Button>
            ),
        },
      ]}
    />
  );
}

function SourceSettings({ source, onRefresh }: { source: Source; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const { id, name, url, metadataPrefix, set, kind, lang, licence, schedule, version } = source;
  const [draft, setDraft] = useState<SourceDraft>({
    name,
    url,
    metadataPrefix,
    set,
    kind,
    lang: RESOURCE_LANGUAGES.find((each) => each === lang) ?? 'en',
    licence,
    schedule,
  });
  const [change, state] = useCommand(ChangeLibrarySourceMutation, {
    onDone: () => showToast(formatMessage({ id: 'interchange.saved' })),
  });
  return (
    <Section title={formatMessage({ id: 'interchange.settings' })}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change({ ...draft, id, expectedVersion: version });
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <SourceFields draft={draft} errorOf={state.errorOf} onChange={(more) => setDraft((before) => ({ ...before, ...more }))} />
        <CommandProblem state={state} onRefresh={onRefresh} />
        <div className="button-row">
          <Button type="submit" busy={state.busy}>
            {formatMessage({ id: 'interchange.save' })}
          </Button>
        </div>
      </form>
    </Section>
  );
}
