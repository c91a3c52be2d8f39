import { useQuery } from '@apollo/client/react';
import { IMPORT_KINDS, LANGUAGES } from '@stoa/domain';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Banner,
  Button,
  DataTable,
  EmptyState,
  Field,
  PageHeader,
  Pager,
  Section,
  SelectField,
  SheetRow,
  Skeleton,
  TextField,
} from '../../../ui/index.js';
import { useUpload } from '../components/use-upload.js';
import { importPath, placesPath } from '../paths.js';

const ImportsPageQuery = graphql(`
  query ImportsPageQuery($first: Int!, $after: String) {
    importRuns(first: $first, after: $after) {
      edges {
        node {
          id
          kind
          state
          fileName
          requestedAt
          summary {
            read
            created
            updated
            skipped
            errors
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Bring a register in: send a file, and see what was sent before. */
export function Component() {
  const query = useQuery(ImportsPageQuery, { variables: { first: 20 }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ importRuns: { edges, pageInfo } }) => (
        <ImportsView
          runs={edges.map(({ node }) => node)}
          pager={
            <Pager
              shown={edges.length}
              hasMore={pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
            />
          }
        />
      )}
    </QueryView>
  );
}

interface Run {
  id: string;
  kind: (typeof IMPORT_KINDS)[number];
  state: 'CHECKING' | 'CHECKED' | 'IMPORTING' | 'DONE' | 'FAILED' | 'CANCELLED';
  fileName: string;
  requestedAt: string;
  summary: { read: number; created: number; updated: number; skipped: number; errors: number } | null;
}

function ImportsView({ runs, pager }: { runs: readonly Run[]; pager: React.ReactNode }) {
  const { formatMessage } = useIntl();
  const { dateTime, number } = useFormats();
  const href = useHref();
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'directory.import.title' })}
        lead={formatMessage({ id: 'directory.import.lead' })}
        crumbs={[{ label: formatMessage({ id: 'directory.places.title' }), to: href(placesPath()) }]}
      />
      <UploadForm />
      <Section title={formatMessage({ id: 'directory.import.earlier' })}>
        {runs.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'directory.import.none' })} />
        ) : (
          <>
            <DataTable
              caption={formatMessage({ id: 'directory.import.earlier' })}
              captionHidden
              rows={runs}
              rowKey={(run) => run.id}
              columns={[
                {
                  key: 'file',
                  header: formatMessage({ id: 'directory.import.file' }),
                  cell: (run) => <Link to={href(importPath(run))}>{run.fileName}</Link>,
                  whole: true,
                },
                {
                  key: 'kind',
                  header: formatMessage({ id: 'directory.import.kind' }),
                  cell: (run) => formatMessage({ id: `directory.import.kind.${run.kind}` }),
                },
                {
                  key: 'state',
                  header: formatMessage({ id: 'directory.import.stateLabel' }),
                  cell: (run) => formatMessage({ id: `directory.import.state.${run.state}` }),
                },
                {
                  key: 'created',
                  header: formatMessage({ id: 'directory.import.created' }),
                  number: true,
                  cell: (run) => (run.summary ? number(run.summary.created) : '–'),
                },
                {
                  key: 'updated',
                  header: formatMessage({ id: 'directory.import.updated' }),
                  number: true,
                  cell: (run) => (run.summary ? number(run.summary.updated) : '–'),
                },
                {
                  key: 'errors',
                  header: formatMessage({ id: 'directory.import.errors' }),
                  number: true,
                  cell: (run) => (run.summary ? number(run.summary.errors) : '–'),
                },
                { key: 'at', header: formatMessage({ id: 'directory.import.sentAt' }), cell: (run) => dateTime(run.requestedAt) },
              ]}
            />
            {pager}
          </>
        )}
      </Section>
    </SheetRow>
  );
}

function UploadForm() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const file = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<string>('schools');
  const [lang, setLang] = useState('');
  const [county, setCounty] = useState('');
  const [missing, setMissing] = useState(false);
  const { send, busy, error } = useUpload((id) => void navigate(href(importPath({ id }))));
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = file.current?.files?.[0];
        setMissing(!chosen);
        if (chosen) void send({ kind, file: chosen, lang, county });
      }}
    >
      <SelectField
        label={formatMessage({ id: 'directory.import.kind' })}
        value={kind}
        choices={IMPORT_KINDS.map((each) => ({ value: each, label: formatMessage({ id: `directory.import.kind.${each}` }) }))}
        onChange={(event) => setKind(event.target.value)}
      />
      <Field
        id="file"
        label={formatMessage({ id: 'directory.import.chooseFile' })}
        hint={formatMessage({ id: 'directory.import.fileHint' })}
        error={missing ? formatMessage({ id: 'directory.import.fileMissing' }) : undefined}
      >
        {(wiring) => <input {...wiring} ref={file} className="input" type="file" accept=".csv,.txt,text/csv" />}
      </Field>
      <TextField
        optional
        label={formatMessage({ id: 'directory.import.county' })}
        hint={formatMessage({ id: 'directory.import.countyHint' })}
        value={county}
        onChange={(event) => setCounty(event.target.value)}
      />
      <SelectField
        optional
        label={formatMessage({ id: 'directory.import.lang' })}
        placeholder={formatMessage({ id: 'directory.import.langFile' })}
        value={lang}
        choices={LANGUAGES.map((each) => ({ value: each, label: formatMessage({ id: `directory.lang.${each}` }) }))}
        onChange={(event) => setLang(event.target.value)}
      />
      {error && (
        <Banner tone="danger" announce>
          {error}
        </Banner>
      )}
      <Button kind="primary" type="submit" busy={busy}>
        {formatMessage({ id: 'directory.import.send' })}
      </Button>
    </form>
  );
}
