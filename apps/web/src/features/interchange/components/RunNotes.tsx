import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { DataTable, EmptyState, Pager, Section } from '../../../ui/index.js';
import { resourcePath } from '../../library/paths.js';
import { HarvestNotesQuery, type HarvestRun } from '../source-operations.js';

const PAGE = 50;

/** Why a record could not be taken. */
const FAULTS = ['IDENTIFIER', 'NO_METADATA', 'TITLE', 'TOO_LARGE'] as const;

/** What could not be taken of a run, what was here already, and dates that are none. */
export function RunNotes({ run }: { run: HarvestRun }) {
  const { formatMessage } = useIntl();
  const { dateTime } = useFormats();
  const href = useHref();
  const query = useQuery(HarvestNotesQuery, { variables: { run: run.id, first: PAGE }, fetchPolicy: 'cache-and-network' });
  const words = (detail: string) => {
    const fault = FAULTS.find((each) => each === detail);
    return fault ? formatMessage({ id: `interchange.why.${fault}` }) : detail;
  };
  const caption = formatMessage({ id: 'interchange.notes.of' }, { at: dateTime(run.startedAt) });
  return (
    <Section title={caption}>
      <QueryView query={query} page={false}>
        {({ harvestNotes: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'interchange.notes.none' })} />
          ) : (
            <>
              <DataTable
                caption={caption}
                captionHidden
                rows={edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'identifier',
                    header: formatMessage({ id: 'interchange.identifier' }),
                    cell: ({ identifier }) => identifier || '–',
                    whole: true,
                  },
                  {
                    key: 'kind',
                    header: formatMessage({ id: 'interchange.note' }),
                    cell: ({ kind }) => formatMessage({ id: `interchange.note.${kind}` }),
                  },
                  {
                    key: 'detail',
                    header: formatMessage({ id: 'interchange.detail' }),
                    cell: ({ detail, resource }) =>
                      resource ? (
                        <Link to={href(resourcePath(resource))} lang={resource.lang}>
                          {resource.title}
                        </Link>
                      ) : (
                        words(detail)
                      ),
                    whole: true,
                  },
                ]}
              />
              <Pager
                shown={edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
