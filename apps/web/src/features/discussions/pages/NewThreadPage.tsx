import { useQuery } from '@apollo/client/react';
import { THREAD_KINDS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, Forbidden, FormErrorSummary, PageHeader, RadioGroup, SheetRow, TextField } from '../../../ui/index.js';
import { networkPath, networksPath } from '../../networks/paths.js';
import { AttachedFiles } from '../components/AttachedFiles.js';
import { CategoryField } from '../components/CategoryField.js';
import { DraftSaved, OfferedDraft } from '../components/DraftNote.js';
import { PollSection } from '../components/PollSection.js';
import { PostEditor } from '../components/PostEditor.js';
import { LanguageSelect } from '../components/LanguageSelect.js';
import { SimilarThreads } from '../components/SimilarThreads.js';
import { useAttachments } from '../hooks/use-attachments.js';
import { useDraft } from '../hooks/use-draft.js';
import { useKeptDraft } from '../hooks/use-kept-draft.js';
import { discussionsPath, threadPath } from '../paths.js';
import { keptPoll, pollInput } from '../poll-draft.js';
import { StartThreadMutation } from '../thread-commands.js';

const NewThreadPageQuery = graphql(`
  query NewThreadPageQuery($slug: String!) {
    network(slug: $slug) {
      id
      slug
      name
      lang
      viewerCan {
        readMembers
        write
      }
    }
  }
`);
type Network = NonNullable<ResultOf<typeof NewThreadPageQuery>['network']>;

/** Ask the network, or begin a discussion. */
export function Component() {
  const { network: slug = '' } = useParams();
  const query = useQuery(NewThreadPageQuery, { variables: { slug } });
  return (
    <QueryView query={query}>
      {({ network }) => {
        if (!network?.viewerCan.readMembers) return <NotFoundPage />;
        return network.viewerCan.write ? <Form network={network} /> : <Forbidden />;
      }}
    </QueryView>
  );
}

function Form({ network }: { network: Network }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof THREAD_KINDS)[number]>('QUESTION');
  const [categoryId, setCategoryId] = useState(useSearchParams()[0].get('category') ?? '');
  const [title, setTitle] = useDraft(`title.${network.id}`);
  const [body, setBody, savedAt] = useDraft(`thread.${network.id}`);
  const [pollText, keepPoll] = useDraft(`poll.${network.id}`);
  const poll = keptPoll(pollText);
  const [lang, setLang] = useState<string>(useLanguage());
  const attachments = useAttachments(network.id);
  const [isHeld, setHeld] = useState(false);
  const draft = useKeptDraft(network.id, { title, body, lang });
  const [start, state] = useCommand(StartThreadMutation, {
    creates: true,
    onDone: ({ startThread: { thread } }) => {
      draft.forget('sent');
      attachments.clear();
      setTitle('');
      setBody('');
      keepPoll('');
      if (thread) void navigate(href(threadPath(thread)));
    },
  });
  const send = async () => {
    setHeld(attachments.uploads.isWaiting);
    if (attachments.uploads.isWaiting) return;
    await draft.settle();
    await start({
      network: network.slug,
      categoryId: categoryId || null,
      ...{ kind, title, body, lang },
      attachments: attachments.input,
      poll: poll && pollInput(poll),
    });
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'discussions.new.title' })}
        problem={state.errors.length > 0}
        crumbs={[
          { label: formatMessage({ id: 'discussions.crumb.networks' }), to: href(networksPath()) },
          { label: network.name, to: href(networkPath(network)) },
          { label: formatMessage({ id: 'discussions.title' }), to: href(discussionsPath(network)) },
        ]}
      />
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <CommandProblem state={state} />
        <OfferedDraft
          draft={draft}
          onUse={(other) => {
            setTitle(other.title);
            setBody(other.body);
            setLang(other.lang);
          }}
        />
        <CategoryField
          network={network.slug}
          value={categoryId}
          error={state.errorOf('categoryId')}
          onChange={(id, defaultKind) => {
            setCategoryId(id);
            if (defaultKind) setKind(defaultKind);
          }}
        />
        <RadioGroup
          id="kind"
          name="kind"
          label={formatMessage({ id: 'discussions.new.kind' })}
          value={kind}
          choices={THREAD_KINDS.map((each) => ({
            value: each,
            label: formatMessage({ id: `discussions.kind.${each}` }),
            hint: formatMessage({ id: `discussions.kindHint.${each}` }),
          }))}
          onChange={(value) => setKind(THREAD_KINDS.find((each) => each === value) ?? 'QUESTION')}
        />
        <TextField
          id="title"
          label={formatMessage({ id: 'discussions.new.heading' })}
          hint={formatMessage({ id: 'discussions.new.headingHint' })}
          error={state.errorOf('title')}
          value={title}
          maxLength={160}
          onChange={(event) => setTitle(event.target.value)}
        />
        <SimilarThreads network={network.slug} title={title} />
        <PostEditor
          id="body"
          network={network.slug}
          uploads={attachments.uploads}
          label={formatMessage({ id: 'discussions.new.text' })}
          hint={formatMessage({ id: 'discussions.new.textHint' })}
          error={state.errorOf('body')}
          value={body}
          onChange={setBody}
          onSubmit={() => void send()}
          end={
            <>
              <DraftSaved kept={draft.savedAt} local={savedAt} />
              <LanguageSelect value={lang} onChange={setLang} />
            </>
          }
        />
        <AttachedFiles attachments={attachments} state={state} isHeld={isHeld} />
        <PollSection kept={pollText} onKeep={keepPoll} errorOf={state.errorOf} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: `discussions.new.send.${kind}` })}
          </Button>
          <ButtonLink to={href(discussionsPath(network))}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
        </div>
      </form>
    </SheetRow>
  );
}
