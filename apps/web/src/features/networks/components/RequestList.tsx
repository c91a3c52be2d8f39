import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Avatar, Button, Checkbox, FormErrorSummary, MarginNote, Section, showToast, TaskRow } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { AdmitMembersMutation, RefuseMembersMutation, WithdrawInvitationMutation } from '../membership-operations.js';
import { MEMBERS_QUERIES, type NetworkMembers } from '../network-queries.js';
import { Affiliation } from './Affiliation.js';
import { ReasonDialog } from './ReasonDialog.js';
import styles from './RequestList.module.css';

type Row = NonNullable<NetworkMembers['requests']>['edges'][number]['node'];

/** Requests, decided in place, one or several at once; and invitations that nobody answered yet. */
export function RequestList({ network, onRefresh }: { network: NetworkMembers; onRefresh: () => void }) {
  const requests = network.requests?.edges.map(({ node }) => node) ?? [];
  const invitations = network.invitations?.edges.map(({ node }) => node) ?? [];
  return (
    <>
      {requests.length > 0 && <Requests rows={requests} onRefresh={onRefresh} />}
      {invitations.length > 0 && <Invitations rows={invitations} onRefresh={onRefresh} />}
    </>
  );
}

function Requests({ rows, onRefresh }: { rows: readonly Row[]; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [refusing, setRefusing] = useState<readonly string[] | null>(null);
  const [admit, admitting] = useCommand(AdmitMembersMutation, { refetch: MEMBERS_QUERIES });
  const [refuse, refused] = useCommand(RefuseMembersMutation, { refetch: MEMBERS_QUERIES });
  // What was decided meanwhile is no longer in the list.
  const several = rows.filter((row) => chosen.includes(row.id)).map((row) => row.id);
  const admitAll = async (ids: readonly string[]) => {
    if ((await admit({ ids: [...ids] })).done) showToast(formatMessage({ id: 'networks.requests.admitted' }, { count: ids.length }));
  };
  const refuseAll = async (ids: readonly string[], reason: string) => {
    if (!(await refuse({ ids: [...ids], reason })).done) return;
    setRefusing(null);
    showToast(formatMessage({ id: 'networks.requests.refused' }, { count: ids.length }));
  };
  return (
    <Section
      title={formatMessage({ id: 'networks.requests' })}
      count={rows.length}
      end={
        several.length > 0 && (
          <span className="button-row">
            <Button kind="primary" busy={admitting.busy} onClick={() => void admitAll(several)}>
              {formatMessage({ id: 'networks.requests.admitSeveral' }, { count: several.length })}
            </Button>
            <Button onClick={() => setRefusing(several)}>
              {formatMessage({ id: 'networks.requests.refuseSeveral' }, { count: several.length })}
            </Button>
          </span>
        )
      }
    >
      <FormErrorSummary errors={admitting.errors} />
      <CommandProblem state={admitting} onRefresh={onRefresh} />
      <ul>
        {rows.map((row) => (
          <TaskRow
            key={row.id}
            margin={<MarginNote strong={formats.shortDate(row.requestedAt)}>{formats.time(row.requestedAt)}</MarginNote>}
            mark={<Avatar name={row.person.displayName} />}
            title={row.person.displayName}
            to={href(personPath(row.person))}
            detail={
              <>
                <Affiliation member={row} />
                {row.message && <span className={styles['message']}>{row.message}</span>}
              </>
            }
            actions={
              <>
                {rows.length > 1 && (
                  <Checkbox
                    label={
                      <span className="unseen">{formatMessage({ id: 'networks.requests.choose' }, { name: row.person.displayName })}</span>
                    }
                    checked={chosen.includes(row.id)}
                    onChange={(event) => setChosen(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
                  />
                )}
                <Button kind="subtle" onClick={() => setRefusing([row.id])}>
                  {formatMessage({ id: 'networks.requests.refuse' })}
                </Button>
                <Button busy={admitting.busy} onClick={() => void admitAll([row.id])}>
                  {formatMessage({ id: 'networks.requests.admit' })}
                </Button>
              </>
            }
          />
        ))}
      </ul>
      {refusing && (
        <ReasonDialog
          title={formatMessage({ id: 'networks.requests.refuseTitle' }, { count: refusing.length })}
          confirmLabel={formatMessage({ id: 'networks.requests.refuse' })}
          state={refused}
          onClose={() => setRefusing(null)}
          onConfirm={({ reason }) => void refuseAll(refusing, reason)}
        />
      )}
    </Section>
  );
}

function Invitations({ rows, onRefresh }: { rows: readonly Row[]; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [withdraw, state] = useCommand(WithdrawInvitationMutation, {
    refetch: MEMBERS_QUERIES,
    onDone: () => showToast(formatMessage({ id: 'networks.invitations.withdrawn' })),
  });
  return (
    <Section title={formatMessage({ id: 'networks.invitations' })} count={rows.length}>
      <CommandProblem state={state} onRefresh={onRefresh} />
      <ul>
        {rows.map((row) => (
          <TaskRow
            key={row.id}
            margin={<MarginNote strong={formats.shortDate(row.requestedAt)} />}
            mark={<Avatar name={row.person.displayName} />}
            title={row.person.displayName}
            detail={<Affiliation member={row} />}
            actions={
              <Button busy={state.busy} onClick={() => void withdraw({ id: row.id, expectedVersion: row.version })}>
                {formatMessage({ id: 'networks.invitations.withdraw' })}
              </Button>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
