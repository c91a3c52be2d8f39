import { useQuery } from '@apollo/client/react';
import { Check } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Combobox, type ComboboxOption } from '../../../ui/index.js';
import styles from './AskSentence.module.css';

const TopicSuggestionsQuery = graphql(`
  query TopicSuggestionsQuery($search: String!) {
    topics(first: 8, search: $search) {
      edges {
        node {
          id
          slug
          name {
            lang
            text
          }
          parent {
            id
            name {
              text
            }
          }
        }
      }
    }
  }
`);

const PlaceSuggestionsQuery = graphql(`
  query PlaceSuggestionsQuery($search: String!) {
    places(first: 8, search: $search) {
      edges {
        node {
          id
          key
          kind
          name {
            lang
            text
          }
          county {
            id
            name {
              text
            }
          }
        }
      }
    }
  }
`);

interface Chosen {
  topic: ComboboxOption | null;
  place: ComboboxOption | null;
}

/** "Who helps with … near …?": two words of a sentence that are typed and chosen. */
export function AskSentence({
  topic,
  place,
  unknown,
  onTopic,
  onPlace,
}: Chosen & {
  /** Which of both the address names without there being such a one. */
  unknown: { topic: boolean; place: boolean };
  onTopic: (slug: string | null) => void;
  onPlace: (key: string | null) => void;
}) {
  const { formatMessage } = useIntl();
  const [topicQuery, setTopicQuery] = useState('');
  const [placeQuery, setPlaceQuery] = useState('');
  const topics = useQuery(TopicSuggestionsQuery, { variables: { search: useDeferredValue(topicQuery) } });
  const typedPlace = useDeferredValue(placeQuery);
  const places = useQuery(PlaceSuggestionsQuery, { variables: { search: typedPlace }, skip: typedPlace.trim() === '' });
  const topicOptions = (topics.data ?? topics.previousData)?.topics.edges.map(({ node }): ComboboxOption => ({
    value: node.slug,
    label: node.name.text,
    lang: node.name.lang,
    ...(node.parent ? { hint: node.parent.name.text } : {}),
  }));
  const placeOptions =
    typedPlace.trim() === ''
      ? []
      : (places.data ?? places.previousData)?.places.edges.map(({ node }): ComboboxOption => ({
          value: node.key,
          label: node.name.text,
          lang: node.name.lang,
          hint: node.kind === 'COUNTY' ? formatMessage({ id: 'directory.place.COUNTY' }) : node.county.name.text,
        }));
  return (
    <div className={styles['ask']}>
      {formatMessage(
        { id: 'directory.find.question' },
        {
          topic: (
            <Combobox
              key="topic"
              id="find-topic"
              label={formatMessage({ id: 'directory.find.topic' })}
              placeholder={formatMessage({ id: 'directory.find.topicPlaceholder' })}
              value={topic}
              error={unknown.topic ? formatMessage({ id: 'directory.find.unknownTopic' }) : undefined}
              options={topicOptions ?? []}
              busy={topics.loading}
              onQuery={setTopicQuery}
              onChange={(option) => onTopic(option?.value ?? null)}
            />
          ),
          place: (
            <Combobox
              key="place"
              id="find-place"
              label={formatMessage({ id: 'directory.find.place' })}
              placeholder={formatMessage({ id: 'directory.find.placePlaceholder' })}
              value={place}
              error={unknown.place ? formatMessage({ id: 'directory.find.unknownPlace' }) : undefined}
              options={placeOptions ?? []}
              busy={places.loading}
              onQuery={setPlaceQuery}
              onChange={(option) => onPlace(option?.value ?? null)}
            />
          ),
        },
      )}
    </div>
  );
}

const CHIPS = ['PARENTS', 'TEACHERS', 'SCHOOLS', 'STUDENTS'] as const;
export type AskingAudience = (typeof CHIPS)[number];

/** An audience of the address, or null. */
export function askingAudience(text: string | null): AskingAudience | null {
  return CHIPS.find((chip) => chip === text) ?? null;
}

/** "I am a parent, a teacher …": one at most. */
export function AudienceChips({ value, onChange }: { value: AskingAudience | null; onChange: (audience: AskingAudience | null) => void }) {
  const { formatMessage } = useIntl();
  return (
    <fieldset className={styles['chips']}>
      <legend>{formatMessage({ id: 'directory.find.iAm' })}</legend>
      {CHIPS.map((chip) => (
        <button
          key={chip}
          type="button"
          className={styles['chip']}
          aria-pressed={value === chip}
          onClick={() => onChange(value === chip ? null : chip)}
        >
          {value === chip && <Check aria-hidden size={18} />}
          {formatMessage({ id: `directory.find.am.${chip}` })}
        </button>
      ))}
    </fieldset>
  );
}
