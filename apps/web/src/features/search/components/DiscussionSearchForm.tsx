import { useQuery } from '@apollo/client/react';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Button, DateField, SelectField, TextField } from '../../../ui/index.js';
import type { DiscussionSearch } from '../paths.js';
import styles from './DiscussionSearch.module.css';

import { CategoryField } from './CategoryField.js';

const SearchNetworksQuery = graphql(`
  query SearchNetworksQuery {
    networks(first: 100, mine: true) {
      edges {
        node {
          id
          slug
          name
        }
      }
    }
  }
`);

const QUERY_MAX = 200;
const KINDS = ['QUESTION', 'DISCUSSION'] as const;
const ANSWERS = ['yes', 'no'] as const;

/** What to look for in discussions. The network of the address stands among the choices even where the reader is no member of it. */
export function DiscussionSearchForm({ search, onSearch }: { search: DiscussionSearch; onSearch: (search: DiscussionSearch) => void }) {
  const { formatMessage } = useIntl();
  const [draft, setDraft] = useState(search);
  const own = useQuery(SearchNetworksQuery).data?.networks.edges.map(({ node }) => ({ value: node.slug, label: node.name })) ?? [];
  const set = (change: Partial<DiscussionSearch>) => setDraft((before) => ({ ...before, ...change }));
  const asked = search.network;
  const networks = asked && !own.some(({ value }) => value === asked) ? [...own, { value: asked, label: asked }] : own;
  const isFiltered = Object.keys(search).some((key) => key !== 'q');
  return (
    <form
      role="search"
      aria-label={formatMessage({ id: 'search.tab.discussions' })}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(draft);
      }}
    >
      <TextField
        id="q"
        type="search"
        label={formatMessage({ id: 'search.words' })}
        maxLength={QUERY_MAX}
        value={draft.q ?? ''}
        onChange={({ target }) => set({ q: target.value })}
      />
      <details className={styles['filters']} open={isFiltered}>
        <summary>{formatMessage({ id: 'search.filters' })}</summary>
        <div className={styles['grid']}>
          <TextField
            id="author"
            label={formatMessage({ id: 'search.author' })}
            maxLength={QUERY_MAX}
            autoComplete="off"
            value={draft.author ?? ''}
            onChange={({ target }) => set({ author: target.value })}
          />
          <SelectField
            id="network"
            label={formatMessage({ id: 'search.network' })}
            placeholder={formatMessage({ id: 'search.network.all' })}
            choices={networks}
            value={draft.network ?? ''}
            // Another network has other categories.
            onChange={({ target }) => setDraft(({ category: _category, ...rest }) => ({ ...rest, network: target.value }))}
          />
          {draft.network && (
            <CategoryField network={draft.network} value={draft.category ?? ''} onChange={(category) => set({ category })} />
          )}
          <SelectField
            id="kind"
            label={formatMessage({ id: 'search.threadKind' })}
            placeholder={formatMessage({ id: 'search.threadKind.all' })}
            choices={KINDS.map((value) => ({ value, label: formatMessage({ id: `search.threadKind.${value}` }) }))}
            value={draft.kind ?? ''}
            onChange={({ target }) => setDraft(({ kind: _kind, ...rest }) => ({ ...rest, ...pick('kind', KINDS, target.value) }))}
          />
          <SelectField
            id="answered"
            label={formatMessage({ id: 'search.answered' })}
            placeholder={formatMessage({ id: 'search.answered.all' })}
            choices={ANSWERS.map((value) => ({ value, label: formatMessage({ id: `search.answered.${value}` }) }))}
            value={draft.answered ?? ''}
            onChange={({ target }) =>
              setDraft(({ answered: _answered, ...rest }) => ({ ...rest, ...pick('answered', ANSWERS, target.value) }))
            }
          />
          <DateField
            id="from"
            label={formatMessage({ id: 'search.from' })}
            value={draft.from ?? ''}
            onChange={({ target }) => set({ from: target.value })}
          />
          <DateField
            id="to"
            label={formatMessage({ id: 'search.to' })}
            value={draft.to ?? ''}
            onChange={({ target }) => set({ to: target.value })}
          />
        </div>
      </details>
      <div className="button-row">
        <Button kind="primary" type="submit" icon={Search}>
          {formatMessage({ id: 'search.submit' })}
        </Button>
        {isFiltered && <Button onClick={() => onSearch(search.q ? { q: search.q } : {})}>{formatMessage({ id: 'search.clear' })}</Button>}
      </div>
    </form>
  );
}

/** A choice by its name, or nothing where none was made. */
function pick<Key extends string, Value extends string>(key: Key, values: readonly Value[], chosen: string): Partial<Record<Key, Value>> {
  const value = values.find((each) => each === chosen);
  return (value ? { [key]: value } : {}) as Partial<Record<Key, Value>>;
}
