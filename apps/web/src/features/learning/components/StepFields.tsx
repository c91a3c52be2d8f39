import { useApolloClient } from '@apollo/client/react';
import type { StepKind } from '@stoa/domain';
import { STEP_KINDS } from '@stoa/domain';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { Checkbox, IconButton, SelectField, TextArea, TextField } from '../../../ui/index.js';
import type { StepDraft } from '../path-draft.js';
import styles from './PathForm.module.css';

const LeadsToQuery = graphql(`
  query LeadsToQuery($slug: String!) {
    resource(slug: $slug) {
      id
      title
    }
  }
`);

const LeadsToThreadQuery = graphql(`
  query LeadsToThreadQuery($network: String!, $no: Int!) {
    thread(network: $network, no: $no) {
      id
      title
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

/** Where a step leads: the address of a page of Stoa is looked up, and its title shown. */
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
  const client = useApolloClient();
  const [missing, setMissing] = useState(false);
  const lookUp = async (address: string): Promise<void> => {
    setMissing(false);
    const parts = address
      .trim()
      .replace(/[?#].*$/u, '')
      .split('/')
      .filter(Boolean);
    if (step.kind === 'THREAD') {
      const [network = '', , last = ''] = parts.slice(parts.indexOf('networks') + 1);
      const no = Number.parseInt(last, 10);
      if (!network || !Number.isFinite(no)) return;
      const { data } = await client.query({ query: LeadsToThreadQuery, variables: { network, no } });
      const thread = data?.thread;
      setMissing(!thread);
      if (thread) onChange({ threadId: thread.id, leads: thread.title });
      return;
    }
    const slug = parts.at(-1);
    if (!slug) return;
    const { data } = await client.query({ query: LeadsToQuery, variables: { slug } });
    setMissing(!data?.resource);
    if (data?.resource) onChange({ resourceId: data.resource.id, leads: data.resource.title });
  };
  return (
    <>
      <TextField
        id={`content.${path}.${step.kind === 'THREAD' ? 'threadId' : 'resourceId'}`}
        label={formatMessage({ id: step.kind === 'THREAD' ? 'learning.form.threadAddress' : 'learning.form.resourceAddress' })}
        hint={formatMessage({ id: 'learning.form.addressHint' })}
        error={missing ? formatMessage({ id: 'learning.form.addressMissing' }) : error}
        onBlur={({ target }) => void lookUp(target.value).catch(() => setMissing(true))}
      />
      <p className="meta" role="status">
        {step.leads && formatMessage({ id: 'learning.form.leads' }, { title: step.leads })}
      </p>
    </>
  );
}
