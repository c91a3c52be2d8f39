import { useMemo, type ReactNode } from 'react';
import { IntlProvider, useIntl, type ResolvedIntlConfig } from 'react-intl';

/** Id → words. Those that hold more than words stand parsed already: the build does that, and readers load no parser. */
export type Messages = NonNullable<ResolvedIntlConfig['messages']>;

/** Adds words to those that are there. */
export function MoreMessages({ messages, children }: { messages: Messages; children: ReactNode }) {
  const { locale, messages: around, onError } = useIntl();
  const all = useMemo(() => ({ ...around, ...messages }) as Messages, [around, messages]);
  return (
    <IntlProvider locale={locale} messages={all} onError={onError}>
      {children}
    </IntlProvider>
  );
}
