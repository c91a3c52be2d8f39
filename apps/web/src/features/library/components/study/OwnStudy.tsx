import { BookOpenCheck, Check, FolderPlus, Play } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../../app/api/graphql.js';
import { useCommand } from '../../../../app/api/use-command.js';
import { CommandProblem } from '../../../../app/CommandProblem.js';
import { useFormats } from '../../../../app/i18n/use-formats.js';
import { Banner, Button, Section, showToast, StatusMark } from '../../../../ui/index.js';
import { CollectDialog } from './CollectDialog.js';
import { MarkDoneMutation, StartResourceMutation, type StudyPanel_resource } from './study-operations.js';

/** Where the reader stands with a resource, and the next thing to do with it. */
export default function OwnStudy({ resource }: { resource: FragmentOf<typeof StudyPanel_resource> }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const { study } = resource;
  const done = study?.doneAt ?? null;
  const [collecting, setCollecting] = useState(false);
  const [start, starting] = useCommand(StartResourceMutation);
  const [mark, marking] = useCommand(MarkDoneMutation, {
    optimistic: (input) => {
      const isDone = (input as { done: boolean }).done;
      const now = new Date().toISOString();
      return {
        markDone: {
          __typename: 'StudyPayload',
          userErrors: [],
          resource: {
            __typename: 'Resource',
            id: resource.id,
            completionsCount: resource.completionsCount + (isDone === (done !== null) ? 0 : isDone ? 1 : -1),
            study: {
              __typename: 'ResourceStudy',
              id: study?.id ?? `ResourceStudy_${resource.id.slice('Resource_'.length)}`,
              startedAt: study?.startedAt ?? now,
              lastAt: now,
              share: isDone ? 100 : (study?.share ?? 0),
              doneAt: isDone ? now : null,
              doneVersionNo: isDone ? resource.versionNo : null,
            },
          },
        },
      };
    },
  });
  const finish = async (): Promise<void> => {
    if ((await mark({ resourceId: resource.id, done: true })).done)
      showToast(formatMessage({ id: 'library.study.done.toast' }), { undo: () => void mark({ resourceId: resource.id, done: false }) });
  };
  return (
    <Section title={formatMessage({ id: 'library.study.title' })}>
      <p>
        {done ? (
          <StatusMark status="ok">{formatMessage({ id: 'library.study.doneOn' }, { date: date(done) })}</StatusMark>
        ) : study ? (
          formatMessage({ id: 'library.study.begunOn' }, { date: date(study.startedAt) })
        ) : (
          <span className="muted">{formatMessage({ id: 'library.study.notBegun' })}</span>
        )}
      </p>
      {done && study?.doneVersionNo !== null && study?.doneVersionNo !== undefined && study.doneVersionNo < resource.versionNo && (
        <Banner>{formatMessage({ id: 'library.study.newer' })}</Banner>
      )}
      <div className="button-row">
        {!study && (
          <Button icon={Play} busy={starting.busy} onClick={() => void start({ resourceId: resource.id })}>
            {formatMessage({ id: 'library.study.start' })}
          </Button>
        )}
        {done ? (
          <Button kind="quiet" busy={marking.busy} onClick={() => void mark({ resourceId: resource.id, done: false })}>
            {formatMessage({ id: 'library.study.undo' })}
          </Button>
        ) : (
          <Button kind="primary" icon={study ? Check : BookOpenCheck} busy={marking.busy} onClick={() => void finish()}>
            {formatMessage({ id: 'library.study.done' })}
          </Button>
        )}
        <Button kind="quiet" icon={FolderPlus} onClick={() => setCollecting(true)}>
          {formatMessage({ id: 'library.study.collect' })}
        </Button>
      </div>
      <CommandProblem state={starting} />
      <CommandProblem state={marking} />
      {collecting && <CollectDialog resourceId={resource.id} onClose={() => setCollecting(false)} />}
    </Section>
  );
}
