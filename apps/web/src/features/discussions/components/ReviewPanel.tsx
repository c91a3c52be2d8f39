import { useQuery } from '@apollo/client/react';
import { Check, ChevronDown, EyeOff, MessageCircleWarning, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, Menu, StatusShape } from '../../../ui/index.js';
import { useDecide, type DecideFields } from '../hooks/use-decide.js';
import { PostReviewQuery } from '../thread-operations.js';
import { DecideDialog } from './DecideDialog.js';
import styles from './ReviewPanel.module.css';

const hour = 3_600_000;

/** Reports of a post that wait, in place under the post, with what to decide. For those who moderate. */
export function ReviewPanel({
  postId,
  count,
  network,
  refetch,
  closed = false,
  onDecided,
}: {
  postId: string;
  /** How many reports wait; none where a hidden post was edited. */
  count: number;
  /** Slug of the network, where the address does not say it. */
  network?: string;
  refetch?: string[];
  /** Somebody else has it or has decided: only what is being written stays. */
  closed?: boolean;
  onDecided?: () => void;
}) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const query = useQuery(PostReviewQuery, { variables: { id: postId }, fetchPolicy: 'cache-and-network', skip: closed });
  const [dialog, setDialog] = useState<{ kind: DecideFields['kind']; seq: number } | null>(null);
  const [decide, state] = useDecide(refetch, onDecided);
  const { viewer } = useViewer();
  const key = (letter: string) => viewer?.shortcuts && <kbd aria-hidden>{letter}</kbd>;
  const title =
    count === 0 ? formatMessage({ id: 'discussions.review.edited' }) : formatMessage({ id: 'discussions.review.panel' }, { count });
  return (
    <>
      {!closed && (
        <section className={styles['panel']} aria-label={title}>
          <header>
            <StatusShape status="warn" />
            <strong>{title}</strong>
          </header>
          <QueryView query={query} page={false}>
            {({ post }) =>
              post && (
                <div className={styles['body']}>
                  <dl>
                    {post.flags.length > 0 && (
                      <>
                        <dt>{formatMessage({ id: 'discussions.review.reason' })}</dt>
                        <dd>
                          {post.flags.map((flag) => (
                            <div key={flag.id}>
                              {formatMessage({ id: `discussions.flag.${flag.reason}` })} {flag.note && <q>{flag.note}</q>}
                            </div>
                          ))}
                        </dd>
                      </>
                    )}
                    {post.flags[0] && (
                      <>
                        <dt>{formatMessage({ id: 'discussions.review.due' })}</dt>
                        <dd>{formats.dateTime(new Date(post.flags[0].flaggedAt).getTime() + 72 * hour)}</dd>
                      </>
                    )}
                    {post.authorRecord && (
                      <>
                        <dt>{formatMessage({ id: 'discussions.review.author' })}</dt>
                        <dd>{formatMessage({ id: 'discussions.review.record' }, post.authorRecord)}</dd>
                      </>
                    )}
                  </dl>
                  <CommandProblem state={state} onRefresh={() => void query.refetch()} />
                  <div className="button-row">
                    <Button
                      kind="primary"
                      icon={EyeOff}
                      data-act="hide"
                      aria-keyshortcuts="H"
                      onClick={() => setDialog({ kind: 'HIDE', seq: post.decisionSeq })}
                    >
                      {formatMessage({ id: 'discussions.review.hide' })}
                      {key('H')}
                    </Button>
                    <Button
                      icon={Check}
                      data-act="keep"
                      aria-keyshortcuts="A"
                      busy={state.busy}
                      onClick={() =>
                        void decide({
                          subjectId: postId,
                          kind: 'KEEP',
                          reason: formatMessage({ id: 'discussions.reason.kept' }),
                          reasonPublic: true,
                          expectedSeq: post.decisionSeq,
                        })
                      }
                    >
                      {formatMessage({ id: count === 0 ? 'discussions.review.showAgain' : 'discussions.review.keep' })}
                      {key('A')}
                    </Button>
                    <Menu
                      align="start"
                      entries={[
                        {
                          key: 'warn',
                          icon: MessageCircleWarning,
                          label: formatMessage({ id: 'discussions.decide.WARN' }),
                          onSelect: () => setDialog({ kind: 'WARN', seq: post.decisionSeq }),
                        },
                        {
                          key: 'remove',
                          icon: Trash2,
                          label: formatMessage({ id: 'discussions.decide.REMOVE' }),
                          onSelect: () => setDialog({ kind: 'REMOVE', seq: post.decisionSeq }),
                        },
                      ]}
                      button={(wiring) => (
                        <Button {...wiring} kind="quiet" iconAfter={ChevronDown}>
                          {formatMessage({ id: 'discussions.review.more' })}
                        </Button>
                      )}
                    />
                  </div>
                </div>
              )
            }
          </QueryView>
        </section>
      )}
      {dialog && (
        <DecideDialog
          subjectId={postId}
          kind={dialog.kind}
          expectedSeq={dialog.seq}
          {...(network === undefined ? {} : { network })}
          {...(refetch ? { refetch } : {})}
          onDecided={onDecided}
          onRefresh={() => void query.refetch()}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
