import { useIntl } from 'react-intl';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import styles from './Directory.module.css';
import { useLanguageNames } from './use-words.js';

export const ContactList_contacts = graphql(`
  fragment ContactList_contacts on Contacts {
    email
    phone
    website
    address
  }
`);

export const ContactList_hours = graphql(`
  fragment ContactList_hours on OpeningHours {
    weekly {
      day
      from
      to
    }
    exceptions {
      date
      spans {
        from
        to
      }
    }
  }
`);

/** Contacts, hours and languages of a place, for the aside of its page. */
export function ContactList({
  contacts,
  hours,
  languages = [],
}: {
  contacts: FragmentOf<typeof ContactList_contacts>;
  hours?: FragmentOf<typeof ContactList_hours>;
  languages?: readonly string[];
}) {
  const { formatMessage } = useIntl();
  const names = useLanguageNames();
  const facts = [
    {
      label: formatMessage({ id: 'directory.phone' }),
      value: contacts.phone && <a href={`tel:${contacts.phone.replace(/[^+\d]/g, '')}`}>{contacts.phone}</a>,
    },
    { label: formatMessage({ id: 'directory.email' }), value: contacts.email && <a href={`mailto:${contacts.email}`}>{contacts.email}</a> },
    {
      label: formatMessage({ id: 'directory.website' }),
      value: contacts.website && <a href={contacts.website}>{contacts.website.replace(/^https?:\/\//, '')}</a>,
    },
    { label: formatMessage({ id: 'directory.address' }), value: contacts.address },
    { label: formatMessage({ id: 'directory.languages' }), value: languages.length > 0 && names(languages) },
  ].filter(({ value }) => value);
  return (
    <>
      {facts.length > 0 && (
        <dl className={styles['facts']}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {hours && hours.weekly.length > 0 && <Hours hours={hours} />}
    </>
  );
}

/** A Monday, so that days of the week have names. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY = 86_400_000;

function Hours({ hours }: { hours: FragmentOf<typeof ContactList_hours> }) {
  const { formatMessage } = useIntl();
  const { weekday, weekdayDate } = useFormats();
  const spans = (of: readonly { from: string; to: string }[]) =>
    of.length > 0 ? of.map(({ from, to }) => `${from}–${to}`).join(', ') : formatMessage({ id: 'directory.closed' });
  return (
    <table className={styles['hours']}>
      <caption>{formatMessage({ id: 'directory.hours' })}</caption>
      <tbody>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <tr key={day}>
            <th scope="row">{weekday(new Date(MONDAY + (day - 1) * DAY))}</th>
            <td>{spans(hours.weekly.filter((span) => span.day === day))}</td>
          </tr>
        ))}
        {hours.exceptions.map(({ date, spans: other }) => (
          <tr key={date}>
            <th scope="row">{weekdayDate(date)}</th>
            <td>{spans(other)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
