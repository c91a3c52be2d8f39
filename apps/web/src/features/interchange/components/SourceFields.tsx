import { HARVEST_SCHEDULES, LICENCES, METADATA_PREFIXES, RESOURCE_KINDS, RESOURCE_LANGUAGES } from '@stoa/domain';
import { useIntl } from 'react-intl';
import { SelectField, TextField } from '../../../ui/index.js';

/** A source as its forms keep it. */
export interface SourceDraft {
  name: string;
  url: string;
  metadataPrefix: (typeof METADATA_PREFIXES)[number];
  set: string;
  kind: (typeof RESOURCE_KINDS)[number];
  lang: string;
  licence: (typeof LICENCES)[number] | null;
  schedule: (typeof HARVEST_SCHEDULES)[number];
}

/** The fields of a source. */
export function SourceFields({
  draft,
  errorOf,
  onChange,
}: {
  draft: SourceDraft;
  errorOf: (path: string) => string | undefined;
  onChange: (change: Partial<SourceDraft>) => void;
}) {
  const { formatMessage, formatDisplayName } = useIntl();
  return (
    <>
      <TextField
        id="name"
        label={formatMessage({ id: 'interchange.field.name' })}
        error={errorOf('name')}
        value={draft.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <TextField
        id="url"
        type="url"
        label={formatMessage({ id: 'interchange.field.url' })}
        hint={formatMessage({ id: 'interchange.field.url.hint' })}
        error={errorOf('url')}
        value={draft.url}
        onChange={({ target }) => onChange({ url: target.value })}
      />
      <SelectField
        id="metadataPrefix"
        label={formatMessage({ id: 'interchange.field.prefix' })}
        choices={METADATA_PREFIXES.map((value) => ({ value, label: formatMessage({ id: `interchange.prefix.${value}` }) }))}
        value={draft.metadataPrefix}
        onChange={({ target }) => onChange({ metadataPrefix: target.value as SourceDraft['metadataPrefix'] })}
      />
      <TextField
        id="set"
        optional
        label={formatMessage({ id: 'interchange.field.set' })}
        hint={formatMessage({ id: 'interchange.field.set.hint' })}
        error={errorOf('set')}
        value={draft.set}
        onChange={({ target }) => onChange({ set: target.value })}
      />
      <SelectField
        id="schedule"
        label={formatMessage({ id: 'interchange.field.schedule' })}
        choices={HARVEST_SCHEDULES.map((value) => ({ value, label: formatMessage({ id: `interchange.schedule.${value}` }) }))}
        value={draft.schedule}
        onChange={({ target }) => onChange({ schedule: target.value as SourceDraft['schedule'] })}
      />
      <SelectField
        id="kind"
        label={formatMessage({ id: 'interchange.field.kind' })}
        hint={formatMessage({ id: 'interchange.field.default.hint' })}
        choices={RESOURCE_KINDS.filter((kind) => kind !== 'GOOD_PRACTICE').map((value) => ({
          value,
          label: formatMessage({ id: `interchange.kind.${value}` }),
        }))}
        value={draft.kind}
        onChange={({ target }) => onChange({ kind: target.value as SourceDraft['kind'] })}
      />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'interchange.field.lang' })}
        choices={RESOURCE_LANGUAGES.map((value) => ({ value, label: formatDisplayName(value, { type: 'language' }) ?? value }))}
        value={draft.lang}
        onChange={({ target }) => onChange({ lang: target.value })}
      />
      <SelectField
        id="licence"
        optional
        label={formatMessage({ id: 'interchange.field.licence' })}
        placeholder={formatMessage({ id: 'interchange.licence.none' })}
        choices={LICENCES.map((value) => ({ value, label: formatMessage({ id: `interchange.licence.${value}` }) }))}
        value={draft.licence ?? ''}
        onChange={({ target }) => onChange({ licence: LICENCES.find((each) => each === target.value) ?? null })}
      />
    </>
  );
}
