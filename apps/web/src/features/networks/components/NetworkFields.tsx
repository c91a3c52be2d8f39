import { JOINING_RULES, LANGUAGES, LENGTHS, NETWORK_KINDS, PROFESSIONS, SCHOOL_LEVELS, type NewNetwork } from '@stoa/domain';
import { useIntl } from 'react-intl';
import { languageNames } from '../../../app/i18n/index.js';
import { Checkbox, RadioGroup, SelectField, TextArea, TextField } from '../../../ui/index.js';
import styles from './NetworkFields.module.css';

/** What a form of a network holds while it is filled in. */
export type NetworkDraft = NewNetwork;

/** The fields that a new and a changed network share. */
export function NetworkFields({
  draft,
  onChange,
  errorOf,
}: {
  draft: NetworkDraft;
  onChange: (change: Partial<NetworkDraft>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const { formatMessage } = useIntl();
  return (
    <>
      <TextField
        id="name"
        label={formatMessage({ id: 'networks.field.name' })}
        error={errorOf('name')}
        value={draft.name}
        maxLength={LENGTHS.name.max}
        lang={draft.lang}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextArea
        id="purpose"
        label={formatMessage({ id: 'networks.purpose' })}
        hint={formatMessage({ id: 'networks.field.purposeHint' })}
        error={errorOf('purpose')}
        value={draft.purpose}
        maxLength={LENGTHS.networkPurpose.max}
        rows={5}
        lang={draft.lang}
        onChange={(event) => onChange({ purpose: event.target.value })}
      />
      <SelectField
        id="kind"
        label={formatMessage({ id: 'networks.field.kind' })}
        error={errorOf('kind')}
        value={draft.kind}
        choices={NETWORK_KINDS.map((kind) => ({ value: kind, label: formatMessage({ id: `networks.kind.${kind}` }) }))}
        onChange={(event) => onChange({ kind: NETWORK_KINDS.find((kind) => kind === event.target.value) ?? draft.kind })}
      />
      <Several
        id="professions"
        legend={formatMessage({ id: 'networks.field.professions' })}
        error={errorOf('professions')}
        values={PROFESSIONS}
        chosen={draft.professions}
        label={(profession) => formatMessage({ id: `networks.profession.${profession}` })}
        onChange={(professions) => onChange({ professions })}
      />
      <Several
        id="levels"
        legend={formatMessage({ id: 'networks.field.levels' })}
        error={errorOf('levels')}
        values={SCHOOL_LEVELS}
        chosen={draft.levels}
        label={(level) => formatMessage({ id: `networks.level.${level}` })}
        onChange={(levels) => onChange({ levels })}
      />
      <RadioGroup
        id="joiningRule"
        name="joiningRule"
        label={formatMessage({ id: 'networks.joining' })}
        error={errorOf('joiningRule')}
        value={draft.joiningRule}
        choices={JOINING_RULES.map((rule) => ({
          value: rule,
          label: formatMessage({ id: `networks.joining.${rule}` }),
          hint: formatMessage({ id: `networks.joining.hint.${rule}` }),
        }))}
        onChange={(value) => onChange({ joiningRule: JOINING_RULES.find((rule) => rule === value) ?? draft.joiningRule })}
      />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'networks.field.lang' })}
        error={errorOf('lang')}
        value={draft.lang}
        choices={LANGUAGES.map((lang) => ({ value: lang, label: languageNames[lang] }))}
        onChange={(event) => onChange({ lang: LANGUAGES.find((lang) => lang === event.target.value) ?? draft.lang })}
      />
    </>
  );
}

/** Any of several; none means all. */
function Several<Value extends string>({
  id,
  legend,
  error,
  values,
  chosen,
  label,
  onChange,
}: {
  id: string;
  legend: string;
  error: string | undefined;
  values: readonly Value[];
  chosen: readonly Value[];
  label: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}) {
  const { formatMessage } = useIntl();
  return (
    <fieldset className={error ? 'field invalid' : 'field'} id={id} aria-describedby={`${id}-hint`}>
      <legend>{legend}</legend>
      <span className="hint" id={`${id}-hint`}>
        {formatMessage({ id: 'networks.field.noneIsAll' })}
      </span>
      <div className={styles['several']}>
        {values.map((value) => (
          <Checkbox
            key={value}
            label={label(value)}
            checked={chosen.includes(value)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </fieldset>
  );
}
