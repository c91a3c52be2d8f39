import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { LENGTHS } from '@stoa/domain';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, Markdown, StatusMark } from '../../../ui/index.js';
import { MarkdownField } from '../../../ui/MarkdownField.js';
import { WriteNarrativeMutation, type Report } from '../report-operations.js';
import styles from './Report.module.css';

const SAVE_AFTER_MS = 1_500;

/** A section in the coordinator's words: read, or written with every pause saved. */
export function NarrativeRow({
  report,
  narrative,
  onRefresh,
}: {
  report: Report;
  narrative: Report['narrative'][number];
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const [editing, setEditing] = useState(false);
  const written = narrative.text.trim() !== '';
  const title = formatMessage({ id: `reports.narrative.${narrative.key}` });
  return (
    <section className={styles.section} id={`narrative-${narrative.key}`}>
      <div className={styles.status}>
        {written ? (
          <StatusMark status="ok">{formatMessage({ id: 'reports.written' })}</StatusMark>
        ) : (
          <StatusMark status="none">{formatMessage({ id: narrative.required ? 'reports.noWordsRequired' : 'reports.noWords' })}</StatusMark>
        )}
      </div>
      <h2>{title}</h2>
      {editing ? (
        <NarrativeEditor report={report} narrative={narrative} title={title} onClose={() => setEditing(false)} onRefresh={onRefresh} />
      ) : written ? (
        <>
          <Markdown html={narrative.html} lang={report.lang} />
          {report.viewerCan.write && (
            <Button kind="quiet" onClick={() => setEditing(true)}>
              {formatMessage({ id: 'reports.edit' }, { title })}
            </Button>
          )}
        </>
      ) : (
        <div className={styles.empty}>
          <span>{formatMessage({ id: report.viewerCan.write ? 'reports.emptyHint' : 'reports.empty' })}</span>
          {report.viewerCan.write && <Button onClick={() => setEditing(true)}>{formatMessage({ id: 'reports.write' })}</Button>}
        </div>
      )}
    </section>
  );
}

function NarrativeEditor({
  report,
  narrative,
  title,
  onClose,
  onRefresh,
}: {
  report: Report;
  narrative: Report['narrative'][number];
  title: string;
  onClose: () => void;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState(narrative.text);
  const [write, state] = useCommand(WriteNarrativeMutation);
  const saved = text.trim() === narrative.text.trim();
  const save = async () => saved || (await write({ id: report.id, expectedVersion: report.version, key: narrative.key, text })).done;
  const latest = useRef(save);
  latest.current = save;
  // A refusal waits for the person; saving again and again would only repeat it.
  const refused = state.errors.length > 0 || state.problem !== null;
  useEffect(() => {
    if (saved || refused) return;
    const timer = setTimeout(() => void latest.current(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, saved, refused]);
  return (
    <>
      <CommandProblem state={state} onRefresh={onRefresh} />
      <MarkdownField
        id={`text-${narrative.key}`}
        label={<span className="unseen">{title}</span>}
        error={state.errorOf('text')}
        value={text}
        maxLength={LENGTHS.narrative.max}
        onChange={(next) => {
          if (refused) state.reset();
          setText(next);
        }}
        onSubmit={() => void save()}
        end={
          <>
            <span role="status">{saved ? formatMessage({ id: 'reports.saved' }) : formatMessage({ id: 'reports.saving' })}</span>
            <Button kind="primary" busy={state.busy} onClick={() => void save().then((done) => done && onClose())}>
              {formatMessage({ id: 'reports.done' })}
            </Button>
          </>
        }
      />
    </>
  );
}
