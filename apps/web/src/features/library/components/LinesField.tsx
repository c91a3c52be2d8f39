import { Plus, Trash2 } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Button, IconButton, TextField } from '../../../ui/index.js';
import styles from './Library.module.css';

type Link = { url: string; title: string };

/** Links of a resource, each with the words to show. */
export function LinksField({
  value,
  errorOf,
  onChange,
}: {
  value: readonly Link[];
  errorOf: (field: string) => string | undefined;
  onChange: (links: Link[]) => void;
}) {
  const { formatMessage } = useIntl();
  const set = (at: number, change: Partial<Link>) => onChange(value.map((link, index) => (index === at ? { ...link, ...change } : link)));
  return (
    <fieldset className="field" id="links">
      <legend>{formatMessage({ id: 'library.field.links' })}</legend>
      {errorOf('links') && <span className="field-error">{errorOf('links')}</span>}
      <ul className={styles['linkRows']}>
        {value.map((link, at) => (
          <li key={at}>
            <TextField
              id={`links.${at}.url`}
              label={formatMessage({ id: 'library.field.linkUrl' }, { number: at + 1 })}
              type="url"
              inputMode="url"
              placeholder="https://"
              error={errorOf(`links.${at}.url`)}
              value={link.url}
              onChange={(event) => set(at, { url: event.target.value })}
            />
            <TextField
              id={`links.${at}.title`}
              label={formatMessage({ id: 'library.field.linkTitle' }, { number: at + 1 })}
              optional
              error={errorOf(`links.${at}.title`)}
              value={link.title}
              onChange={(event) => set(at, { title: event.target.value })}
            />
            <Button kind="quiet" icon={Trash2} onClick={() => onChange(value.filter((_, index) => index !== at))}>
              {formatMessage({ id: 'library.field.linkRemove' }, { number: at + 1 })}
            </Button>
          </li>
        ))}
      </ul>
      <Button icon={Plus} onClick={() => onChange([...value, { url: '', title: '' }])}>
        {formatMessage({ id: 'library.field.linkAdd' })}
      </Button>
    </fieldset>
  );
}

/** Authors in their order, a line each. */
export function AuthorsField({
  value,
  errorOf,
  onChange,
}: {
  value: readonly string[];
  errorOf: (field: string) => string | undefined;
  onChange: (authors: string[]) => void;
}) {
  const { formatMessage } = useIntl();
  const lines = value.length === 0 ? [''] : value;
  return (
    <fieldset className="field" id="authors">
      <legend>{formatMessage({ id: 'library.field.authors' })}</legend>
      {errorOf('authors') && <span className="field-error">{errorOf('authors')}</span>}
      {lines.map((author, at) => (
        <div className={styles['author']} key={at}>
          <TextField
            id={`authors.${at}`}
            label={formatMessage({ id: 'library.field.author' }, { number: at + 1 })}
            error={errorOf(`authors.${at}`)}
            value={author}
            onChange={(event) => onChange(lines.map((one, index) => (index === at ? event.target.value : one)))}
          />
          {lines.length > 1 && (
            <IconButton
              icon={Trash2}
              label={formatMessage({ id: 'library.field.authorRemove' }, { number: at + 1 })}
              onClick={() => onChange(lines.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      <Button icon={Plus} onClick={() => onChange([...lines, ''])}>
        {formatMessage({ id: 'library.field.authorAdd' })}
      </Button>
    </fieldset>
  );
}
