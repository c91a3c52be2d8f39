import { RESOURCE_LANGUAGES } from '@stoa/domain';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, FormErrorSummary, IconButton, SelectField, TextArea, TextField } from '../../../ui/index.js';
import { SaveCollectionMutation, type CollectionView_collection } from '../collection-operations.js';
import styles from './PathForm.module.css';

/** The form of a collection: its words, the order of its resources, a remark on each. */
export function CollectionForm({
  collection,
  onDone,
  onRefresh,
}: {
  collection: FragmentOf<typeof CollectionView_collection>;
  onDone: () => void;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const [title, setTitle] = useState(collection.title);
  const [summary, setSummary] = useState(collection.summary);
  const [lang, setLang] = useState(collection.lang);
  const [items, setItems] = useState(() => collection.items.map(({ resource, remark }) => ({ resource, remark })));
  const [save, state] = useCommand(SaveCollectionMutation, { onDone });
  const move = (at: number, by: -1 | 1) =>
    setItems((all) => {
      const moved = [...all];
      const [taken] = moved.splice(at, 1);
      if (taken) moved.splice(at + by, 0, taken);
      return moved;
    });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({
          id: collection.id,
          expectedVersion: collection.version,
          title,
          summary,
          lang,
          items: items.map(({ resource, remark }) => ({ resourceId: resource.id, remark })),
        });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <TextField
        id="title"
        label={formatMessage({ id: 'learning.form.title' })}
        error={state.errorOf('title')}
        maxLength={160}
        lang={lang}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'learning.form.lang' })}
        error={state.errorOf('lang')}
        value={lang}
        choices={RESOURCE_LANGUAGES.map((each) => ({
          value: each,
          label: new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? each,
        }))}
        onChange={({ target }) => setLang(target.value)}
      />
      <TextArea
        id="summary"
        label={formatMessage({ id: 'learning.form.summary' })}
        error={state.errorOf('summary')}
        optional
        rows={3}
        maxLength={4_000}
        lang={lang}
        value={summary}
        onChange={({ target }) => setSummary(target.value)}
      />
      {items.map(({ resource, remark }, at) => (
        <fieldset key={resource.id} className={styles.step}>
          <legend lang={resource.lang}>{resource.title}</legend>
          <div className="fields">
            <TextField
              id={`items.${String(at)}.remark`}
              label={formatMessage({ id: 'learning.collection.remark' })}
              error={state.errorOf(`items.${String(at)}.remark`)}
              optional
              maxLength={1_000}
              lang={lang}
              value={remark}
              onChange={({ target }) =>
                setItems((all) => all.map((each, index) => (index === at ? { ...each, remark: target.value } : each)))
              }
            />
            <div className="button-row">
              <IconButton
                icon={ArrowUp}
                label={formatMessage({ id: 'learning.collection.up' }, { title: resource.title })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={formatMessage({ id: 'learning.collection.down' }, { title: resource.title })}
                disabled={at === items.length - 1}
                onClick={() => move(at, 1)}
              />
              <IconButton
                icon={Trash2}
                label={formatMessage({ id: 'learning.collection.remove' }, { title: resource.title })}
                onClick={() => setItems((all) => all.filter((each) => each.resource.id !== resource.id))}
              />
            </div>
          </div>
        </fieldset>
      ))}
      <CommandProblem state={state} onRefresh={onRefresh} />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'learning.collection.save' })}
        </Button>
        <Button onClick={onDone}>{formatMessage({ id: 'ui.cancel' })}</Button>
      </div>
    </form>
  );
}
