import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, Dialog, FormErrorSummary, Pager, Section, SelectField, showToast } from '../../../ui/index.js';
import { LocalFields, type Text } from './CardFields.js';
import styles from './Directory.module.css';

const TopicRegisterQuery = graphql(`
  query TopicRegisterQuery($first: Int!, $after: String) {
    topics(first: $first, after: $after, includeRetired: true) {
      edges {
        node {
          id
          slug
          state
          version
          name {
            lang
            text
          }
          names {
            lang
            text
          }
          synonyms {
            lang
            text
          }
          parent {
            id
            name {
              lang
              text
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
type Topic = ResultOf<typeof TopicRegisterQuery>['topics']['edges'][number]['node'];

const CreateTopicMutation = graphql(`
  mutation CreateTopicMutation($input: CreateTopicInput!) {
    createTopic(input: $input) {
      topic {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const EditTopicMutation = graphql(`
  mutation EditTopicMutation($input: EditTopicInput!) {
    editTopic(input: $input) {
      topic {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const RetireTopicMutation = graphql(`
  mutation RetireTopicMutation($input: RetireTopicInput!) {
    retireTopic(input: $input) {
      topic {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const REFETCH = ['TopicRegisterQuery'];

/** Topics with their places in the tree: add, change, retire, bring back. */
export function TopicRegister() {
  const { formatMessage } = useIntl();
  const [edited, setEdited] = useState<Topic | 'new' | null>(null);
  const query = useQuery(TopicRegisterQuery, { variables: { first: 100 } });
  const [retire, retiring] = useCommand(RetireTopicMutation, { refetch: REFETCH });
  return (
    <QueryView query={query} page={false}>
      {({ topics: { edges, pageInfo } }) => {
        const all = edges.map(({ node }) => node);
        const top = all.filter(({ parent }) => parent === null);
        const ordered = top.flatMap((topic) => [topic, ...all.filter(({ parent }) => parent?.id === topic.id)]);
        const rest = all.filter((topic) => !ordered.includes(topic));
        return (
          <Section
            title={formatMessage({ id: 'directory.places.tab.topics' })}
            count={all.length}
            end={<Button onClick={() => setEdited('new')}>{formatMessage({ id: 'directory.topics.create' })}</Button>}
          >
            <CommandProblem state={retiring} onRefresh={() => void query.refetch()} />
            <ul className={styles['rows']}>
              {[...ordered, ...rest].map((topic) => (
                <li key={topic.id} data-row style={topic.parent ? { paddingInlineStart: 28 } : undefined}>
                  <h3 lang={topic.name.lang}>{topic.name.text}</h3>
                  {topic.synonyms.length > 0 && <p className={styles['quiet']}>{topic.synonyms.map(({ text }) => text).join(', ')}</p>}
                  <div className="button-row">
                    {topic.state === 'RETIRED' && <span>{formatMessage({ id: 'directory.topics.retired' })}</span>}
                    <Button kind="quiet" onClick={() => setEdited(topic)}>
                      {formatMessage({ id: 'directory.editTitle' }, { name: topic.name.text })}
                    </Button>
                    <Button
                      kind="quiet"
                      busy={retiring.busy}
                      onClick={() => void retire({ id: topic.id, expectedVersion: topic.version, retired: topic.state === 'CURRENT' })}
                    >
                      {formatMessage(
                        { id: topic.state === 'CURRENT' ? 'directory.topics.retire' : 'directory.topics.restore' },
                        { topic: topic.name.text },
                      )}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
            <Pager
              shown={all.length}
              hasMore={pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
            />
            {edited && (
              <TopicDialog
                key={edited === 'new' ? 'new' : edited.id}
                topic={edited === 'new' ? null : edited}
                parents={top}
                onClose={() => setEdited(null)}
              />
            )}
          </Section>
        );
      }}
    </QueryView>
  );
}

/** Synonyms of one language in one line, with commas. */
function joined(synonyms: readonly Text[]): Text[] {
  const langs = [...new Set(synonyms.map(({ lang }) => lang))];
  return langs.map((lang) => ({
    lang,
    text: synonyms
      .filter((each) => each.lang === lang)
      .map(({ text }) => text)
      .join(', '),
  }));
}

function TopicDialog({ topic, parents, onClose }: { topic: Topic | null; parents: readonly Topic[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [names, setNames] = useState<Text[]>(topic?.names.map(({ lang, text }) => ({ lang, text })) ?? []);
  const [synonyms, setSynonyms] = useState<Text[]>(joined(topic?.synonyms ?? []));
  const [parent, setParent] = useState(topic?.parent?.id ?? '');
  const onDone = () => {
    showToast(formatMessage({ id: 'directory.saved' }));
    onClose();
  };
  const [create, creating] = useCommand(CreateTopicMutation, { creates: true, refetch: REFETCH, onDone });
  const [edit, editing] = useCommand(EditTopicMutation, { refetch: REFETCH, onDone });
  const state = topic ? editing : creating;
  const submit = () => {
    const words = synonyms.flatMap(({ lang, text }) => text.split(',').map((word) => ({ lang, text: word.trim() })));
    const values = { names, synonyms: words.filter(({ text }) => text !== ''), parent: parent || null };
    return topic ? edit({ id: topic.id, expectedVersion: topic.version, ...values }) : create(values);
  };
  return (
    <Dialog
      open
      wide
      title={
        topic ? formatMessage({ id: 'directory.editTitle' }, { name: topic.name.text }) : formatMessage({ id: 'directory.topics.create' })
      }
      onClose={onClose}
      footer={
        <Button kind="primary" busy={state.busy} onClick={() => void submit()}>
          {formatMessage({ id: 'directory.save' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <LocalFields path="names" label={formatMessage({ id: 'directory.name' })} value={names} state={state} onChange={setNames} />
      <LocalFields
        path="synonyms"
        label={formatMessage({ id: 'directory.topics.synonyms' })}
        value={synonyms}
        state={state}
        onChange={setSynonyms}
      />
      <SelectField
        id="parent"
        optional
        label={formatMessage({ id: 'directory.topics.parent' })}
        placeholder={formatMessage({ id: 'directory.topics.noParent' })}
        value={parent}
        error={state.errorOf('parent')}
        choices={parents.filter(({ id }) => id !== topic?.id).map(({ id, name }) => ({ value: id, label: name.text }))}
        onChange={(event) => setParent(event.target.value)}
      />
    </Dialog>
  );
}
