import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { Combobox, type ComboboxOption } from '../../../ui/index.js';
import { MoveThreadMutation, NetworkChoicesQuery } from '../arranging-operations.js';
import { useArranged } from '../hooks/use-arranging.js';
import type { ThreadShown } from '../thread-operations.js';
import { ArrangeDialog } from './ArrangeDialog.js';

/** Asks to which other network of the moderator's a discussion goes. */
export default function MoveDialog({ thread, onRefresh, onClose }: { thread: ThreadShown; onRefresh: () => void; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const [network, setNetwork] = useState<ComboboxOption | null>(null);
  const arranged = useArranged(thread);
  const { data, loading } = useQuery(NetworkChoicesQuery, { variables: { query: typed } });
  const [move, state] = useCommand(MoveThreadMutation, {
    onDone: ({ moveThread }) => {
      onClose();
      arranged('MOVE', moveThread);
    },
  });
  const options = (data?.networks.edges ?? [])
    .map(({ node }) => node)
    .filter(({ slug, viewerCan }) => viewerCan.edit && slug !== thread.network.slug)
    .map(({ slug, name, lang }) => ({ value: slug, label: name, lang }));
  return (
    <ArrangeDialog
      title={formatMessage({ id: 'discussions.thread.MOVE' })}
      lead={formatMessage({ id: 'discussions.move.lead' })}
      state={state}
      onRefresh={onRefresh}
      onClose={onClose}
      onConfirm={(reason) => void move({ threadId: thread.id, network: network?.value ?? '', reason, expectedSeq: thread.decisionSeq })}
      ready={network !== null}
    >
      <Combobox
        id="network"
        label={formatMessage({ id: 'discussions.move.network' })}
        hint={formatMessage({ id: 'discussions.move.networkHint' })}
        error={state.errorOf('network')}
        value={network}
        onChange={setNetwork}
        onQuery={setTyped}
        busy={loading}
        options={options}
      />
    </ArrangeDialog>
  );
}
