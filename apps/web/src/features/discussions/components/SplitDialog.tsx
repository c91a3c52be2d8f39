import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { QueryView } from '../../../app/QueryView.js';
import { Checkbox, RadioGroup, TextField } from '../../../ui/index.js';
import type { ResultOf } from '../../../app/api/graphql.js';
import { SplitThreadMutation, SplittablePostsQuery } from '../arranging-operations.js';
import { useArranged } from '../hooks/use-arranging.js';
import { ArrangeDialog } from './ArrangeDialog.js';
import styles from './SplitDialog.module.css';

type Splittable = NonNullable<ResultOf<typeof SplittablePostsQuery>['thread']>;
const kinds = ['QUESTION', 'DISCUSSION'] as const;
/** A post is known by so much of its beginning. */
const BEGINNING = 80;
/** The page about this many posts further on begins with the post. */
const AHEAD = 24;

/** Asks which posts from one on become a discussion of their own. */
export default function SplitDialog({
  thread,
  post,
  onClose,
}: {
  thread: { no: number; slug: string; network: { slug: string } };
  /** Number of the first post. */
  post: number;
  onClose: () => void;
}) {
  const query = useQuery(SplittablePostsQuery, {
    variables: { network: thread.network.slug, no: thread.no, around: post + AHEAD },
    fetchPolicy: 'no-cache',
  });
  return (
    <QueryView query={query} page={false}>
      {({ thread: found }) =>
        found && <SplitForm address={thread} thread={found} post={post} onRefresh={() => void query.refetch()} onClose={onClose} />
      }
    </QueryView>
  );
}

function SplitForm({
  address,
  thread,
  post,
  onRefresh,
  onClose,
}: {
  address: { no: number; slug: string; network: { slug: string } };
  thread: Splittable;
  post: number;
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const posts = thread.posts.edges.map(({ node }) => node).filter(({ no }) => no >= post);
  const [chosen, setChosen] = useState<readonly string[]>(posts.slice(0, 1).map(({ id }) => id));
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>(thread.kind);
  const arranged = useArranged({ ...address, id: thread.id });
  const [split, state] = useCommand(SplitThreadMutation, {
    onDone: ({ splitThread }) => {
      onClose();
      arranged('SPLIT', splitThread);
    },
  });
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <ArrangeDialog
      title={formatMessage({ id: 'discussions.thread.SPLIT' })}
      lead={formatMessage({ id: 'discussions.split.lead' })}
      state={state}
      onRefresh={onRefresh}
      onClose={onClose}
      onConfirm={(reason) =>
        void split({ threadId: thread.id, postIds: [...chosen], title, kind, reason, expectedSeq: thread.decisionSeq })
      }
      ready={chosen.length > 0}
    >
      <fieldset className={styles['posts']} id="postIds">
        <legend>{formatMessage({ id: 'discussions.split.posts' })}</legend>
        {posts.map(({ id, no, author, body, lang }) => (
          <Checkbox
            key={id}
            label={
              <>
                <b>
                  #{no} {author?.displayName}
                </b>{' '}
                <span className="meta" lang={lang ?? undefined}>
                  {body?.slice(0, BEGINNING)}
                </span>
              </>
            }
            checked={chosen.includes(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </fieldset>
      <TextField
        id="title"
        label={formatMessage({ id: 'discussions.new.heading' })}
        hint={formatMessage({ id: 'discussions.new.headingHint' })}
        error={state.errorOf('title')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <RadioGroup
        name="kind"
        label={formatMessage({ id: 'discussions.new.kind' })}
        value={kind}
        inline
        choices={kinds.map((each) => ({ value: each, label: formatMessage({ id: `discussions.kind.${each}` }) }))}
        onChange={(value) => setKind(value === 'QUESTION' ? 'QUESTION' : 'DISCUSSION')}
      />
    </ArrangeDialog>
  );
}
