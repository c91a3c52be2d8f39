import { CATEGORY_STARTERS, LENGTHS, THREAD_KINDS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { Checkbox, RadioGroup, SelectField, showToast, TextArea, TextField } from '../../../ui/index.js';
import { SaveThreadCategoryMutation, type Category } from '../category-operations.js';

/** Writes a category of a network, new or changed. */
export function CategoryDialog({
  networkId,
  category,
  onRefresh,
  onClose,
}: {
  networkId: string;
  category: Category | null;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [name, setName] = useState(category?.name ?? '');
  const [description, setDescription] = useState(category?.description ?? '');
  const [startBy, setStartBy] = useState(category?.startBy ?? 'MEMBERS');
  const [defaultKind, setDefaultKind] = useState(category?.defaultKind ?? null);
  const [closed, setClosed] = useState(category?.closed ?? false);
  const [save, state] = useCommand(SaveThreadCategoryMutation, {
    creates: true,
    refetch: ['ThreadCategoriesQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'discussions.categories.saved' }));
      onClose();
    },
  });
  const send = () =>
    save({
      networkId,
      name,
      description,
      startBy,
      defaultKind,
      closed,
      ...(category ? { id: category.id, expectedVersion: category.version } : {}),
    });
  return (
    <FormDialog
      title={
        category
          ? formatMessage({ id: 'discussions.categories.edit' }, { name: category.name })
          : formatMessage({ id: 'discussions.categories.add' })
      }
      submitLabel={formatMessage({ id: 'discussions.categories.save' })}
      state={state}
      onSubmit={() => void send()}
      onRefresh={onRefresh}
      onClose={onClose}
    >
      <TextField
        id="name"
        label={formatMessage({ id: 'discussions.categories.name' })}
        error={state.errorOf('name')}
        value={name}
        maxLength={LENGTHS.name.max}
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        id="description"
        label={formatMessage({ id: 'discussions.categories.description' })}
        optional
        error={state.errorOf('description')}
        value={description}
        maxLength={LENGTHS.note.max}
        rows={2}
        onChange={(event) => setDescription(event.target.value)}
      />
      <RadioGroup
        name="startBy"
        label={formatMessage({ id: 'discussions.categories.startBy' })}
        value={startBy}
        choices={CATEGORY_STARTERS.map((each) => ({
          value: each,
          label: formatMessage({ id: `discussions.categories.startBy.${each}` }),
        }))}
        onChange={(value) => setStartBy(CATEGORY_STARTERS.find((each) => each === value) ?? 'MEMBERS')}
      />
      <SelectField
        id="defaultKind"
        label={formatMessage({ id: 'discussions.categories.defaultKind' })}
        placeholder={formatMessage({ id: 'discussions.categories.anyKind' })}
        choices={THREAD_KINDS.map((each) => ({ value: each, label: formatMessage({ id: `discussions.kind.${each}` }) }))}
        value={defaultKind ?? ''}
        onChange={(event) => setDefaultKind(THREAD_KINDS.find((each) => each === event.target.value) ?? null)}
      />
      <Checkbox
        label={formatMessage({ id: 'discussions.categories.close' })}
        hint={formatMessage({ id: 'discussions.categories.closeHint' })}
        checked={closed}
        onChange={(event) => setClosed(event.target.checked)}
      />
    </FormDialog>
  );
}
