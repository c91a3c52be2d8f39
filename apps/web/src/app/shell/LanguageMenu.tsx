import { Languages } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { Icon } from '../../ui/Icon.js';
import { Menu } from '../../ui/Menu.js';
import { languageNames, languages, useLanguage } from '../i18n/index.js';

/** Switches the language and stays on the page. */
export function LanguageMenu({ long = false }: { long?: boolean }) {
  const language = useLanguage();
  const { formatMessage } = useIntl();
  const { pathname, search, hash } = useLocation();
  const rest = pathname.replace(/^\/[^/]+/, '') + search + hash;
  return (
    <Menu
      entries={languages.map((code) => ({
        key: code,
        label: languageNames[code],
        lang: code,
        to: `/${code}${rest}`,
        checked: code === language,
      }))}
      button={(properties) => (
        <button {...properties} type="button" className="button bare">
          <Icon of={Languages} />
          <span className={long ? 'desk-only' : undefined}>{long ? languageNames[language] : language.toUpperCase()}</span>
          {long && <span className="phone-only">{language.toUpperCase()}</span>}
          <span className="unseen">{formatMessage({ id: 'app.menu.language' })}</span>
        </button>
      )}
    />
  );
}
