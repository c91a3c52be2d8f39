import { Search } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PersonPicker } from '../../../app/people/PersonPicker.js';
import { Button, DateField, SelectField, TextField } from '../../../ui/index.js';
import type { AuditFacets } from '../audit-operations.js';
import type { AuditSearch } from '../paths.js';
import { RECORD } from '../search.js';
import styles from './Audit.module.css';
import { useActWords } from './use-act-words.js';
import { useSubjectTypes } from './use-subject-types.js';

interface Props {
  search: AuditSearch;
  facets: AuditFacets | undefined;
  /** The name of the person whose acts are looked for. */
  actorName: string | undefined;
  onSearch: (search: AuditSearch) => void;
}

/** What of the log to look for. Nothing is asked before "Search", since every search is an entry of the log. */
export function AuditForm({ search, facets, actorName, onSearch }: Props) {
  const { formatMessage, locale } = useIntl();
  const actWords = useActWords();
  const typeName = useSubjectTypes();
  const [draft, setDraft] = useState(search);
  const [picked, setPicked] = useState<string>();
  const set = (change: Partial<AuditSearch>) => setDraft((before) => ({ ...before, ...change }));
  const subjectFits = !draft.subject || RECORD.test(draft.subject);
  const named = (values: readonly string[], chosen: string | undefined) => [...new Set([...values, ...(chosen ? [chosen] : [])])];
  // The API gives acts in the order of their codes, in which nobody finds a word.
  const acts = named(facets?.acts ?? [], search.act)
    .map((value) => ({ value, label: actWords(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <form
      role="search"
      aria-label={formatMessage({ id: 'audit.title' })}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (subjectFits) onSearch({ ...draft, ...(draft.subject && { subject: draft.subject.trim() }) });
      }}
    >
      <PersonPicker
        id="actor"
        label={formatMessage({ id: 'audit.who' })}
        optional
        value={draft.actor ? { value: draft.actor, label: picked ?? actorName ?? draft.actor } : null}
        onChange={(person) => {
          setPicked(person?.label);
          set({ actor: person?.value ?? '' });
        }}
      />
      <SelectField
        id="act"
        label={formatMessage({ id: 'audit.act' })}
        placeholder={formatMessage({ id: 'audit.act.all' })}
        choices={acts}
        value={draft.act ?? ''}
        onChange={({ target }) => set({ act: target.value })}
      />
      <SelectField
        id="type"
        label={formatMessage({ id: 'audit.type' })}
        placeholder={formatMessage({ id: 'audit.type.all' })}
        choices={named(facets?.subjectTypes ?? [], search.type).map((value) => ({ value, label: typeName(value) }))}
        value={draft.type ?? ''}
        onChange={({ target }) => set({ type: target.value })}
      />
      <TextField
        id="subject"
        label={formatMessage({ id: 'audit.subjectId' })}
        optional
        autoComplete="off"
        spellCheck={false}
        error={subjectFits ? undefined : formatMessage({ id: 'audit.subjectId.unfit' })}
        value={draft.subject ?? ''}
        onChange={({ target }) => set({ subject: target.value })}
      />
      <DateField
        id="from"
        label={formatMessage({ id: 'audit.from' })}
        optional
        value={draft.from ?? ''}
        onChange={({ target }) => set({ from: target.value })}
      />
      <DateField
        id="to"
        label={formatMessage({ id: 'audit.to' })}
        optional
        value={draft.to ?? ''}
        onChange={({ target }) => set({ to: target.value })}
      />
      <div className={`button-row ${styles['send'] ?? ''}`}>
        <Button kind="primary" type="submit" icon={Search}>
          {formatMessage({ id: 'audit.search' })}
        </Button>
        {Object.keys(search).length > 0 && <Button onClick={() => onSearch({})}>{formatMessage({ id: 'audit.clear' })}</Button>}
      </div>
    </form>
  );
}
