import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, DataTable, FigureChip, StatusMark } from '../../../ui/index.js';
import { AcceptFiguresMutation, type FigureChanges, type Report, type ReportSection } from '../report-operations.js';
import styles from './Report.module.css';

interface Props {
  report: Report;
  section: ReportSection;
  /** What changed since in the whole report; null while that is not known. */
  changes: FigureChanges | null;
  openRowsKey: string | null;
  onOpen: (rows: { rowsKey: string; label: string }) => void;
  onRefresh: () => void;
}

/** A counted section: its sentence with locked figures, what changed since, and its tables. */
export function SectionRow({ report, section, changes: ofReport, openRowsKey, onOpen, onRefresh }: Props) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const changes = (ofReport ?? []).filter(({ path }) => path.startsWith(`${section.key}/`));
  return (
    <section className={styles.section}>
      <div className={styles.status}>
        {changes.length > 0 ? (
          <StatusMark status="warn">{formatMessage({ id: 'reports.changed' }, { count: changes.length })}</StatusMark>
        ) : (
          ofReport && <StatusMark status="ok">{formatMessage({ id: 'reports.counted' })}</StatusMark>
        )}
      </div>
      <h2>{section.title}</h2>
      <p className={styles.prose}>
        {section.sentence.map((part, index) => {
          const figure = section.figures.find(({ key }) => key === part.figure);
          if (!figure) return <span key={index}>{part.text}</span>;
          const change = changes.find(({ path }) => path === `${section.key}/${figure.key}`);
          const text = change ? `${change.to === null ? '–' : formats.number(change.to)}` : part.text;
          const { rowsKey } = figure;
          return (
            <FigureChip
              key={index}
              {...(change ? { was: formats.number(figure.value) } : {})}
              {...(rowsKey
                ? {
                    open: openRowsKey === rowsKey,
                    describe: formatMessage({ id: 'reports.rows.open' }, { label: figure.label }),
                    onOpen: () => onOpen({ rowsKey, label: figure.label }),
                  }
                : {})}
            >
              {text}
            </FigureChip>
          );
        })}
      </p>
      {changes.length > 0 && <Changes report={report} changes={changes} onRefresh={onRefresh} />}
      {section.tables.map((table) => (
        <DataTable
          key={table.key}
          compact
          caption={table.caption}
          rows={table.rows}
          rowKey={(row) => row.key}
          columns={table.columns.map((label, index) => ({
            key: String(index),
            header: label,
            number: index > 0,
            cell: (row: (typeof table.rows)[number]) => (index === 0 ? row.label : formats.number(row.values[index - 1] ?? 0)),
          }))}
        />
      ))}
    </section>
  );
}

/** "9 became 10": one line for each change, accepted one by one or together. */
function Changes({ report, changes, onRefresh }: { report: Report; changes: FigureChanges; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [accept, state] = useCommand(AcceptFiguresMutation);
  const run = (paths: string[]) => void accept({ id: report.id, expectedVersion: report.version, paths });
  const number = (value: number | null) => (value === null ? '–' : formats.number(value));
  return (
    <div className={styles.changes}>
      <CommandProblem state={state} onRefresh={onRefresh} />
      <ul>
        {changes.map((change) => (
          <li key={change.path}>
            <span>
              {formatMessage({ id: 'reports.change' }, { label: change.label, from: number(change.from), to: number(change.to) })}
            </span>
            <Button busy={state.busy} onClick={() => run([change.path])}>
              {formatMessage({ id: 'reports.accept' }, { value: number(change.to) })}
            </Button>
          </li>
        ))}
      </ul>
      {changes.length > 1 && (
        <Button kind="primary" busy={state.busy} onClick={() => run(changes.map(({ path }) => path))}>
          {formatMessage({ id: 'reports.acceptAll' }, { count: changes.length })}
        </Button>
      )}
    </div>
  );
}
