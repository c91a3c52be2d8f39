import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { languageNames, languages } from '../../../app/i18n/languages.js';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { ConfirmDialog, SelectField, showToast, TextArea, TextField } from '../../../ui/index.js';
import { DeleteReasonTemplateMutation, SaveReasonTemplateMutation, type Template } from '../log-operations.js';

/** Writes a template of reasons, new or changed. */
export function TemplateDialog({
  networkId,
  template,
  onRefresh,
  onClose,
}: {
  networkId: string;
  template: Template | null;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const language = useLanguage();
  const [lang, setLang] = useState<string>(template?.lang ?? language);
  const [title, setTitle] = useState(template?.title ?? '');
  const [body, setBody] = useState(template?.body ?? '');
  const [save, state] = useCommand(SaveReasonTemplateMutation, {
    creates: true,
    refetch: ['ReasonsPageQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'moderation.reasons.saved' }));
      onClose();
    },
  });
  const send = () => save({ networkId, lang, title, body, ...(template ? { id: template.id, expectedVersion: template.version } : {}) });
  return (
    <FormDialog
      title={
        template
          ? formatMessage({ id: 'moderation.reasons.edit' }, { title: template.title })
          : formatMessage({ id: 'moderation.reasons.add' })
      }
      submitLabel={formatMessage({ id: 'moderation.reasons.save' })}
      state={state}
      onSubmit={() => void send()}
      onRefresh={onRefresh}
      onClose={onClose}
    >
      <SelectField
        id="lang"
        label={formatMessage({ id: 'moderation.reasons.lang' })}
        choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
        value={lang}
        onChange={(event) => setLang(event.target.value)}
      />
      <TextField
        id="title"
        label={formatMessage({ id: 'moderation.reasons.name' })}
        hint={formatMessage({ id: 'moderation.reasons.nameHint' })}
        error={state.errorOf('title')}
        value={title}
        maxLength={LENGTHS.title.max}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        id="body"
        label={formatMessage({ id: 'moderation.reasons.body' })}
        hint={formatMessage({ id: 'moderation.reasons.bodyHint' })}
        error={state.errorOf('body')}
        value={body}
        maxLength={LENGTHS.reason.max}
        rows={4}
        onChange={(event) => setBody(event.target.value)}
      />
    </FormDialog>
  );
}

/** Asks before a template is deleted, since that cannot be undone. */
export function DeleteTemplateDialog({ template, onRefresh, onClose }: { template: Template; onRefresh: () => void; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [remove, state] = useCommand(DeleteReasonTemplateMutation, {
    refetch: ['ReasonsPageQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'moderation.reasons.deleted' }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={formatMessage({ id: 'moderation.reasons.delete' }, { title: template.title })}
      confirmLabel={formatMessage({ id: 'moderation.reasons.deleteDo' })}
      danger
      busy={state.busy}
      onConfirm={() => void remove({ id: template.id, expectedVersion: template.version })}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'moderation.reasons.deleteText' })}</p>
      <CommandProblem state={state} onRefresh={onRefresh} />
    </ConfirmDialog>
  );
}
