import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, DataTable, EmptyState, Icon, Pager, RadioGroup, Section } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { AppointmentListQuery, type AppointmentItem, type Role } from '../appointment-operations.js';
import { EndDialog } from './EndDialog.js';

const STATES = ['CURRENT', 'PLANNED', 'ENDED'] as const;
type State = (typeof STATES)[number];
const PAGE = 50;

/** Appointments by state: who holds what now, who will, who did. The state stands in the address. */
export function AppointmentTable({ territoryId, role }: { territoryId: string | null; role: Role | null }) {
  const { formatMessage } = useIntl();
  const [parameters, setParameters] = useSearchParams();
  const [ending, setEnding] = useState<AppointmentItem | null>(null);
  const state: State = STATES.find((value) => value === parameters.get('state')) ?? 'CURRENT';
  const query = useQuery(AppointmentListQuery, {
    variables: { first: PAGE, filter: { territoryId, role, state } },
    fetchPolicy: 'cache-and-network',
  });
  const choose = (value: string) => setParameters((before) => (before.set('state', value), before), { replace: true });
  return (
    <Section title={formatMessage({ id: 'appointments.list' })} id="list">
      <RadioGroup
        inline
        name="state"
        label={<span className="unseen">{formatMessage({ id: 'appointments.state' })}</span>}
        value={state}
        choices={STATES.map((value) => ({ value, label: formatMessage({ id: `appointments.state.${value}` }) }))}
        onChange={choose}
      />
      <QueryView query={query} page={false}>
        {({ appointments: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: `appointments.none.${state}` })} />
          ) : (
            <>
              <Rows rows={edges.map(({ node }) => node)} state={state} onEnd={setEnding} />
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
      <EndDialog appointment={ending} onClose={() => setEnding(null)} onRefresh={() => void query.refetch()} />
    </Section>
  );
}

function Rows({ rows, state, onEnd }: { rows: readonly AppointmentItem[]; state: State; onEnd: (row: AppointmentItem) => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <DataTable
      caption={formatMessage({ id: `appointments.state.${state}` })}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          header: formatMessage({ id: 'appointments.person' }),
          cell: ({ person, role }) => (
            <>
              <Link to={href(personPath(person))}>{person.displayName}</Link>
              <small>{formatMessage({ id: `appointments.roleName.${role}` })}</small>
            </>
          ),
        },
        {
          key: 'scope',
          header: formatMessage({ id: 'appointments.scope' }),
          cell: ({ scope }) =>
            scope && scope.kind !== 'EVERYTHING' ? (
              <Link to={href(scope.path)}>{scope.name}</Link>
            ) : (
              formatMessage({ id: 'appointments.kind.EVERYTHING' })
            ),
        },
        { key: 'term', header: formatMessage({ id: 'appointments.term' }), cell: (row) => <Term row={row} /> },
        {
          key: 'acts',
          header: <span className="unseen">{formatMessage({ id: 'appointments.acts' })}</span>,
          whole: true,
          cell: (row) => <Acts row={row} onEnd={onEnd} />,
        },
      ]}
    />
  );
}

function Term({ row }: { row: AppointmentItem }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const from = formats.shortDate(row.startsOn);
  const last = row.revokedAt ?? row.endsOn;
  return (
    <>
      {last
        ? formatMessage({ id: 'appointments.termTo' }, { from, to: formats.shortDate(last) })
        : formatMessage({ id: 'appointments.termFrom' }, { from })}
      {row.endReason && <small>{formatMessage({ id: 'appointments.endReason' }, { reason: row.endReason })}</small>}
      {row.appointedBy && <small>{formatMessage({ id: 'appointments.by' }, { name: row.appointedBy.displayName })}</small>}
    </>
  );
}

function Acts({ row, onEnd }: { row: AppointmentItem; onEnd: (row: AppointmentItem) => void }) {
  const { formatMessage } = useIntl();
  return (
    <span className="button-row">
      {row.letter ? (
        <a
          className="button quiet"
          href={row.letter.path}
          aria-label={formatMessage({ id: 'appointments.letterOf' }, { name: row.person.displayName })}
        >
          <Icon of={Download} />
          {formatMessage({ id: 'appointments.letter' })}
        </a>
      ) : null}
      {row.viewerCan.end && (
        <Button
          kind="subtle"
          onClick={() => onEnd(row)}
          aria-label={formatMessage({ id: 'appointments.end.of' }, { name: row.person.displayName, scope: row.scope?.name ?? '' })}
        >
          {formatMessage({ id: 'appointments.end' })}
        </Button>
      )}
    </span>
  );
}
