import type { CompletionRule, ResourceVisibility } from '@stoa/domain';
import { RESOURCE_LANGUAGES } from '@stoa/domain';
import { Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Checkbox, FormErrorSummary, RadioGroup, Section, SelectField, TextArea, TextField } from '../../../ui/index.js';
import { newStep, type PathDraft, type StepDraft } from '../path-draft.js';
import { StepFields } from './StepFields.js';

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
