import { useIntl } from 'react-intl';
import { Markdown } from '../../ui/Markdown.js';
import { Section } from '../../ui/Sheet.js';
import { useFormats, useLanguage } from '../i18n/index.js';
import type { ConsentText } from './consent-operations.js';

/** Texts that people agree to, each with its version and since when it holds. */
export function ConsentTexts({ texts }: { texts: readonly ConsentText[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const lang = useLanguage();
  return texts.map(({ id, kind, version, validFrom, html }) => (
    <Section
      key={id}
      id={kind}
      title={formatMessage({ id: `app.consent.kind.${kind}` })}
      end={<span className="meta">{formatMessage({ id: 'app.consent.version' }, { version, date: formats.date(validFrom) })}</span>}
    >
      <Markdown html={html} lang={lang} />
    </Section>
  ));
}
