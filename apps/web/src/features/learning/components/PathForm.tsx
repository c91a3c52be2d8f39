import { useApolloClient } from '@apollo/client/react';
import type { CompletionRule, ResourceVisibility, StepKind } from '@stoa/domain';
import { RESOURCE_LANGUAGES, STEP_KINDS } from '@stoa/domain';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import type { CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import {
  Button,
  Checkbox,
  FormErrorSummary,
  IconButton,
  RadioGroup,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui/index.js';
import styles from './PathForm.module.css';

/** A step as it is being written; `leads` is the title of what it leads to. */
export interface StepDraft {
  key: string;
  id: string | null;
  kind: StepKind;
  title: string;
  text: string;
  resourceId: string | null;
  threadId: string | null;
  leads: string;
  url: string;
  required: boolean;
  minutes: string;
}

export interface PathDraft {
  title: string;
  summary: string;
  outcome: string;
  lang: string;
  visibility: ResourceVisibility;
  rule: CompletionRule;
  needed: string;
  hours: string;
  certificate: boolean;
  steps: StepDraft[];
}

/** A draft as the API takes it. */
export function contentOf(draft: PathDraft) {
  const { hours, needed, steps, ...rest } = draft;
  return {
    ...rest,
    needed: draft.rule === 'NUMBER' ? Number(needed) || null : null,
    minutes: Math.round((Number(hours.replace(',', '.')) || 0) * 60),
    steps: steps.map(({ key: _key, leads: _leads, minutes, ...step }) => ({
      ...step,
      url: step.url || null,
      minutes: Number(minutes) || null,
    })),
  };
}

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

let serial = 0;
const newStep = (): StepDraft => ({
  key: `new-${String((serial += 1))}`,
  id: null,
  kind: 'RESOURCE',
  title: '',
  text: '',
  resourceId: null,
  threadId: null,
  leads: '',
  url: '',
  required: true,
  minutes: '',
});

/** The fields of a path with its steps, and the button that keeps them. */
export function PathForm({
  draft,
  membersOnly,
  state,
  onChange,
  onSubmit,
  onRefresh,
}: {
  draft: PathDraft;
  /** Whether it belongs to a network, and so may be for its members alone. */
  membersOnly: boolean;
  state: CommandState;
  onChange: (change: Partial<PathDraft>) => void;
  onSubmit: () => void;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const put = (at: number, change: Partial<StepDraft>) =>
    onChange({ steps: draft.steps.map((step, index) => (index === at ? { ...step, ...change } : step)) });
  const move = (at: number, by: -1 | 1) => {
    const steps = [...draft.steps];
    const [taken] = steps.splice(at, 1);
    if (taken) steps.splice(at + by, 0, taken);
    onChange({ steps });
  };
  const errorOf = (field: string) => state.errorOf(`content.${field}`);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <TextField
        id="content.title"
        label={formatMessage({ id: 'learning.form.title' })}
        error={errorOf('title')}
        maxLength={160}
        lang={draft.lang}
        value={draft.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <SelectField
        id="content.lang"
        label={formatMessage({ id: 'learning.form.lang' })}
        error={errorOf('lang')}
        value={draft.lang}
        choices={RESOURCE_LANGUAGES.map((lang) => ({
          value: lang,
          label: new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang,
        }))}
        onChange={({ target }) => onChange({ lang: target.value })}
      />
      <TextArea
        id="content.outcome"
        label={formatMessage({ id: 'learning.form.outcome' })}
        error={errorOf('outcome')}
        optional
        rows={2}
        maxLength={1_000}
        lang={draft.lang}
        value={draft.outcome}
        onChange={({ target }) => onChange({ outcome: target.value })}
      />
      <TextArea
        id="content.summary"
        label={formatMessage({ id: 'learning.form.summary' })}
        error={errorOf('summary')}
        optional
        rows={4}
        maxLength={4_000}
        lang={draft.lang}
        value={draft.summary}
        onChange={({ target }) => onChange({ summary: target.value })}
      />
      {membersOnly && (
        <RadioGroup
          name="visibility"
          label={formatMessage({ id: 'learning.form.visibility' })}
          value={draft.visibility}
          choices={(['PUBLIC', 'MEMBERS'] as const).map((value) => ({
            value,
            label: formatMessage({ id: `learning.form.visibility.${value}` }),
          }))}
          onChange={(value) => onChange({ visibility: value as ResourceVisibility })}
        />
      )}
      <Section title={formatMessage({ id: 'learning.path.stepsTitle' })} count={draft.steps.length}>
        {draft.steps.map((step, at) => (
          <StepFields
            key={step.key}
            step={step}
            at={at}
            last={at === draft.steps.length - 1}
            lang={draft.lang}
            errorOf={errorOf}
            onChange={(change) => put(at, change)}
            onMove={(by) => move(at, by)}
            onRemove={() => onChange({ steps: draft.steps.filter((each) => each.key !== step.key) })}
          />
        ))}
        <div>
          <Button icon={Plus} onClick={() => onChange({ steps: [...draft.steps, newStep()] })}>
            {formatMessage({ id: 'learning.form.addStep' })}
          </Button>
        </div>
      </Section>
      <RadioGroup
        name="rule"
        label={formatMessage({ id: 'learning.form.rule' })}
        value={draft.rule}
        choices={(['ALL_REQUIRED', 'NUMBER'] as const).map((value) => ({
          value,
          label: formatMessage({ id: `learning.form.rule.${value}` }),
        }))}
        onChange={(value) => onChange({ rule: value as CompletionRule })}
      />
      {draft.rule === 'NUMBER' && (
        <TextField
          id="content.needed"
          type="number"
          min={1}
          label={formatMessage({ id: 'learning.form.needed' })}
          error={errorOf('needed')}
          value={draft.needed}
          onChange={({ target }) => onChange({ needed: target.value })}
        />
      )}
      <TextField
        id="content.minutes"
        inputMode="decimal"
        label={formatMessage({ id: 'learning.form.hours' })}
        hint={formatMessage({ id: 'learning.form.hoursHint' })}
        error={errorOf('minutes')}
        value={draft.hours}
        onChange={({ target }) => onChange({ hours: target.value })}
      />
      <Checkbox
        label={formatMessage({ id: 'learning.form.certificate' })}
        checked={draft.certificate}
        onChange={({ target }) => onChange({ certificate: target.checked })}
      />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'learning.form.save' })}
        </Button>
      </div>
    </form>
  );
}

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

function StepFields({ step, at, last, lang, errorOf, onChange, onMove, onRemove }: StepFieldsProps) {
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
