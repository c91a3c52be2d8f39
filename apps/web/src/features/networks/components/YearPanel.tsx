import { NETWORK_YEAR, legalActs, NETWORK_YEAR_STATES } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, ConfirmDialog, DataTable, FormErrorSummary, Section, showToast, Stepper } from '../../../ui/index.js';
import { ChangeNetworkYearMutation, OpenNetworkYearMutation } from '../network-operations.js';
import type { NetworkSettings } from '../network-queries.js';
import styles from './settings.module.css';
import { YearState } from './YearState.js';

/** The years of the network: where the running one stands, the step to come, and the next year. */
export function YearPanel({ network, onRefresh }: { network: NetworkSettings; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [closing, setClosing] = useState<NetworkSettings['years'][number] | null>(null);
  const [change, changing] = useCommand(ChangeNetworkYearMutation, {
    onDone: () => {
      setClosing(null);
      showToast(formatMessage({ id: 'networks.year.changed' }));
    },
  });
  const [open, opening] = useCommand(OpenNetworkYearMutation, {
    creates: true,
    onDone: () => showToast(formatMessage({ id: 'networks.year.opened' })),
  });
  const { nextYear, viewerCan, year } = network;
  const act = (row: NetworkSettings['years'][number]) => {
    const next = legalActs(NETWORK_YEAR, row.state)[0];
    if (!viewerCan.changeState || next === undefined) return null;
    const run = () => (next === 'CONCLUDE' ? setClosing(row) : void change({ id: row.id, act: next, expectedVersion: row.version }));
    return (
      <Button busy={changing.busy} onClick={run}>
        {formatMessage({ id: `networks.year.act.${next}` })}
      </Button>
    );
  };
  return (
    <Section
      title={formatMessage({ id: 'networks.years' })}
      end={
        viewerCan.openYear &&
        nextYear && (
          <Button busy={opening.busy} onClick={() => void open({ networkId: network.id, year: nextYear })}>
            {formatMessage({ id: 'networks.year.open' }, { year: nextYear })}
          </Button>
        )
      }
    >
      <FormErrorSummary errors={[...changing.errors, ...opening.errors]} />
      <CommandProblem state={changing} onRefresh={onRefresh} />
      <CommandProblem state={opening} onRefresh={onRefresh} />
      {year && (
        <div className={styles['body']}>
          <Stepper
            label={formatMessage({ id: 'networks.year.steps' }, { year: year.year })}
            current={year.state}
            steps={NETWORK_YEAR_STATES.map((state) => ({ key: state, label: formatMessage({ id: `networks.state.${state}` }) }))}
          />
        </div>
      )}
      <DataTable
        compact
        caption={formatMessage({ id: 'networks.years' })}
        captionHidden
        rows={network.years}
        rowKey={(row) => row.id}
        columns={[
          { key: 'year', header: formatMessage({ id: 'networks.year' }), cell: (row) => row.year },
          { key: 'state', header: formatMessage({ id: 'networks.filter.state' }), cell: (row) => <YearState year={row} /> },
          { key: 'act', header: <span className="unseen">{formatMessage({ id: 'networks.year.act' })}</span>, cell: act },
        ]}
      />
      <ConfirmDialog
        open={closing !== null}
        title={formatMessage({ id: 'networks.year.concludeTitle' }, { year: closing?.year ?? '' })}
        confirmLabel={formatMessage({ id: 'networks.year.act.CONCLUDE' })}
        busy={changing.busy}
        onClose={() => setClosing(null)}
        onConfirm={() => closing && void change({ id: closing.id, act: 'CONCLUDE', expectedVersion: closing.version })}
      >
        <p>{formatMessage({ id: 'networks.year.concludeText' })}</p>
      </ConfirmDialog>
    </Section>
  );
}
