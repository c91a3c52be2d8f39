import { LENGTHS, type Language } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { languages } from '../../../app/i18n/index.js';
import { Button, FormErrorSummary, Section, showToast } from '../../../ui/index.js';
import { MarkdownField } from '../../../ui/MarkdownField.js';
import { EditNetworkMutation } from '../network-operations.js';
import styles from './settings.module.css';
import type { NetworkSettings } from '../network-queries.js';
import { NetworkFields, type NetworkDraft } from './NetworkFields.js';

const languageOf = (lang: string): Language => languages.find((one) => one === lang) ?? 'en';

/** Edits what the network's page says and how persons join. */
export function PageForm({ network, onRefresh }: { network: NetworkSettings; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const { id, name, kind, professions, levels, purpose, joiningRule, lang } = network;
  const [draft, setDraft] = useState<NetworkDraft>({
    name,
    kind,
    professions: [...professions],
    levels: [...levels],
    purpose,
    joiningRule,
    lang: languageOf(lang),
  });
  const [promotion, setPromotion] = useState(network.promotion);
  const [edit, state] = useCommand(EditNetworkMutation, { onDone: () => showToast(formatMessage({ id: 'networks.saved' })) });
  return (
    <Section title={formatMessage({ id: 'networks.settings.page' })}>
      <form
        className={`form ${styles['body'] ?? ''}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void edit({ ...draft, id, promotion, expectedVersion: network.version });
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <NetworkFields draft={draft} errorOf={state.errorOf} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        <MarkdownField
          id="promotion"
          label={formatMessage({ id: 'networks.field.promotion' })}
          hint={formatMessage({ id: 'networks.field.promotionHint' })}
          error={state.errorOf('promotion')}
          value={promotion}
          maxLength={LENGTHS.markdownBody.max}
          onChange={setPromotion}
        />
        <CommandProblem state={state} onRefresh={onRefresh} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'networks.save' })}
          </Button>
        </div>
      </form>
    </Section>
  );
}
