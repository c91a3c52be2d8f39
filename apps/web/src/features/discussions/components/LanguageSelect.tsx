import { LANGUAGES } from '@stoa/domain';
import { useIntl } from 'react-intl';
import styles from './ReplyComposer.module.css';

/** In which language a text is written, so that it is read out and set right. */
export function LanguageSelect({ value, onChange }: { value: string; onChange: (lang: string) => void }) {
  const { formatMessage } = useIntl();
  return (
    <select
      className={`input ${styles['language']}`}
      aria-label={formatMessage({ id: 'discussions.composer.language' })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {LANGUAGES.map((lang) => (
        <option key={lang} value={lang}>
          {lang.toUpperCase()}
        </option>
      ))}
    </select>
  );
}
