import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { DataTable, Emblem, StatusMark } from '../../../ui/index.js';
import { networkPath } from '../paths.js';
import { YearState } from './YearState.js';

export const NetworkTable_network = graphql(`
  fragment NetworkTable_network on Network {
    id
    slug
    name
    lang
    kind
    membersCount
    lastActivityAt
    vacant
    coordinator {
      id
      displayName
    }
    county {
      id
      name {
        lang
        text
      }
    }
    year {
      id
      year
      state
    }
    membership {
      id
      state
    }
  }
`);

type Row = FragmentOf<typeof NetworkTable_network>;

/** Networks, a row each: who coordinates, how many take part, when something last happened. The margin says where the reader stands. */
export function NetworkTable({ networks }: { networks: readonly Row[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  return (
    <DataTable
      caption={formatMessage({ id: 'networks.title' })}
      captionHidden
      rows={networks}
      rowKey={(row) => row.id}
      margin={(row) => <Standing row={row} />}
      columns={[
        {
          key: 'name',
          header: formatMessage({ id: 'networks.column.name' }),
          cell: (row) => (
            <span className="named">
              <Emblem slug={row.slug} />
              <span>
                <Link to={href(networkPath(row))} lang={row.lang}>
                  {row.name}
                </Link>
                <small>
                  {formatMessage({ id: `networks.kind.${row.kind}` })}
                  {row.county && (
                    <>
                      {' · '}
                      <span lang={row.county.name.lang}>{row.county.name.text}</span>
                    </>
                  )}
                </small>
              </span>
            </span>
          ),
        },
        {
          key: 'coordinator',
          header: formatMessage({ id: 'networks.column.coordinator' }),
          whole: true,
          cell: (row) =>
            row.coordinator?.displayName ?? (
              <StatusMark status="danger" plain>
                {formatMessage({ id: 'networks.vacant' })}
              </StatusMark>
            ),
        },
        { key: 'year', header: formatMessage({ id: 'networks.column.year' }), cell: (row) => <YearState year={row.year} /> },
        {
          key: 'activity',
          header: formatMessage({ id: 'networks.column.activity' }),
          cell: (row) => <time dateTime={row.lastActivityAt}>{formats.shortDate(row.lastActivityAt)}</time>,
        },
        {
          key: 'members',
          header: formatMessage({ id: 'networks.column.members' }),
          number: true,
          cell: (row) => formats.number(row.membersCount),
        },
      ]}
    />
  );
}

function Standing({ row }: { row: Row }) {
  const { formatMessage } = useIntl();
  if (row.membership?.state === 'ACTIVE') return <StatusMark status="ok">{formatMessage({ id: 'networks.standing.ACTIVE' })}</StatusMark>;
  if (row.membership?.state === 'REQUESTED')
    return <StatusMark status="none">{formatMessage({ id: 'networks.standing.REQUESTED' })}</StatusMark>;
  if (row.membership?.state === 'INVITED')
    return <StatusMark status="warn">{formatMessage({ id: 'networks.standing.INVITED' })}</StatusMark>;
  return null;
}
