import { PRACTICE_QUESTIONS } from '@stoa/domain';
import { ExternalLink } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Icon, Markdown, Section, StatusMark } from '../../../ui/index.js';
import type { VersionShown } from '../resource-operations.js';
import { ResourceFiles } from './files/ResourceFiles.js';
import styles from './Library.module.css';

/** What a version says, from what one can do after it to its links. */
export function VersionText({ resourceId, version }: { resourceId: string; version: VersionShown }) {
  const { formatMessage } = useIntl();
  const { practice, lang } = version;
  return (
    <>
      {version.outcome && (
        <div className={styles['outcome']}>
          <p className="meta">{formatMessage({ id: 'library.outcome' })}</p>
          <p lang={lang}>{version.outcome}</p>
        </div>
      )}
      {version.summary && (
        <p className={styles['summary']} lang={lang}>
          {version.summary}
        </p>
      )}
      {version.bodyHtml && (
        <Section title={formatMessage({ id: 'library.form.material' })}>
          <Markdown html={version.bodyHtml} lang={lang} />
        </Section>
      )}
      {practice &&
        PRACTICE_QUESTIONS.filter((question) => practice[question] !== '').map((question) => (
          <Section key={question} title={formatMessage({ id: `library.practice.${question}` })}>
            <p className={styles['answer']} lang={lang}>
              {practice[question]}
            </p>
          </Section>
        ))}
      {version.files.length > 0 && (
        <Section title={formatMessage({ id: 'library.field.files' })} count={version.files.length}>
          <ResourceFiles resourceId={resourceId} files={version.files} lang={lang} />
        </Section>
      )}
      {version.links.length > 0 && (
        <Section title={formatMessage({ id: 'library.field.links' })} count={version.links.length}>
          <ul className={styles['links']}>
            {version.links.map(({ url, title, broken }) => (
              <li key={url}>
                <a className="link" href={url} rel="noopener nofollow ugc" target="_blank">
                  <span lang={lang}>{title || url}</span> <Icon of={ExternalLink} small />
                  <span className="unseen">{formatMessage({ id: 'library.newWindow' })}</span>
                </a>
                {title && <span className="meta">{hostOf(url)}</span>}
                {broken && <StatusMark status="danger">{formatMessage({ id: 'library.link.broken' })}</StatusMark>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
