import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import type { CommandState } from '../../../app/api/use-command.js';
import { Button, Combobox, Section } from '../../../ui/index.js';
import styles from './CardFields.module.css';
import { LocalFields, type Text } from './CardFields.js';
import { useState } from 'react';

const TopicFieldsQuery = graphql(`
  query TopicFieldsQuery($search: String!) {
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

/** A topic that a structure answers for, as its form holds it. */
export interface TopicValue {
  id: string;
  name: Text;
  notes: Text[];
}

/** The topics of a structure, each with a note by language on how it helps. */
export function TopicFields({
  value,
  onChange,
  state,
}: {
  value: readonly TopicValue[];
  onChange: (value: TopicValue[]) => void;
  state: CommandState;
}) {
  const { formatMessage } = useIntl();
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(TopicFieldsQuery, { variables: { search } });
  const found = ((data ?? previousData)?.topics.edges ?? [])
    .map(({ node }) => node)
    .filter((topic) => !value.some(({ id }) => id === topic.id));
  return (
    <Section title={formatMessage({ id: 'directory.topics.title' })} count={value.length}>
      <ul className={styles['topics']}>
        {value.map((topic, index) => (
          <li key={topic.id}>
            <LocalFields
              path={`topics.${index}`}
              label={topic.name.text}
              value={topic.notes}
              state={state}
              onChange={(notes) => onChange(value.with(index, { ...topic, notes }))}
            />
            <Button kind="quiet" onClick={() => onChange(value.filter((_, at) => at !== index))}>
              {formatMessage({ id: 'directory.topics.remove' }, { topic: topic.name.text })}
            </Button>
          </li>
        ))}
      </ul>
      <Combobox
        label={formatMessage({ id: 'directory.topics.add' })}
        value={null}
        busy={loading}
        onQuery={setSearch}
        options={found.map(({ id, name }) => ({ value: id, label: name.text, lang: name.lang }))}
        onChange={(option) => {
          const topic = option && found.find(({ id }) => id === option.value);
          if (topic) onChange([...value, { ...topic, notes: [] }]);
        }}
      />
    </Section>
  );
}
