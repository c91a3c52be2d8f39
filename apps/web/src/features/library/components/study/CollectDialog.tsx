import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../../app/api/use-command.js';
import { CommandProblem } from '../../../../app/CommandProblem.js';
import { useLanguage } from '../../../../app/i18n/use-language.js';
import { QueryView } from '../../../../app/QueryView.js';
import { Button, Checkbox, Dialog, TextField } from '../../../../ui/index.js';
import { CollectResourceMutation, NewCollectionMutation, OwnCollectionsQuery } from './study-operations.js';

/** Puts a resource into collections of the reader's own, or a new one. */
export function CollectDialog({ resourceId, onClose }: { resourceId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const lang = useLanguage();
  const query = useQuery(OwnCollectionsQuery, { variables: { first: 100, id: resourceId }, fetchPolicy: 'network-only' });
  const refetch = () => void query.refetch();
  const [collect, collecting] = useCommand(CollectResourceMutation, { onDone: refetch });
  const [title, setTitle] = useState('');
  const [create, creating] = useCommand(NewCollectionMutation, {
    creates: true,
    onDone: () => {
      setTitle('');
      refetch();
    },
  });
  return (
    <Dialog
      open
      title={formatMessage({ id: 'library.study.collect.title' })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{formatMessage({ id: 'ui.close' })}</Button>}
    >
      <QueryView query={query} page={false}>
        {({ ownCollections, resource }) =>
          ownCollections.edges.map(({ node }) => {
            const isIn = resource?.ownCollectionIds.includes(node.id) ?? false;
            return (
              <Checkbox
                key={node.id}
                label={<span lang={node.lang}>{node.title}</span>}
                checked={isIn}
                onChange={() => void collect({ collectionId: node.id, resourceId, collected: !isIn })}
              />
            );
          })
        }
      </QueryView>
      <CommandProblem state={collecting} />
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create({ title, summary: '', lang, items: [{ resourceId, remark: '' }] });
        }}
      >
        <TextField
          id="title"
          label={formatMessage({ id: 'library.study.collect.new' })}
          error={creating.errorOf('title')}
          value={title}
          maxLength={160}
          onChange={({ target }) => setTitle(target.value)}
        />
        <CommandProblem state={creating} />
        <div>
          <Button type="submit" busy={creating.busy}>
            {formatMessage({ id: 'library.study.collect.create' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
