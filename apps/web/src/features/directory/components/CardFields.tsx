import { LANGUAGES } from '@stoa/domain';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, Checkbox, DateField, Section, TextArea, TextField } from '../../../ui/index.js';
import styles from './CardFields.module.css';

/** A text in some languages, as the API takes and gives it. */
export interface Text {
  lang: string;
  text: string;
}

/** One field for each of the four languages. `path` is where the API says an error is. */
export function LocalFields({
  path,
  label,
  value,
  onChange,
  state,
  long = false,
}: {
  path: string;
  label: string;
  value: readonly Text[];
  onChange: (value: Text[]) => void;
  state: CommandState;
  long?: boolean;
}) {
  const { formatMessage } = useIntl();
  const set = (lang: string, text: string) =>
    onChange([...value.filter((each) => each.lang !== lang), ...(text === '' ? [] : [{ lang, text }])]);
  return (
    <fieldset className={styles['group']} id={path}>
      <legend>{label}</legend>
      {state.errorOf(path) && <p className="field-error">{state.errorOf(path)}</p>}
      <div className={styles['four']}>
        {LANGUAGES.map((lang) => {
          const props = {
            id: `${path}.${lang}`,
            label: formatMessage({ id: `directory.lang.${lang}` }),
            lang,
            error: state.errorOf(`${path}.${lang}`),
            value: value.find((each) => each.lang === lang)?.text ?? '',
          };
          return long ? (
            <TextArea key={lang} {...props} rows={3} onChange={(event) => set(lang, event.target.value)} />
          ) : (
            <TextField key={lang} {...props} onChange={(event) => set(lang, event.target.value)} />
          );
        })}
      </div>
    </fieldset>
  );
}

/** Contacts as a form holds them. */
export interface ContactValues {
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
}

const CONTACTS = ['email', 'phone', 'website', 'address'] as const;

/** E-mail, telephone, website and address. */
export function ContactFields({
  value,
  onChange,
  state,
}: {
  value: ContactValues;
  onChange: (value: ContactValues) => void;
  state: CommandState;
}) {
  const { formatMessage } = useIntl();
  return (
    <fieldset className={styles['group']}>
      <legend>{formatMessage({ id: 'directory.contacts' })}</legend>
      <div className={styles['four']}>
        {CONTACTS.map((key) => (
          <TextField
            key={key}
            id={`contacts.${key}`}
            optional
            label={formatMessage({ id: `directory.${key}` })}
            value={value[key] ?? ''}
            error={state.errorOf(`contacts.${key}`)}
            onChange={(event) => onChange({ ...value, [key]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The languages of help, one box each. */
export function LanguagesField({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }) {
  const { formatMessage } = useIntl();
  return (
    <fieldset className={styles['group']}>
      <legend>{formatMessage({ id: 'directory.languages' })}</legend>
      <div className={styles['boxes']}>
        {LANGUAGES.map((lang) => (
          <Checkbox
            key={lang}
            label={formatMessage({ id: `directory.lang.${lang}` })}
            checked={value.includes(lang)}
            onChange={(event) => onChange(event.target.checked ? [...value, lang] : value.filter((each) => each !== lang))}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface Span {
  from: string;
  to: string;
}

/** Opening hours as a form holds them. */
export interface HoursValues {
  weekly: readonly (Span & { day: number })[];
  exceptions: readonly { date: string; spans: readonly Span[] }[];
}

const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY = 86_400_000;

/** Stretches of each weekday and days that differ; a day without a stretch is closed. */
export function HoursFields({
  value,
  onChange,
  state,
}: {
  value: HoursValues;
  onChange: (value: HoursValues) => void;
  state: CommandState;
}) {
  const { formatMessage } = useIntl();
  const { weekday } = useFormats();
  const { weekly, exceptions } = value;
  const setSpan = (index: number, span: Span & { day: number }) => onChange({ ...value, weekly: weekly.with(index, span) });
  return (
    <Section title={formatMessage({ id: 'directory.hours' })}>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => {
        const name = weekday(new Date(MONDAY + (day - 1) * DAY));
        return (
          <fieldset key={day} className={styles['day']}>
            <legend>{name}</legend>
            {weekly.map(
              (span, index) =>
                span.day === day && (
                  <SpanFields
                    key={index}
                    label={name}
                    span={span}
                    error={state.errorOf(`hours.weekly.${index}.to`) ?? state.errorOf(`hours.weekly.${index}.from`)}
                    onChange={(next) => setSpan(index, { day, ...next })}
                    onRemove={() => onChange({ ...value, weekly: weekly.filter((_, at) => at !== index) })}
                  />
                ),
            )}
            <Button kind="quiet" onClick={() => onChange({ ...value, weekly: [...weekly, { day, from: '09:00', to: '15:00' }] })}>
              {formatMessage({ id: 'directory.hours.add' }, { day: name })}
            </Button>
          </fieldset>
        );
      })}
      <h3>{formatMessage({ id: 'directory.hours.exceptions' })}</h3>
      {exceptions.map((exception, index) => (
        <div key={index} className={styles['day']}>
          <DateField
            label={formatMessage({ id: 'directory.hours.date' })}
            value={exception.date}
            error={state.errorOf(`hours.exceptions.${index}.date`)}
            onChange={(event) => onChange({ ...value, exceptions: exceptions.with(index, { ...exception, date: event.target.value }) })}
          />
          {exception.spans.map((span, at) => (
            <SpanFields
              key={at}
              label={exception.date}
              span={span}
              error={state.errorOf(`hours.exceptions.${index}.spans.${at}.to`)}
              onChange={(next) =>
                onChange({ ...value, exceptions: exceptions.with(index, { ...exception, spans: exception.spans.with(at, next) }) })
              }
              onRemove={() =>
                onChange({
                  ...value,
                  exceptions: exceptions.with(index, { ...exception, spans: exception.spans.filter((_, other) => other !== at) }),
                })
              }
            />
          ))}
          <div className="button-row">
            <Button
              kind="quiet"
              onClick={() =>
                onChange({
                  ...value,
                  exceptions: exceptions.with(index, { ...exception, spans: [...exception.spans, { from: '09:00', to: '12:00' }] }),
                })
              }
            >
              {formatMessage({ id: 'directory.hours.addException' })}
            </Button>
            <Button kind="quiet" onClick={() => onChange({ ...value, exceptions: exceptions.filter((_, other) => other !== index) })}>
              {formatMessage({ id: 'directory.remove' })}
            </Button>
          </div>
        </div>
      ))}
      <Button onClick={() => onChange({ ...value, exceptions: [...exceptions, { date: '', spans: [] }] })}>
        {formatMessage({ id: 'directory.hours.addDay' })}
      </Button>
    </Section>
  );
}

function SpanFields({
  label,
  span,
  error,
  onChange,
  onRemove,
}: {
  label: string;
  span: Span;
  error: string | undefined;
  onChange: (span: Span) => void;
  onRemove: () => void;
}) {
  const { formatMessage } = useIntl();
  return (
    <div className={styles['span']}>
      <TextField
        type="time"
        label={formatMessage({ id: 'directory.hours.from' })}
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.target.value })}
      />
      <TextField
        type="time"
        label={formatMessage({ id: 'directory.hours.to' })}
        value={span.to}
        error={error}
        onChange={(event) => onChange({ ...span, to: event.target.value })}
      />
      <Button kind="quiet" aria-label={formatMessage({ id: 'directory.hours.remove' }, { day: label })} onClick={onRemove}>
        {formatMessage({ id: 'directory.remove' })}
      </Button>
    </div>
  );
}
