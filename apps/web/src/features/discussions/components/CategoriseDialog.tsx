import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { SelectField } from '../../../ui/index.js';
import { CategoriseThreadMutation } from '../arranging-operations.js';
import { ThreadCategoriesQuery } from '../category-operations.js';
import { useArranged } from '../hooks/use-arranging.js';
import type { ThreadShown } from '../thread-operations.js';
import { ArrangeDialog } from './ArrangeDialog.js';

/** Asks into which category of the network a discussion belongs. */
export function CategoriseDialog({ thread, onRefresh, onClose }: { thread: ThreadShown; onRefresh: () => void; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const before = thread.category?.id ?? '';
  const [category, setCategory] = useState(before);
  const arranged = useArranged(thread);
  const { data } = useQuery(ThreadCategoriesQuery, { variables: { network: thread.network.slug } });
  const [categorise, state] = useCommand(CategoriseThreadMutation, {
    onDone: ({ categoriseThread }) => {
      onClose();
      arranged('CATEGORY', categoriseThread);
    },
  });
  return (
    <ArrangeDialog
      title={formatMessage({ id: 'discussions.thread.CATEGORY' })}
      lead={formatMessage({ id: 'discussions.categories.chooseLead' })}
      state={state}
      onRefresh={onRefresh}
      onClose={onClose}
      onConfirm={(reason) =>
        void categorise({ threadId: thread.id, categoryId: category || null, reason, expectedSeq: thread.decisionSeq })
      }
      ready={category !== before}
    >
      <SelectField
        id="categoryId"
        label={formatMessage({ id: 'discussions.categories.one' })}
        error={state.errorOf('categoryId')}
        placeholder={formatMessage({ id: 'discussions.categories.none' })}
        choices={(data?.threadCategories?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={category}
        onChange={(event) => setCategory(event.target.value)}
      />
    </ArrangeDialog>
  );
}
