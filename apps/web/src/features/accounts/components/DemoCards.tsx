import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Section } from '../../../ui/index.js';
import styles from './DemoCards.module.css';

const DemoCardsQuery = graphql(`
  query DemoCardsQuery {
    demoAccounts {
      email
      name
      lang
      roleKey
    }
  }
`);

/** The password of every account of a demo; where there is no demo, there is no such account. */
const DEMO_PASSWORD = 'stoa-demo';

/** A card for each account of a demo: one click signs in. Nothing where there is no demo. */
export function DemoCards({ onChoose, busy }: { onChoose: (account: { email: string; password: string }) => void; busy: boolean }) {
  const { formatMessage, messages } = useIntl();
  const { data } = useQuery(DemoCardsQuery);
  const accounts = data?.demoAccounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <Section title={formatMessage({ id: 'accounts.demo.title' })} id="demo">
      <p className="muted">{formatMessage({ id: 'accounts.demo.hint' })}</p>
      <ul className={styles.cards}>
        {accounts.map(({ email, name, lang, roleKey }) => (
          <li key={email}>
            <button
              type="button"
              className={styles.card}
              aria-disabled={busy || undefined}
              onClick={() => !busy && onChoose({ email, password: DEMO_PASSWORD })}
            >
              <strong lang={lang}>{name}</strong>
              {messages[`accounts.demo.role.${roleKey}`] ? <span>{formatMessage({ id: `accounts.demo.role.${roleKey}` })}</span> : null}
              <small>{email}</small>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
