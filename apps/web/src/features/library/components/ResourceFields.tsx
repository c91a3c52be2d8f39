import {
  AUDIENCES,
  LENGTHS,
  LICENCES,
  PRACTICE_QUESTIONS,
  RESOURCE_KINDS,
  RESOURCE_LANGUAGES,
  RESOURCE_LIMITS,
  SCHOOL_LEVELS,
  SUBJECTS,
} from '@stoa/domain';
import { useIntl } from 'react-intl';
import { Field, RadioGroup, Section, SelectField, TextArea, TextField } from '../../../ui/index.js';
import { MarkdownField } from '../../../ui/MarkdownField.js';
import type { ResourceDraft } from './draft.js';
import { AuthorsField, LinksField } from './LinesField.js';
import { ResourceFilesField } from './files/ResourceFilesField.js';
import { useLanguageName } from './language-name.js';
import { Remark, type Remarks } from './Remark.js';
import { Several } from './Several.js';
import { TopicsField } from './TopicsField.js';

interface Props {
  resourceId: string;
  draft: ResourceDraft;
  onChange: (change: Partial<ResourceDraft>) => void;
  /** Whether it belongs to a network, whose members alone may be shown it. */
  inNetwork: boolean;
  errorOf: (field: string) => string | undefined;
  /** What the last reviewer said of each field. */
  remarks: Remarks;
}

/** All fields of a resource: what it is, for whom, the material itself, its licence. */
export function ResourceFields(props: Props) {
  const { formatMessage } = useIntl();
  const { resourceId, draft, onChange, errorOf, remarks } = props;
  return (
    <>
      <Section title={formatMessage({ id: 'library.form.what' })}>
        <div className="fields">
          <What {...props} />
        </div>
      </Section>
      <Section title={formatMessage({ id: 'library.form.material' })}>
        <div className="fields">
          {draft.kind === 'GOOD_PRACTICE' ? <Practice {...props} /> : <Body {...props} />}
          <ResourceFilesField
            resourceId={resourceId}
            files={draft.files}
            onChange={(files) => onChange({ files })}
            errorOf={(field) => errorOf(field.replace(/^content\./u, ''))}
          />
          <Remark remarks={remarks} field="files" />
          <LinksField value={draft.links} errorOf={errorOf} onChange={(links) => onChange({ links })} />
          <Remark remarks={remarks} field="links" />
        </div>
      </Section>
      <Section title={formatMessage({ id: 'library.form.forWhom' })}>
        <div className="fields">
          <ForWhom {...props} />
        </div>
      </Section>
      <Section title={formatMessage({ id: 'library.form.rights' })}>
        <div className="fields">
          <Rights {...props} />
        </div>
      </Section>
    </>
  );
}

function What({ draft, onChange, errorOf, remarks }: Props) {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();
  return (
    <>
      <SelectField
        id="kind"
        label={formatMessage({ id: 'library.field.kind' })}
        error={errorOf('kind')}
        value={draft.kind}
        choices={RESOURCE_KINDS.map((kind) => ({ value: kind, label: formatMessage({ id: `library.kind.${kind}` }) }))}
        onChange={(event) => onChange({ kind: RESOURCE_KINDS.find((kind) => kind === event.target.value) ?? draft.kind })}
      />
      <Remark remarks={remarks} field="kind" />
      <TextField
        id="title"
        label={formatMessage({ id: 'library.field.title' })}
        error={errorOf('title')}
        value={draft.title}
        maxLength={LENGTHS.title.max}
        lang={draft.lang}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <Remark remarks={remarks} field="title" />
      <SelectField
        id="lang"
        label={formatMessage({ id: 'library.field.lang' })}
        error={errorOf('lang')}
        value={draft.lang}
        choices={RESOURCE_LANGUAGES.map((lang) => ({ value: lang, label: languageName(lang) }))}
        onChange={(event) => onChange({ lang: event.target.value })}
      />
      <TextArea
        id="outcome"
        label={formatMessage({ id: 'library.field.outcome' })}
        hint={formatMessage({ id: 'library.field.outcomeHint' })}
        error={errorOf('outcome')}
        value={draft.outcome}
        rows={2}
        maxLength={LENGTHS.note.max}
        lang={draft.lang}
        onChange={(event) => onChange({ outcome: event.target.value })}
      />
      <Remark remarks={remarks} field="outcome" />
      <TextArea
        id="summary"
        label={formatMessage({ id: 'library.field.summary' })}
        hint={formatMessage({ id: 'library.field.summaryHint' })}
        error={errorOf('summary')}
        value={draft.summary}
        rows={4}
        maxLength={LENGTHS.networkPurpose.max}
        lang={draft.lang}
        onChange={(event) => onChange({ summary: event.target.value })}
      />
      <Remark remarks={remarks} field="summary" />
    </>
  );
}

function Body({ draft, onChange, errorOf, remarks }: Props) {
  const { formatMessage } = useIntl();
  return (
    <>
      <MarkdownField
        id="body"
        label={formatMessage({ id: 'library.field.body' })}
        hint={formatMessage({ id: 'library.field.bodyHint' })}
        error={errorOf('body')}
        value={draft.body}
        maxLength={60_000}
        onChange={(body) => onChange({ body })}
      />
      <Remark remarks={remarks} field="body" />
    </>
  );
}

/** The guided form of a good practice. */
function Practice({ draft, onChange, errorOf, remarks }: Props) {
  const { formatMessage } = useIntl();
  const practice = draft.practice ?? { context: '', actions: '', result: '', needs: '', carryOver: '' };
  return (
    <>
      {PRACTICE_QUESTIONS.map((question) => (
        <TextArea
          key={question}
          id={`practice.${question}`}
          label={formatMessage({ id: `library.practice.${question}` })}
          hint={formatMessage({ id: `library.practice.hint.${question}` })}
          error={errorOf(`practice.${question}`)}
          value={practice[question]}
          rows={5}
          maxLength={LENGTHS.narrative.max}
          lang={draft.lang}
          onChange={(event) => onChange({ practice: { ...practice, [question]: event.target.value } })}
        />
      ))}
      <Remark remarks={remarks} field="practice" />
    </>
  );
}

function ForWhom({ draft, onChange, errorOf, remarks }: Props) {
  const { formatMessage } = useIntl();
  return (
    <>
      <TopicsField value={draft.topics} error={errorOf('topicIds')} onChange={(topics) => onChange({ topics })} />
      <Remark remarks={remarks} field="topicIds" />
      <Several
        id="subjects"
        legend={formatMessage({ id: 'library.field.subjects' })}
        error={errorOf('subjects')}
        values={SUBJECTS}
        chosen={draft.subjects}
        label={(subject) => formatMessage({ id: `library.subject.${subject}` })}
        onChange={(subjects) => onChange({ subjects })}
      />
      <Remark remarks={remarks} field="subjects" />
      <Several
        id="levels"
        legend={formatMessage({ id: 'library.field.levels' })}
        hint={formatMessage({ id: 'networks.field.noneIsAll' })}
        error={errorOf('levels')}
        values={SCHOOL_LEVELS}
        chosen={draft.levels}
        label={(level) => formatMessage({ id: `networks.level.${level}` })}
        onChange={(levels) => onChange({ levels })}
      />
      <Several
        id="audiences"
        legend={formatMessage({ id: 'library.field.audiences' })}
        hint={formatMessage({ id: 'networks.field.noneIsAll' })}
        error={errorOf('audiences')}
        values={AUDIENCES}
        chosen={draft.audiences}
        label={(audience) => formatMessage({ id: `directory.audience.${audience}` })}
        onChange={(audiences) => onChange({ audiences })}
      />
      <Field
        id="minutes"
        label={formatMessage({ id: 'library.field.minutes' })}
        hint={formatMessage({ id: 'library.field.minutesHint' })}
        error={errorOf('minutes')}
        optional
      >
        {(wiring) => (
          <input
            {...wiring}
            className="input narrow"
            type="number"
            min={1}
            max={RESOURCE_LIMITS.minutes}
            value={draft.minutes ?? ''}
            onChange={(event) => onChange({ minutes: event.target.value === '' ? null : Number(event.target.value) })}
          />
        )}
      </Field>
      <Remark remarks={remarks} field="minutes" />
    </>
  );
}

function Rights({ draft, onChange, inNetwork, errorOf, remarks }: Props) {
  const { formatMessage } = useIntl();
  return (
    <>
      <AuthorsField value={draft.authors} errorOf={errorOf} onChange={(authors) => onChange({ authors })} />
      <Remark remarks={remarks} field="authors" />
      <SelectField
        id="licence"
        label={formatMessage({ id: 'library.field.licence' })}
        hint={formatMessage({ id: draft.licence ? `library.licence.hint.${draft.licence}` : 'library.field.licenceHint' })}
        error={errorOf('licence')}
        value={draft.licence ?? ''}
        placeholder={formatMessage({ id: 'library.field.licenceNone' })}
        choices={LICENCES.map((licence) => ({ value: licence, label: formatMessage({ id: `library.licence.${licence}` }) }))}
        onChange={(event) => onChange({ licence: LICENCES.find((licence) => licence === event.target.value) ?? null })}
      />
      <Remark remarks={remarks} field="licence" />
      <TextArea
        id="attribution"
        label={formatMessage({ id: 'library.field.attribution' })}
        hint={formatMessage({ id: 'library.field.attributionHint' })}
        error={errorOf('attribution')}
        optional
        value={draft.attribution}
        rows={2}
        maxLength={LENGTHS.note.max}
        onChange={(event) => onChange({ attribution: event.target.value })}
      />
      <Remark remarks={remarks} field="attribution" />
      {inNetwork && (
        <RadioGroup
          id="visibility"
          name="visibility"
          label={formatMessage({ id: 'library.field.visibility' })}
          error={errorOf('visibility')}
          value={draft.visibility}
          choices={(['PUBLIC', 'MEMBERS'] as const).map((value) => ({
            value,
            label: formatMessage({ id: `library.visibility.${value}` }),
          }))}
          onChange={(value) => onChange({ visibility: value === 'MEMBERS' ? 'MEMBERS' : 'PUBLIC' })}
        />
      )}
      <Remark remarks={remarks} field="visibility" />
    </>
  );
}
