import { RESOURCE_FIELDS } from '@stoa/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button, Section, SelectField, showToast, TextArea } from '../../../ui/index.js';
import { approvalsPath } from '../paths.js';
import { PublishResourceMutation, ReturnResourceMutation } from '../resource-commands.js';
import type { ResourceShown, VersionShown } from '../resource-operations.js';

/** Publishes what was submitted, or gives it back with remarks in their places. */
export default function ReviewPanel({
  resource,
  version,
  onRefresh,
}: {
  resource: ResourceShown;
  version: VersionShown;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const [returning, setReturning] = useState(false);
  const [publish, state] = useCommand(PublishResourceMutation, {
    onDone: () => showToast(formatMessage({ id: 'library.done.published' })),
  });
  return (
    <Section title={formatMessage({ id: 'library.review' })}>
      <p>{formatMessage({ id: resource.state === 'DRAFT' ? 'library.review.first' : 'library.review.next' })}</p>
      <CommandProblem state={state} onRefresh={onRefresh} />
      <div className="button-row">
        <Button kind="primary" busy={state.busy} onClick={() => void publish({ id: resource.id, expectedVersion: resource.version })}>
          {formatMessage({ id: 'library.publish' })}
        </Button>
        <Button onClick={() => setReturning(true)}>{formatMessage({ id: 'library.return' })}</Button>
      </div>
      {returning && <ReturnDialog resource={resource} version={version} onRefresh={onRefresh} onClose={() => setReturning(false)} />}
    </Section>
  );
}

function ReturnDialog({
  resource,
  version,
  onRefresh,
  onClose,
}: {
  resource: ResourceShown;
  version: VersionShown;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [remarks, setRemarks] = useState([{ field: '', text: '' }]);
  const [giveBack, state] = useCommand(ReturnResourceMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'library.done.returned' }));
      void navigate(href(approvalsPath()));
    },
  });
  const set = (at: number, change: Partial<(typeof remarks)[number]>) =>
    setRemarks(remarks.map((remark, index) => (index === at ? { ...remark, ...change } : remark)));
  const places = [
    { value: '', label: formatMessage({ id: 'library.remark.whole' }) },
    ...RESOURCE_FIELDS.filter((field) => field !== 'practice' || version.practice !== null).map((field) => ({
      value: field,
      label: formatMessage({ id: `library.remark.field.${field}` }),
    })),
  ];
  return (
    <FormDialog
      wide
      title={formatMessage({ id: 'library.return.title' })}
      submitLabel={formatMessage({ id: 'library.return' })}
      state={state}
      onRefresh={onRefresh}
      onClose={onClose}
      onSubmit={() =>
        void giveBack({
          id: resource.id,
          expectedVersion: resource.version,
          remarks: remarks.filter(({ text }, at) => at === 0 || text.trim() !== ''),
        })
      }
    >
      {remarks.map((remark, at) => (
        <fieldset className="field" key={at}>
          <legend>{formatMessage({ id: 'library.remark.number' }, { number: at + 1 })}</legend>
          <SelectField
            id={`remarks.${at}.field`}
            label={formatMessage({ id: 'library.remark.on' })}
            value={remark.field}
            choices={places}
            onChange={(event) => set(at, { field: event.target.value })}
          />
          <TextArea
            id={`remarks.${at}.text`}
            label={formatMessage({ id: 'library.remark.text' })}
            error={state.errorOf(`remarks.${at}.text`)}
            value={remark.text}
            rows={3}
            maxLength={1_000}
            onChange={(event) => set(at, { text: event.target.value })}
          />
        </fieldset>
      ))}
      <Button icon={Plus} onClick={() => setRemarks([...remarks, { field: '', text: '' }])}>
        {formatMessage({ id: 'library.remark.add' })}
      </Button>
    </FormDialog>
  );
}
