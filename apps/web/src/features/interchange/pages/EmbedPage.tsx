import { useQuery } from '@apollo/client/react';
import { RESOURCE_KINDS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, PageHeader, Section, SelectField, SheetRow, showToast, TextArea } from '../../../ui/index.js';
import styles from './EmbedPage.module.css';

const EmbedPageQuery = graphql(`
  query EmbedPageQuery($first: Int!) {
    topics(first: $first) {
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
`);

const COUNTS = ['5', '10', '20', '30'] as const;

/** A list of the library for a school's own web site: choose what it shows, take the lines that show it. */
export function Component() {
  const query = useQuery(EmbedPageQuery, { variables: { first: 100 } });
  return (
    <QueryView query={query}>
      {({ topics }) => <EmbedMaker topics={topics.edges.map(({ node }) => ({ value: node.slug, label: node.name.text }))} />}
    </QueryView>
  );
}

function EmbedMaker({ topics }: { topics: readonly { value: string; label: string }[] }) {
  const { formatMessage } = useIntl();
  const language = useLanguage();
  const [topic, setTopic] = useState('');
  const [kind, setKind] = useState('');
  const [count, setCount] = useState<string>('10');
  const asked = Object.entries({ topic, kind: kind.toLowerCase(), count, hl: language }).filter(([, value]) => value !== '');
  const path = `/embed/library?${new URLSearchParams(asked).toString()}`;
  const title = formatMessage({ id: 'embed.frame' });
  const snippet = `<iframe src="${window.location.origin}${path.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`;
  const copy = async () => {
    await navigator.clipboard.writeText(snippet);
    showToast(formatMessage({ id: 'embed.copied' }));
  };
  return (
    <SheetRow>
      <PageHeader title={formatMessage({ id: 'embed.title' })} lead={formatMessage({ id: 'embed.lead' })} />
      <div className="form">
        <SelectField
          id="topic"
          label={formatMessage({ id: 'embed.topic' })}
          placeholder={formatMessage({ id: 'embed.all' })}
          choices={topics}
          value={topic}
          onChange={({ target }) => setTopic(target.value)}
        />
        <SelectField
          id="kind"
          label={formatMessage({ id: 'embed.kind' })}
          placeholder={formatMessage({ id: 'embed.all' })}
          choices={RESOURCE_KINDS.map((value) => ({ value, label: formatMessage({ id: `interchange.kind.${value}` }) }))}
          value={kind}
          onChange={({ target }) => setKind(target.value)}
        />
        <SelectField
          id="count"
          label={formatMessage({ id: 'embed.count' })}
          choices={COUNTS.map((value) => ({ value, label: value }))}
          value={count}
          onChange={({ target }) => setCount(target.value)}
        />
        <TextArea
          id="snippet"
          label={formatMessage({ id: 'embed.snippet' })}
          hint={formatMessage({ id: 'embed.snippet.hint' })}
          readOnly
          rows={4}
          value={snippet}
        />
        <div className="button-row">
          <Button kind="primary" onClick={() => void copy()}>
            {formatMessage({ id: 'embed.copy' })}
          </Button>
        </div>
      </div>
      <Section title={formatMessage({ id: 'embed.preview' })}>
        <iframe className={styles.frame} src={path} title={title} width="100%" height="480" loading="lazy" />
      </Section>
    </SheetRow>
  );
}
