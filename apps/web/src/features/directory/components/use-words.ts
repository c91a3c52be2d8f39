import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';

/** Languages by their names in the reader's language, as one list. */
export function useLanguageNames(): (codes: readonly string[]) => string {
  const { locale } = useIntl();
  const { list } = useFormats();
  const names = useMemo(() => new Intl.DisplayNames([locale], { type: 'language' }), [locale]);
  return (codes) => list(codes.map((code) => names.of(code) ?? code));
}
