import { LANGUAGES, LENGTHS, type ConsentKind, type Language } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { languageNames } from '../../../app/i18n/index.js';
import { DateField, showToast, TextArea } from '../../../ui/index.js';
import { PublishConsentTextMutation, type PublishedText } from '../consent-text-operations.js';

/** Publishes a further version, beginning with the words of the latest: all languages at once, and the first day. */
export function PublishDialog({
  kind,
  latest,
  onClose,
  onRefresh,
}: {
  kind: ConsentKind;
  latest: PublishedText | null;
  onClose: () => void;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const [bodies, setBodies] = useState<Record<Language, string>>({
    en: latest?.en ?? '',
    el: latest?.el ?? '',
    pl: latest?.pl ?? '',
    ru: latest?.ru ?? '',
  });
  const [validFrom, setValidFrom] = useState('');
  const [publish, state] = useCommand(PublishConsentTextMutation, {
    refetch: ['ConsentVersionsQuery', 'ConsentsAskedQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'consents.published' }));
      onClose();
    },
  });
  return (
    <FormDialog
      wide
      title={formatMessage({ id: `consents.publish.${kind}` })}
      submitLabel={formatMessage({ id: 'consents.submit' })}
      state={state}
      onSubmit={() => void publish({ kind, ...bodies, validFrom, expectedVersion: latest?.version ?? 0 })}
      onRefresh={onRefresh}
      stays
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'consents.publishText' })}</p>
      <DateField
        id="validFrom"
        label={formatMessage({ id: 'consents.validFrom' })}
        hint={formatMessage({ id: 'consents.validFromHint' })}
        error={state.errorOf('validFrom')}
        value={validFrom}
        onChange={({ target }) => setValidFrom(target.value)}
      />
      {LANGUAGES.map((lang) => (
        <TextArea
          key={lang}
          id={lang}
          lang={lang}
          label={formatMessage({ id: 'consents.body' }, { language: languageNames[lang] })}
          error={state.errorOf(lang)}
          value={bodies[lang]}
          rows={6}
          maxLength={LENGTHS.markdownBody.max}
          onChange={({ target }) => setBodies({ ...bodies, [lang]: target.value })}
        />
      ))}
    </FormDialog>
  );
}
