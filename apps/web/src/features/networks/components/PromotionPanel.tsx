import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, FormErrorSummary, Section, showToast, StatusMark } from '../../../ui/index.js';
import { PromoteNetworkMutation } from '../network-operations.js';
import styles from './settings.module.css';
import type { NetworkSettings } from '../network-queries.js';

/** Whether everybody sees the network's page. */
export function PromotionPanel({ network, onRefresh }: { network: NetworkSettings; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const promoted = network.promotedAt !== null;
  const [promote, state] = useCommand(PromoteNetworkMutation, {
    onDone: () => showToast(formatMessage({ id: promoted ? 'networks.promotion.hidden' : 'networks.promotion.shown' })),
  });
  return (
    <Section
      title={formatMessage({ id: 'networks.promotion' })}
      end={
        <Button busy={state.busy} onClick={() => void promote({ id: network.id, promoted: !promoted, expectedVersion: network.version })}>
          {formatMessage({ id: promoted ? 'networks.promotion.hide' : 'networks.promotion.show' })}
        </Button>
      }
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <p className={styles['body']}>
        {network.promotedAt === null ? (
          <StatusMark status="none">{formatMessage({ id: 'networks.promotion.off' })}</StatusMark>
        ) : (
          <StatusMark status="ok">{formatMessage({ id: 'networks.promotion.on' }, { date: formats.date(network.promotedAt) })}</StatusMark>
        )}
      </p>
    </Section>
  );
}
