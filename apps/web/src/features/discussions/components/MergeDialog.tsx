import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { Combobox, type ComboboxOption } from '../../../ui/index.js';
import { MergeThreadsMutation, ThreadChoicesQuery } from '../arranging-operations.js';
import { useArranged } from '../hooks/use-arranging.js';
import type { ThreadShown } from '../thread-operations.js';
import { ArrangeDialog } from './ArrangeDialog.js';

/** Asks into which other discussion of the network this one goes. */
export default function MergeDialog({ thread, onRefresh, onClose }: { thread: ThreadShown; onRefresh: () => void; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<ComboboxOption | null>(null);
  const arranged = useArranged(thread);
  const { data, loading } = useQuery(ThreadChoicesQuery, { variables: { network: thread.network.slug, title: typed || thread.title } });
  const [merge, state] = useCommand(MergeThreadsMutation, {
    onDone: ({ mergeThreads }) => {
      onClose();
      arranged('MERGE', mergeThreads);
    },
  });
  const words = typed.toLocaleLowerCase();
  const latest = data?.threads.edges.map(({ node }) => node).filter(({ title }) => title.toLocaleLowerCase().includes(words)) ?? [];
  const found = [...(data?.similarThreads ?? []), ...latest].filter(
    ({ id }, index, all) => id !== thread.id && all.findIndex((other) => other.id === id) === index,
  );
  return (
    <ArrangeDialog
      title={formatMessage({ id: 'discussions.thread.MERGE' })}
      lead={formatMessage({ id: 'discussions.merge.lead' })}
      state={state}
      onRefresh={onRefresh}
      onClose={onClose}
      onConfirm={(reason) => void merge({ threadId: thread.id, into: into?.value ?? '', reason, expectedSeq: thread.decisionSeq })}
      ready={into !== null}
    >
      <Combobox
        id="into"
        label={formatMessage({ id: 'discussions.merge.into' })}
        error={state.errorOf('into')}
        value={into}
        onChange={setInto}
        onQuery={setTyped}
        busy={loading}
        options={found.map(({ id, no, title, lang }) => ({ value: id, label: title, hint: `#${String(no)}`, lang }))}
      />
    </ArrangeDialog>
  );
}
