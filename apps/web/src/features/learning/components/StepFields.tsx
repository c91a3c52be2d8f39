import { useQuery } from '@apollo/client/react';
import type { StepKind } from '@stoa/domain';
import { STEP_KINDS } from '@stoa/domain';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Checkbox, Combobox, type ComboboxOption, IconButton, SelectField, TextArea, TextField } from '../../../ui/index.js';
import type { StepDraft } from '../path-draft.js';
import styles from './PathForm.module.css';

const LeadsQuery = graphql(`
  query LeadsQuery($query: String!) {
    search(query: $query, first: 8) {
      groups {
        kind
        hits {
          id
          title
          lang
          detail
        }
      }
    }
  }
`);

const LeadsToQuery = graphql(`
  query LeadsToQuery($slug: String!) {
    resource(slug: $slug) {
      id
      title
      lang
    }
  }
`);

const LeadsToThreadQuery = graphql(`
  query LeadsToThreadQuery($network: String!, $no: Int!) {
    thread(network: $network, no: $no) {
      id
      title
      lang
    }
  }
`);

interface StepFieldsProps {
  step: StepDraft;
  at: number;
  last: boolean;
  lang: string;
  errorOf: (field: string) => string | undefined;
  onChange: (change: Partial<StepDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** The fields of one step of a path. */
export function StepFields({ step, at, last, lang, errorOf, onChange, onMove, onRemove }: StepFieldsProps) {
  const { formatMessage } = useIntl();
  const no = at + 1;
  const path = `steps.${String(at)}`;
  return (
    <fieldset className={styles.step}>
      <legend>{formatMessage({ id: 'learning.form.step' }, { no })}</legend>
      <div className="fields">
        <SelectField
          label={formatMessage({ id: 'learning.form.kind' })}
          value={step.kind}
          choices={STEP_KINDS.map((kind) => ({ value: kind, label: formatMessage({ id: `learning.step.kind.${kind}` }) }))}
          onChange={({ target }) => onChange({ kind: target.value as StepKind, resourceId: null, threadId: null, leads: '' })}
        />
        {step.kind === 'TASK' ? (
          <TextField
            id={`content.${path}.url`}
            type="url"
            label={formatMessage({ id: 'learning.form.url' })}
            error={errorOf(`${path}.url`)}
            optional
            value={step.url}
            onChange={({ target }) => onChange({ url: target.value })}
          />
        ) : (
          <LeadsField step={step} path={path} error={errorOf(`${path}.resourceId`) ?? errorOf(`${path}.threadId`)} onChange={onChange} />
        )}
        <TextField
          id={`content.${path}.title`}
          label={formatMessage({ id: 'learning.form.stepTitle' })}
          error={errorOf(`${path}.title`)}
          optional={step.kind !== 'TASK'}
          maxLength={160}
          lang={lang}
          value={step.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
        <TextArea
          id={`content.${path}.text`}
          label={formatMessage({ id: 'learning.form.stepText' })}
          error={errorOf(`${path}.text`)}
          optional
          rows={2}
          maxLength={1_000}
          lang={lang}
          value={step.text}
          onChange={({ target }) => onChange({ text: target.value })}
        />
        <TextField
          id={`content.${path}.minutes`}
          type="number"
          min={1}
          label={formatMessage({ id: 'learning.form.minutes' })}
          error={errorOf(`${path}.minutes`)}
          optional
          value={step.minutes}
          onChange={({ target }) => onChange({ minutes: target.value })}
        />
        <Checkbox
          label={formatMessage({ id: 'learning.form.required' })}
          checked={step.required}
          onChange={({ target }) => onChange({ required: target.checked })}
        />
        <div className="button-row">
          <IconButton
            icon={ArrowUp}
            label={formatMessage({ id: 'learning.form.up' }, { no })}
            disabled={at === 0}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={formatMessage({ id: 'learning.form.down' }, { no })}
            disabled={last}
            onClick={() => onMove(1)}
          />
          <IconButton icon={Trash2} label={formatMessage({ id: 'learning.form.removeStep' }, { no })} onClick={onRemove} />
        </div>
      </div>
    </fieldset>
  );
}

/** What a pasted address of Stoa names: the slug of a resource, or the network and number of a discussion. */
function namedBy(address: string): { slug: string; network: string; no: number } {
  const parts = address
    .trim()
    .replace(/[?#].*$/u, '')
    .split('/')
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  const [network = ''] = parts.slice(parts.indexOf('networks') + 1);
  return { slug: last, network, no: Number.parseInt(last, 10) };
}

/** What can be chosen for what is typed: a part of its name, or its address. */
function useLeads(kind: StepKind, typed: string): { options: ComboboxOption[]; busy: boolean } {
  const isAddress = typed.includes('/');
  const isThread = kind === 'THREAD';
  const { slug, network, no } = namedBy(typed);
  const found = useQuery(LeadsQuery, { variables: { query: typed }, skip: isAddress || typed.trim().length < 2 });
  const resource = useQuery(LeadsToQuery, { variables: { slug }, skip: !isAddress || isThread || slug === '' });
  const thread = useQuery(LeadsToThreadQuery, { variables: { network, no }, skip: !isAddress || !isThread || !Number.isFinite(no) });
  const busy = found.loading || resource.loading || thread.loading;
  if (isAddress) {
    const named = isThread ? thread.data?.thread : resource.data?.resource;
    return { busy, options: named ? [{ value: named.id, label: named.title, lang: named.lang }] : [] };
  }
  const groups = (found.data ?? found.previousData)?.search.groups ?? [];
  const hits = groups.find((group) => group.kind === (isThread ? 'THREAD' : 'RESOURCE'))?.hits ?? [];
  return {
    busy,
    options: hits.map(({ id, title, lang, detail }) => ({
      value: id,
      label: title,
      ...(lang && { lang }),
      ...(detail && { hint: detail }),
    })),
  };
}

/** Where a step leads: a resource or a discussion, found by its name or its address. */
function LeadsField({
  step,
  path,
  error,
  onChange,
}: {
  step: StepDraft;
  path: string;
  error: string | undefined;
  onChange: (change: Partial<StepDraft>) => void;
}) {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const { options, busy } = useLeads(step.kind, useDeferredValue(typed));
  const isThread = step.kind === 'THREAD';
  const chosen = isThread ? step.threadId : step.resourceId;
  return (
    <Combobox
      id={`content.${path}.${isThread ? 'threadId' : 'resourceId'}`}
      label={formatMessage({ id: isThread ? 'learning.form.thread' : 'learning.form.resource' })}
      hint={formatMessage({ id: 'learning.form.leadsHint' })}
      error={error}
      value={chosen === null ? null : { value: chosen, label: step.leads }}
      busy={busy}
      onQuery={setTyped}
      options={options}
      onChange={(option) => {
        const [leads, id] = [option?.label ?? '', option?.value ?? null];
        onChange(isThread ? { leads, threadId: id } : { leads, resourceId: id });
      }}
    />
  );
}
