import { useQuery } from '@apollo/client/react';
import { RESOURCE_LIMITS } from '@stoa/domain';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Button, Combobox } from '../../../ui/index.js';
import type { ResourceDraft } from './draft.js';
import styles from './Library.module.css';

const ResourceTopicsQuery = graphql(`
  query ResourceTopicsQuery($search: String!) {
    topics(first: 10, search: $search) {
      edges {
        node {
          id
          name {
            lang
            text
          }
        }
      }
    }
  }
`);

/** What a resource is about, found by any of its names. */
export function TopicsField({
  value,
  error,
  onChange,
}: {
  value: ResourceDraft['topics'];
  error: string | undefined;
  onChange: (topics: ResourceDraft['topics']) => void;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, previousData, loading } = useQuery(ResourceTopicsQuery, { variables: { search } });
  const found = ((data ?? previousData)?.topics.edges ?? [])
    .map(({ node }) => node)
    .filter((topic) => !value.some(({ id }) => id === topic.id));
  return (
    <div className="field">
      {value.length < RESOURCE_LIMITS.topics && (
        <Combobox
          id="topicIds"
          label={formatMessage({ id: 'library.field.topics' })}
          hint={formatMessage({ id: 'library.field.topicsHint' })}
          error={error}
          value={null}
          busy={loading}
          onQuery={setTyped}
          options={found.map(({ id, name }) => ({ value: id, label: name.text, lang: name.lang }))}
          onChange={(option) => {
            const topic = found.find(({ id }) => id === option?.value);
            if (topic) onChange([...value, { id: topic.id, name: topic.name }]);
          }}
        />
      )}
      <ul className={styles['chips']}>
        {value.map(({ id, name }) => (
          <li key={id}>
            <Button kind="quiet" icon={X} onClick={() => onChange(value.filter((topic) => topic.id !== id))}>
              <span className="unseen">{formatMessage({ id: 'library.field.topicRemove' })} </span>
              <span lang={name.lang}>{name.text}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
