import { useQuery } from '@apollo/client/react';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '../api/graphql.js';
import { useCommand } from '../api/use-command.js';
import { CommandProblem } from '../CommandProblem.js';
import { useKeys } from '../keyboard/use-keys.js';
import { QueryView } from '../QueryView.js';
import { Button } from '../../ui/Button.js';
import { Dialog } from '../../ui/Dialog.js';
import { RadioGroup } from '../../ui/Field.js';
import { showToast } from '../../ui/toast.js';

const WatchingQuery = graphql(`
  query WatchingQuery($subjectId: ID!) {
    watching(subjectId: $subjectId)
  }
`);

const WatchMutation = graphql(`
  mutation WatchMutation($input: WatchInput!) {
    watch(input: $input) {
      level
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const LEVELS = { thread: ['WATCH', 'FOLLOW', 'NORMAL', 'MUTE'], network: ['WATCH', 'NORMAL', 'MUTE'] } as const;
type Kind = keyof typeof LEVELS;
type Level = (typeof LEVELS)['thread'][number];

/** How closely the reader watches a thread or a network: asked for only when somebody wants to know. */
export function WatchButton({ kind, subjectId }: { kind: Kind; subjectId: string }) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState(false);
  useKeys({ KeyW: () => setOpen(true) });
  return (
    <>
      <Button kind="quiet" icon={BellRing} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {formatMessage({ id: 'app.watch.open' })}
      </Button>
      <Dialog open={open} title={formatMessage({ id: `app.watch.title.${kind}` })} onClose={() => setOpen(false)}>
        <Levels kind={kind} subjectId={subjectId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Levels({ kind, subjectId, onDone }: { kind: Kind; subjectId: string; onDone: () => void }) {
  const { formatMessage } = useIntl();
  const query = useQuery(WatchingQuery, { variables: { subjectId }, fetchPolicy: 'network-only' });
  const [chosen, setChosen] = useState<Level | null>(null);
  const [watch, state] = useCommand(WatchMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'app.watch.saved' }));
      onDone();
    },
  });
  return (
    <QueryView query={query} page={false}>
      {({ watching }) => (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void watch({ subjectId, level: chosen ?? watching });
          }}
        >
          <RadioGroup
            name="level"
            label={formatMessage({ id: 'app.watch.label' })}
            value={chosen ?? watching}
            choices={LEVELS[kind].map((level) => ({
              value: level,
              label: formatMessage({ id: `app.watch.${kind}.${level}` }),
              hint: formatMessage({ id: `app.watch.${kind}.${level}.hint` }),
            }))}
            onChange={(value) => setChosen(value as Level)}
          />
          <CommandProblem state={state} />
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'app.watch.save' })}
          </Button>
        </form>
      )}
    </QueryView>
  );
}
