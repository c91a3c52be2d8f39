import { useQuery } from '@apollo/client/react';
import { RESOURCE_OWNER_TYPES } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, EmptyState, FormErrorSummary, PageHeader, SelectField, SheetRow, TextField } from '../../../ui/index.js';
import { CreatePathMutation } from '../path-operations.js';
import { editLearningPathPath, learningPathsPath } from '../paths.js';

const NewPathPageQuery = graphql(`
  query NewPathPageQuery($first: Int!) {
    networks(first: $first, mine: true) {
      edges {
        node {
          id
          name
        }
      }
    }
    territories(first: 100, kind: COUNTY) {
      edges {
        node {
          id
          name {
            text
          }
        }
      }
    }
  }
`);

/** Begins a learning path: a title, and what it is to belong to. */
export function Component() {
  const query = useQuery(NewPathPageQuery, { variables: { first: 100 } });
  return (
    <QueryView query={query}>
      {({ networks, territories }) => (
        <NewPath
          owners={[
            ...networks.edges.map(({ node }) => ({ value: `NETWORK:${node.id}`, label: node.name })),
            ...territories.edges.map(({ node }) => ({ value: `COUNTY:${node.id}`, label: node.name.text })),
          ]}
        />
      )}
    </QueryView>
  );
}

function NewPath({ owners }: { owners: { value: string; label: string }[] }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const lang = useLanguage();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const wished = params.get('for');
  const [title, setTitle] = useState('');
  const known = wished !== null && !owners.some(({ value }) => value === wished);
  const [owner, setOwner] = useState(wished ?? owners[0]?.value ?? '');
  const [create, state] = useCommand(CreatePathMutation, { creates: true });
  const send = async (): Promise<void> => {
    const [type = '', id = ''] = owner.split(/:(.*)/u);
    const ownerType = RESOURCE_OWNER_TYPES.find((each) => each === type);
    if (!ownerType) return;
    const outcome = await create({ ownerType, ownerId: id, title, lang });
    const path = outcome.done ? outcome.data.createPath.path : null;
    if (path) void navigate(href(editLearningPathPath(path)));
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'learning.path.new' })}
        crumbs={[{ label: formatMessage({ id: 'learning.paths.title' }), to: href(learningPathsPath()) }]}
        lead={formatMessage({ id: 'learning.path.newLead' })}
        problem={state.errors.length > 0}
      />
      {owners.length === 0 && !known ? (
        <EmptyState title={formatMessage({ id: 'learning.path.noOwner' })}>{formatMessage({ id: 'learning.path.noOwnerHint' })}</EmptyState>
      ) : (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <FormErrorSummary errors={state.errors} />
          <TextField
            id="title"
            label={formatMessage({ id: 'learning.form.title' })}
            error={state.errorOf('title')}
            maxLength={160}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
          {!known && (
            <SelectField
              id="ownerId"
              label={formatMessage({ id: 'learning.form.owner' })}
              hint={formatMessage({ id: 'learning.form.ownerHint' })}
              value={owner}
              choices={owners}
              onChange={({ target }) => setOwner(target.value)}
            />
          )}
          <CommandProblem state={state} />
          <div className="button-row">
            <Button kind="primary" type="submit" busy={state.busy}>
              {formatMessage({ id: 'learning.path.create' })}
            </Button>
            <ButtonLink to={href(learningPathsPath())}>{formatMessage({ id: 'ui.cancel' })}</ButtonLink>
          </div>
        </form>
      )}
    </SheetRow>
  );
}
