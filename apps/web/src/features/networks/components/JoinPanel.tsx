import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router';
import { useCommand, type CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, Button, ButtonLink, ConfirmDialog, FormErrorSummary, showToast, TextArea } from '../../../ui/index.js';
import { ownDecisionsPath } from '../../moderation/paths.js';
import {
  AcceptNetworkInvitationMutation,
  DeclineNetworkInvitationMutation,
  JoinNetworkMutation,
  LeaveNetworkMutation,
  WithdrawJoinRequestMutation,
} from '../membership-operations.js';
import type { NetworkOverview } from '../network-queries.js';
import { networkTabPath } from '../paths.js';
import { lastDay } from '../suspension.js';

interface PanelProps {
  network: NetworkOverview;
  onRefresh: () => void;
}

/** How the reader stands to the network, and the one thing to do about it. */
export function JoinPanel({ network, onRefresh }: PanelProps) {
  const { viewer, known } = useViewer();
  if (!known) return null;
  if (viewer === null) return <SignInToJoin network={network} />;
  if (network.membership?.state === 'ACTIVE') return <Member network={network} onRefresh={onRefresh} />;
  if (network.membership?.state === 'REQUESTED') return <Waiting network={network} onRefresh={onRefresh} />;
  if (network.membership?.state === 'INVITED') return <Invited network={network} onRefresh={onRefresh} />;
  return <Outside network={network} onRefresh={onRefresh} />;
}

function Problems({ state, onRefresh }: { state: CommandState; onRefresh: () => void }) {
  return (
    <>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
    </>
  );
}

function SignInToJoin({ network }: { network: NetworkOverview }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { pathname } = useLocation();
  if (network.joiningRule === 'INVITATION' || network.year === null || network.year.state === 'CONCLUDED') return null;
  return (
    <Banner
      actions={
        <ButtonLink kind="primary" to={`${href('/sign-in')}?return=${encodeURIComponent(pathname)}`}>
          {formatMessage({ id: 'networks.join.signIn' })}
        </ButtonLink>
      }
    >
      {formatMessage({ id: 'networks.join.visitor' })}
    </Banner>
  );
}

function Outside({ network, onRefresh }: PanelProps) {
  const { formatMessage } = useIntl();
  const [writing, setWriting] = useState(false);
  const [message, setMessage] = useState('');
  const [join, state] = useCommand(JoinNetworkMutation, { creates: true, refetch: ['NetworkPageQuery'] });
  const outcome = network.viewerCan.joinsAs;
  const last = network.membership;
  const before = last?.reason && (
    <Banner tone="warn">
      {formatMessage({ id: last.state === 'REFUSED' ? 'networks.join.wasRefused' : 'networks.join.wasRemoved' }, { reason: last.reason })}
    </Banner>
  );
  if (!network.viewerCan.join) {
    // Whoever runs the network without being a member needs no word about joining.
    if (network.viewerCan.readMembers) return null;
    return (
      <>
        {before}
        <Banner>
          {formatMessage({ id: network.joiningRule === 'INVITATION' ? 'networks.join.byInvitation' : 'networks.join.closed' })}
        </Banner>
      </>
    );
  }
  const send = async () => {
    const done = await join({ networkId: network.id, message });
    if (done.done) showToast(formatMessage({ id: outcome === 'ACTIVE' ? 'networks.join.done' : 'networks.join.asked' }));
  };
  const ask = (
    <Button
      kind={network.viewerCan.readMembers ? 'outlined' : 'primary'}
      busy={state.busy}
      onClick={() => (outcome === 'ACTIVE' || network.viewerCan.readMembers ? void send() : setWriting(true))}
    >
      {formatMessage({ id: outcome === 'ACTIVE' ? 'networks.join' : 'networks.join.ask' })}
    </Button>
  );
  return (
    <>
      {before}
      <Problems state={state} onRefresh={onRefresh} />
      {writing ? (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextArea
            id="message"
            optional
            label={formatMessage({ id: 'networks.join.message' })}
            hint={formatMessage({ id: 'networks.join.messageHint' })}
            error={state.errorOf('message')}
            value={message}
            maxLength={1000}
            autoFocus
            onChange={(event) => setMessage(event.target.value)}
          />
          <div className="button-row">
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'networks.join.send' })}
            </Button>
            <Button onClick={() => setWriting(false)}>{formatMessage({ id: 'ui.cancel' })}</Button>
          </div>
        </form>
      ) : network.viewerCan.readMembers ? (
        <div className="button-row">{ask}</div>
      ) : (
        <Banner actions={ask}>{formatMessage({ id: outcome === 'ACTIVE' ? 'networks.join.open' : 'networks.join.request' })}</Banner>
      )}
    </>
  );
}

function Waiting({ network, onRefresh }: PanelProps) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [withdraw, state] = useCommand(WithdrawJoinRequestMutation, {
    onDone: () => showToast(formatMessage({ id: 'networks.join.withdrawn' })),
  });
  const { membership } = network;
  if (!membership) return null;
  return (
    <>
      <Problems state={state} onRefresh={onRefresh} />
      <Banner
        tone="warn"
        actions={
          <Button busy={state.busy} onClick={() => void withdraw({ networkId: network.id, expectedVersion: membership.version })}>
            {formatMessage({ id: 'networks.join.withdraw' })}
          </Button>
        }
      >
        {formatMessage({ id: 'networks.join.pending' }, { date: formats.date(membership.requestedAt) })}
      </Banner>
    </>
  );
}

function Invited({ network, onRefresh }: PanelProps) {
  const { formatMessage } = useIntl();
  const [accept, accepting] = useCommand(AcceptNetworkInvitationMutation, {
    onDone: () => showToast(formatMessage({ id: 'networks.join.done' })),
  });
  const [decline, declining] = useCommand(DeclineNetworkInvitationMutation, {
    onDone: () => showToast(formatMessage({ id: 'networks.join.declined' })),
  });
  const { membership } = network;
  if (!membership) return null;
  const input = { networkId: network.id, expectedVersion: membership.version };
  return (
    <>
      <Problems state={accepting} onRefresh={onRefresh} />
      <Problems state={declining} onRefresh={onRefresh} />
      <Banner
        tone="ok"
        actions={
          <>
            <Button kind="primary" busy={accepting.busy} onClick={() => void accept(input)}>
              {formatMessage({ id: 'networks.join.accept' })}
            </Button>
            <Button busy={declining.busy} onClick={() => void decline(input)}>
              {formatMessage({ id: 'networks.join.decline' })}
            </Button>
          </>
        }
      >
        {formatMessage({ id: 'networks.join.invited' })}
      </Banner>
    </>
  );
}

function Member({ network, onRefresh }: PanelProps) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [asking, setAsking] = useState(false);
  const [leave, state] = useCommand(LeaveNetworkMutation, {
    onDone: () => {
      setAsking(false);
      showToast(formatMessage({ id: 'networks.leave.done' }));
    },
  });
  const { membership } = network;
  if (!membership) return null;
  const suspended = membership.suspendedUntil !== null && !network.viewerCan.write;
  return (
    <>
      <Problems state={state} onRefresh={onRefresh} />
      {suspended && membership.suspendedUntil !== null && (
        <Banner tone="warn">
          {formatMessage(
            { id: 'networks.suspended' },
            { until: formats.date(lastDay(membership.suspendedUntil)), reason: membership.reason ?? '' },
          )}{' '}
          <Link className="link" to={href(ownDecisionsPath())}>
            {formatMessage({ id: 'moderation.own.title' })}
          </Link>
        </Banner>
      )}
      <div className="button-row">
        <ButtonLink kind="primary" to={href(networkTabPath(network, 'discussions'))}>
          {formatMessage({ id: 'networks.toDiscussions' })}
        </ButtonLink>
        <Button onClick={() => setAsking(true)}>{formatMessage({ id: 'networks.leave' })}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={formatMessage({ id: 'networks.leave.title' }, { network: network.name })}
        confirmLabel={formatMessage({ id: 'networks.leave' })}
        busy={state.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void leave({ networkId: network.id, expectedVersion: membership.version })}
      >
        <p>{formatMessage({ id: network.joiningRule === 'OPEN' ? 'networks.leave.open' : 'networks.leave.text' })}</p>
      </ConfirmDialog>
    </>
  );
}
