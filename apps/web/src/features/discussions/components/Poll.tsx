import { useQuery } from '@apollo/client/react';
import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, showToast } from '../../../ui/index.js';
import { lastDay } from '../last-day.js';
import { PollQuery, VoteInPollMutation, type PollShown } from '../poll-operations.js';
import type { PostShown } from '../thread-operations.js';
import styles from './Poll.module.css';
import { PollTools } from './PollTools.js';

/** Timers of browsers go no further. */
const FARTHEST_MS = 2_000_000_000;

/** What a post asks of its readers: options to choose from, and how many chose what. */
export function Poll({ post }: { post: PostShown }) {
  const query = useQuery(PollQuery, { variables: { postId: post.id }, fetchPolicy: 'cache-and-network' });
  const { refetch } = query;
  const ends = query.data?.poll?.closedAt === null ? query.data.poll.closesAt : null;
  useEffect(() => {
    const rest = ends === null ? 0 : Date.parse(ends) - Date.now();
    if (rest <= 0 || rest > FARTHEST_MS) return;
    const timer = setTimeout(() => void refetch(), rest + 500);
    return () => clearTimeout(timer);
  }, [ends, refetch]);
  return (
    <QueryView query={query} page={false}>
      {({ poll }) =>
        poll && (
          <Choices
            // What is chosen and not yet sent stays while others vote.
            key={`${String(poll.version)} ${chosenOf(poll).join()}`}
            poll={poll}
            post={post}
            onRefresh={() => void refetch()}
          />
        )
      }
    </QueryView>
  );
}

const chosenOf = ({ options }: PollShown): number[] => options.filter(({ mine }) => mine).map(({ no }) => no);

function Choices({ poll, post, onRefresh }: { poll: PollShown; post: PostShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const before = chosenOf(poll);
  const [choice, setChoice] = useState<readonly number[]>(before);
  const [vote, state] = useCommand(VoteInPollMutation);
  const send = async (options: readonly number[]) => {
    const { done } = await vote({ postId: post.id, options: [...options], expectedVersion: poll.version });
    if (done) showToast(formatMessage({ id: options.length > 0 ? 'discussions.poll.voted' : 'discussions.poll.tookBack' }));
  };
  const choose = (no: number, on: boolean) => setChoice(poll.multiple ? choice.filter((each) => each !== no).concat(on ? no : []) : [no]);
  const changed = [...choice].sort((one, other) => one - other).join() !== before.join();
  return (
    <form
      className={styles['poll']}
      data-poll
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && choice.length > 0) void send(choice);
      }}
    >
      <fieldset>
        <legend lang={post.lang ?? undefined}>{poll.question}</legend>
        <ul className={styles['options']}>
          {poll.options.map((option) => (
            <Option
              key={option.no}
              option={option}
              poll={poll}
              post={post}
              chosen={choice.includes(option.no)}
              onChoose={(on) => choose(option.no, on)}
            />
          ))}
        </ul>
      </fieldset>
      <Facts poll={poll} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      {state.errors.map(({ message }) => (
        <p key={message} className="danger" role="alert">
          {message}
        </p>
      ))}
      <div className={styles['foot']}>
        {poll.viewerCan.vote && (changed || before.length === 0) && (
          <Button kind="primary" type="submit" busy={state.busy} disabled={choice.length === 0}>
            {before.length > 0 ? formatMessage({ id: 'discussions.poll.change' }) : formatMessage({ id: 'discussions.poll.vote' })}
          </Button>
        )}
        {poll.viewerCan.vote && before.length > 0 && (
          <Button kind="subtle" busy={state.busy} onClick={() => void send([])}>
            {formatMessage({ id: 'discussions.poll.takeBack' })}
          </Button>
        )}
        <PollTools poll={poll} postId={post.id} onRefresh={onRefresh} />
      </div>
    </form>
  );
}

function Option({
  option: { no, label, votes, mine },
  poll,
  post,
  chosen,
  onChoose,
}: {
  option: PollShown['options'][number];
  poll: PollShown;
  post: PostShown;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const share = votes !== null && poll.voters > 0 ? votes / poll.voters : 0;
  const words = (
    <span className={mine ? styles['mine'] : undefined} lang={post.lang ?? undefined}>
      {label}
    </span>
  );
  return (
    <li className={styles['option']} data-option={no}>
      {poll.viewerCan.vote ? (
        <label>
          <input
            type={poll.multiple ? 'checkbox' : 'radio'}
            name={`poll-${poll.id}`}
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
          {words}
        </label>
      ) : (
        <span className={styles['chosen']}>
          {mine && <Check aria-label={formatMessage({ id: 'discussions.poll.mine' })} />}
          {words}
        </span>
      )}
      {votes !== null && (
        <>
          <span className={`meta ${styles['figure']}`}>
            {formatMessage({ id: 'discussions.poll.votes' }, { count: votes })} · {formats.percent(share)}
          </span>
          <span className={styles['bar']} aria-hidden>
            <span style={{ width: `${String(share * 100)}%` }} />
          </span>
        </>
      )}
    </li>
  );
}

function Facts({ poll }: { poll: PollShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const hidden = poll.options.some(({ votes }) => votes === null);
  const facts = [
    formatMessage({ id: 'discussions.poll.voters' }, { count: poll.voters }),
    ...(poll.multiple ? [formatMessage({ id: 'discussions.poll.severalFact' })] : []),
    ...(poll.closedAt !== null
      ? [formatMessage({ id: 'discussions.poll.ended' }, { date: formats.shortDate(lastDay(poll.closedAt)) })]
      : poll.closesAt !== null
        ? [formatMessage({ id: 'discussions.poll.until' }, { date: formats.shortDate(lastDay(poll.closesAt)) })]
        : []),
    ...(hidden ? [formatMessage({ id: 'discussions.poll.hidden' })] : []),
    formatMessage({ id: 'discussions.poll.noNames' }),
  ];
  return <p className={`meta ${styles['facts']}`}>{facts.join(' · ')}</p>;
}
