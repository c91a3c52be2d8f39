import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, EmptyState, Pager, Section, SheetRow } from '../../../ui/index.js';
import { usePageTitle } from '../../../ui/page-title.js';
import { AnswerList, AnswerList_answer } from '../components/AnswerList.js';
import styles from '../components/AnswerList.module.css';
import { AskSentence, askingAudience, AudienceChips } from '../components/AskSentence.js';
import { TileGrid } from '../components/TileGrid.js';
import { centresPath, findPath } from '../paths.js';

const FindPageQuery = graphql(`
  query FindPageQuery($topic: String, $place: String!, $withPlace: Boolean!) {
    topic(slug: $topic) {
      id
      slug
      name {
        lang
        text
      }
    }
    place(key: $place) @include(if: $withPlace) {
      id
      key
      name {
        lang
        text
      }
      municipality {
        id
      }
      county {
        id
        slug
        name {
          lang
          text
        }
        children(first: 100) {
          edges {
            node {
              id
              slug
              name {
                lang
                text
              }
            }
          }
        }
      }
    }
  }
`);

const FindAnswersQuery = graphql(
  `
    query FindAnswersQuery($first: Int!, $after: String, $topic: String, $place: String, $audience: Audience) {
      helpAnswers(first: $first, after: $after, topic: $topic, place: $place, audience: $audience) {
        edges {
          node {
            ...AnswerList_answer
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AnswerList_answer],
);

/** Who helps with X near Y? */
export function Component() {
  const { formatMessage } = useIntl();
  const [params, setParams] = useSearchParams();
  const topic = params.get('topic');
  const placeKey = params.get('place');
  const audience = askingAudience(params.get('as'));
  const asked = useQuery(FindPageQuery, { variables: { topic: topic ?? '', place: placeKey ?? '', withPlace: placeKey !== null } });
  const set = useCallback(
    (name: string, value: string | null) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      }),
    [setParams],
  );
  const data = asked.data ?? asked.previousData;
  const place = placeKey ? (data?.place ?? null) : null;
  const found = topic ? (data?.topic ?? null) : null;
  // An address may name what is not, or no longer, in the registers: the page stays and says so beside the word.
  const unknown = { topic: isUnknown(asked.data, topic, found), place: isUnknown(asked.data, placeKey, place) };
  const title = found
    ? formatMessage({ id: 'directory.find.titleWith' }, { topic: found.name.text })
    : formatMessage({ id: 'directory.find.title' });
  usePageTitle(title);
  const county = place?.county;
  return (
    <>
      <SheetRow>
        <h1 tabIndex={-1} className="unseen">
          {title}
        </h1>
        <AskSentence
          topic={found && { value: found.slug, label: found.name.text, lang: found.name.lang }}
          place={place && { value: place.key, label: place.name.text, lang: place.name.lang }}
          unknown={unknown}
          onTopic={(slug) => set('topic', slug)}
          onPlace={(key) => set('place', key)}
        />
        <AudienceChips value={audience} onChange={(chip) => set('as', chip)} />
      </SheetRow>
      <Answers
        topic={unknown.topic ? null : topic}
        place={unknown.place ? null : placeKey}
        audience={audience}
        waiting={asked.loading && !data}
        tiles={(whereIds) =>
          county &&
          county.children.edges.length > 0 && (
            <Section title={formatMessage({ id: 'directory.tiles.title' })}>
              <TileGrid
                county={county.name.text}
                tiles={county.children.edges.map(({ node }) => node)}
                yours={place.municipality?.id ?? null}
                topic={topic}
                whereIds={whereIds}
              />
            </Section>
          )
        }
      />
    </>
  );
}

/** Whether an answer came and does not hold what was asked for. */
function isUnknown(answered: unknown, asked: string | null, found: unknown): boolean {
  return Boolean(answered && asked && !found);
}

function Answers({
  topic,
  place,
  audience,
  waiting,
  tiles,
}: {
  topic: string | null;
  place: string | null;
  audience: ReturnType<typeof askingAudience>;
  /** It is not known yet whether there are such a topic and place. */
  waiting: boolean;
  tiles: (whereIds: string[]) => React.ReactNode;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(FindAnswersQuery, { variables: { first: 20, topic, place, audience } });
  return (
    <QueryView query={waiting ? { refetch: query.refetch } : query}>
      {({ helpAnswers: { edges, pageInfo } }) => (
        <SheetRow aside={tiles(edges.map(({ node }) => node.where.id))} asideWidth={300}>
          {edges.length === 0 ? (
            <EmptyState
              title={formatMessage({ id: 'directory.find.none' })}
              action={
                <ButtonLink to={href(topic ? findPath({ topic }) : centresPath())}>
                  {formatMessage({ id: topic ? 'directory.find.everywhere' : 'directory.find.allCentres' })}
                </ButtonLink>
              }
            >
              {formatMessage({ id: 'directory.find.noneText' })}
            </EmptyState>
          ) : (
            <>
              <p className={styles['head']}>
                <b role="status">
                  {formatMessage({ id: 'directory.find.count' }, { count: edges.length, more: pageInfo.hasNextPage ? 'yes' : 'no' })}
                </b>
                <span>{formatMessage({ id: 'directory.find.order' })}</span>
              </p>
              <AnswerList answers={edges.map(({ node }) => node)} audience={audience} />
              <Pager
                shown={edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            </>
          )}
        </SheetRow>
      )}
    </QueryView>
  );
}
