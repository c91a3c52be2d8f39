import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { languageNames } from '../../../app/i18n/languages.js';
import { useLanguage } from '../../../app/i18n/use-language.js';

const DecideTemplatesQuery = graphql(`
  query DecideTemplatesQuery($network: String!) {
    reasonTemplates(network: $network) {
      networkId
      templates {
        id
        lang
        title
        body
      }
    }
  }
`);

/** A template of reasons to choose; the words can be changed before they are sent. */
export interface OfferedTemplate {
  key: string;
  label: string;
  words: string;
}

/** The network's own templates, those in the reader's language first, then the general ones. @param network its slug; by default the one in the address */
export function useReasonTemplates(network?: string): readonly OfferedTemplate[] {
  const { formatMessage } = useIntl();
  const language = useLanguage();
  const params = useParams();
  const slug = network ?? params['network'] ?? '';
  const { data } = useQuery(DecideTemplatesQuery, { variables: { network: slug }, skip: slug === '' });
  const own = data?.reasonTemplates?.templates ?? [];
  const offered = [...own.filter(({ lang }) => lang === language), ...own.filter(({ lang }) => lang !== language)].map(
    ({ id, lang, title, body }) => ({
      key: id,
      label: lang === language ? title : `${title} (${languageNames[lang as keyof typeof languageNames]})`,
      words: body,
    }),
  );
  const general = [
    formatMessage({ id: 'discussions.reason.pupil' }),
    formatMessage({ id: 'discussions.reason.offTopic' }),
    formatMessage({ id: 'discussions.reason.tone' }),
    formatMessage({ id: 'discussions.reason.copyright' }),
    formatMessage({ id: 'discussions.reason.advert' }),
  ].map((words) => ({ key: words, label: words, words }));
  return [...offered, ...general];
}
