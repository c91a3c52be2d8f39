import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand, type CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button, ButtonLink, FormErrorSummary, TextArea } from '../../../ui/index.js';
import {
  DiscardPathMutation,
  PublishPathMutation,
  ReturnPathMutation,
  SubmitPathMutation,
  TakeBackPathMutation,
  WithdrawPathMutation,
} from '../review-operations.js';
import { editLearningPathPath, learningPathsPath } from '../paths.js';
import type { PathView } from './StepLine.js';
import styles from './StepLine.module.css';

/** What its writer and its reviewers do with a path; nothing for others. */
export function PathActs({ path }: { path: PathView }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [returning, setReturning] = useState(false);
  const act = { id: path.id, expectedVersion: path.version };
  const [submit, submitting] = useCommand(SubmitPathMutation);
  const [takeBack, takingBack] = useCommand(TakeBackPathMutation);
  const [publish, publishing] = useCommand(PublishPathMutation);
  const [withdraw, withdrawing] = useCommand(WithdrawPathMutation);
  const [discard, discarding] = useCommand(DiscardPathMutation, { onDone: () => void navigate(href(learningPathsPath())) });
  const states: CommandState[] = [submitting, takingBack, publishing, withdrawing, discarding];
  const { viewerCan: can } = path;
  if (![can.edit, can.submit, can.takeBack, can.review, can.withdraw].some(Boolean)) return null;
  return (
    <>
      <FormErrorSummary errors={states.flatMap(({ errors }) => errors)} />
      <div className={`button-row ${styles.acts ?? ''}`}>
        {can.edit && <ButtonLink to={href(editLearningPathPath(path))}>{formatMessage({ id: 'learning.path.edit' })}</ButtonLink>}
        {can.submit && (
          <Button busy={submitting.busy} onClick={() => void submit(act)}>
            {formatMessage({ id: 'learning.path.submit' })}
          </Button>
        )}
        {can.takeBack && (
          <Button busy={takingBack.busy} onClick={() => void takeBack(act)}>
            {formatMessage({ id: 'learning.path.takeBack' })}
          </Button>
        )}
        {can.review && (
          <Button busy={publishing.busy} onClick={() => void publish(act)}>
            {formatMessage({ id: 'learning.path.publish' })}
          </Button>
        )}
        {can.review && path.awaitsReview && (
          <Button onClick={() => setReturning(true)}>{formatMessage({ id: 'learning.path.return' })}</Button>
        )}
        {can.withdraw && (
          <Button kind="subtle" busy={withdrawing.busy} onClick={() => void withdraw(act)}>
            {formatMessage({ id: 'learning.path.withdraw' })}
          </Button>
        )}
        {can.discard && (
          <Button kind="danger" busy={discarding.busy} onClick={() => void discard(act)}>
            {formatMessage({ id: 'learning.path.discard' })}
          </Button>
        )}
      </div>
      {states.map((state, at) => (
        <CommandProblem key={at} state={state} />
      ))}
      {returning && <ReturnDialog path={path} onClose={() => setReturning(false)} />}
    </>
  );
}

function ReturnDialog({ path, onClose }: { path: PathView; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [remarks, setRemarks] = useState('');
  const [give, state] = useCommand(ReturnPathMutation, { onDone: onClose });
  return (
    <FormDialog
      title={formatMessage({ id: 'learning.path.return' })}
      submitLabel={formatMessage({ id: 'learning.path.return' })}
      state={state}
      onClose={onClose}
      onSubmit={() => void give({ id: path.id, expectedVersion: path.version, remarks })}
    >
      <TextArea
        id="remarks"
        label={formatMessage({ id: 'learning.path.remarks' })}
        error={state.errorOf('remarks')}
        rows={4}
        maxLength={1_000}
        value={remarks}
        onChange={({ target }) => setRemarks(target.value)}
      />
    </FormDialog>
  );
}
