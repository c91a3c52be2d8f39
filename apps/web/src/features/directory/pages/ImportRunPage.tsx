import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Button, ButtonLink, FormErrorSummary, PageHeader, Section, SheetRow, Stats } from '../../../ui/index.js';
import styles from '../components/Directory.module.css';
import { ImportMapping } from '../components/ImportMapping.js';
import { ImportRun_run, type ImportRun } from '../components/import-run.js';
import { importsPath, placesPath } from '../paths.js';

const ImportRunPageQuery = graphql(
  `
    query ImportRunPageQuery($id: ID!) {
      importRun(id: $id) {
        ...ImportRun_run
      }
    }
  `,
  [ImportRun_run],
);

const ConfirmImportMutation = graphql(
  `
    mutation ConfirmImportMutation($input: ImportRunInput!) {
      confirmImport(input: $input) {
        importRun {
          ...ImportRun_run
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportRun_run],
);

const CancelImportMutation = graphql(
  `
    mutation CancelImportMutation($input: ImportRunInput!) {
      cancelImport(input: $input) {
        importRun {
          ...ImportRun_run
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [ImportRun_run],
);

const POLL_MS = 700;

/** One import: what was found out, what it would do, and what it did. */
export function Component() {
  const { run: id = '' } = useParams();
  const query = useQuery(ImportRunPageQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const running = query.data?.importRun?.state === 'CHECKING' || query.data?.importRun?.state === 'IMPORTING';
  const { startPolling, stopPolling } = query;
  useEffect(() => {
    if (running) startPolling(POLL_MS);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  return <QueryView query={query}>{({ importRun }) => (importRun ? <RunView run={importRun} /> : <NotFoundPage />)}</QueryView>;
}

function RunView({ run }: { run: ImportRun }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const running = run.state === 'CHECKING' || run.state === 'IMPORTING';
  return (
    <SheetRow>
      <PageHeader
        title={run.fileName}
        crumbs={[
          { label: formatMessage({ id: 'directory.places.title' }), to: href(placesPath()) },
          { label: formatMessage({ id: 'directory.import.title' }), to: href(importsPath()) },
        ]}
        meta={
          <>
            <span>{formatMessage({ id: `directory.import.kind.${run.kind}` })}</span>
            <span role="status">{formatMessage({ id: `directory.import.state.${run.state}` })}</span>
          </>
        }
      />
      {running && (
        <p>
          <progress max={100} value={run.progress} aria-label={formatMessage({ id: `directory.import.state.${run.state}` })} />{' '}
          {formatMessage({ id: 'directory.import.percent' }, { percent: run.progress })}
        </p>
      )}
      {run.problem && (
        <Banner tone="danger" announce>
          {run.problem}
        </Banner>
      )}
      {run.missing.length > 0 && run.state === 'CHECKED' && (
        <Banner tone="warn" announce>
          {formatMessage(
            { id: 'directory.import.missing' },
            {
              columns: run.missing.map((key) => run.keys.find((each) => each.key === key)?.label ?? key).join(', '),
              count: run.missing.length,
            },
          )}
        </Banner>
      )}
      {run.summary && <Summary run={run} />}
      <Actions run={run} />
      {run.summary && run.summary.errorsByKind.length > 0 && <Errors run={run} />}
      {!running && run.state !== 'DONE' && run.columns.length > 0 && <ImportMapping key={`${run.state}${run.progress}`} run={run} />}
    </SheetRow>
  );
}

function Summary({ run }: { run: ImportRun }) {
  const { formatMessage, formatNumber } = useIntl();
  if (!run.summary) return null;
  const { read, created, updated, skipped, errors } = run.summary;
  const done = run.state === 'DONE' || run.state === 'CANCELLED';
  return (
    <Stats
      figures={[
        { value: formatNumber(read), label: formatMessage({ id: 'directory.import.read' }) },
        { value: formatNumber(created), label: formatMessage({ id: done ? 'directory.import.created' : 'directory.import.wouldCreate' }) },
        { value: formatNumber(updated), label: formatMessage({ id: done ? 'directory.import.updated' : 'directory.import.wouldUpdate' }) },
        { value: formatNumber(skipped), label: formatMessage({ id: 'directory.import.skipped' }) },
        { value: formatNumber(errors), label: formatMessage({ id: 'directory.import.errors' }) },
      ]}
    />
  );
}

function Actions({ run }: { run: ImportRun }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [confirm, confirming] = useCommand(ConfirmImportMutation);
  const [cancel, cancelling] = useCommand(CancelImportMutation);
  const valid = run.summary ? run.summary.created + run.summary.updated : 0;
  const input = { id: run.id };
  return (
    <>
      <FormErrorSummary errors={[...confirming.errors, ...cancelling.errors]} />
      <CommandProblem state={confirming.problem ? confirming : cancelling} />
      <div className="button-row">
        {run.state === 'CHECKED' && run.summary && valid > 0 && (
          <Button kind="primary" busy={confirming.busy} onClick={() => void confirm(input)}>
            {formatMessage({ id: 'directory.import.confirm' }, { count: valid })}
          </Button>
        )}
        {run.state === 'CHECKED' && run.summary && valid === 0 && run.summary.errors === 0 && (
          <span>{formatMessage({ id: 'directory.import.nothingNew' })}</span>
        )}
        {(run.state === 'CHECKING' || run.state === 'IMPORTING' || run.state === 'CHECKED') && (
          <Button busy={cancelling.busy || run.cancelRequested} onClick={() => void cancel(input)}>
            {formatMessage({ id: run.state === 'CHECKED' ? 'directory.import.discard' : 'directory.import.stop' })}
          </Button>
        )}
        {run.rejectsPath && (
          <a className="button" href={run.rejectsPath} download>
            {formatMessage({ id: 'directory.import.rejects' })}
          </a>
        )}
        {(run.state === 'DONE' || run.state === 'CANCELLED' || run.state === 'FAILED') && (
          <ButtonLink to={href(importsPath())}>{formatMessage({ id: 'directory.import.another' })}</ButtonLink>
        )}
        {run.state === 'DONE' && <Link to={href(placesPath())}>{formatMessage({ id: 'directory.import.look' })}</Link>}
      </div>
    </>
  );
}

function Errors({ run }: { run: ImportRun }) {
  const { formatMessage } = useIntl();
  return (
    <Section title={formatMessage({ id: 'directory.import.wrong' })} count={run.summary?.errors ?? 0}>
      <ul className={styles['rows']}>
        {run.summary?.errorsByKind.map((kind) => (
          <li key={kind.code} data-row>
            <h3>{formatMessage({ id: 'directory.import.errorKind' }, { count: kind.count, message: kind.message })}</h3>
            <p className={styles['quiet']}>
              {kind.samples
                .slice(0, 5)
                .map(({ line, value }) =>
                  formatMessage({ id: value ? 'directory.import.sample' : 'directory.import.sampleLine' }, { line, value: value ?? '' }),
                )
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
