import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, EmptyState, FormErrorSummary, Pager, Section } from '../../../ui/index.js';
import { centrePath, structurePath } from '../paths.js';
import { CreateCentreDialog, CreateStructureDialog } from './CreateDialogs.js';
import styles from './Directory.module.css';
import { EndCentre } from './EndCentre.js';
import { Local } from './Local.js';

const CentreRegisterQuery = graphql(`
  query CentreRegisterQuery($first: Int!, $after: String) {
    centres(first: $first, after: $after) {
      edges {
        node {
          id
          slug
          kind
          state
          version
          name {
            lang
            text
          }
          territory {
            id
            name {
              lang
              text
            }
          }
          structures {
            id
            slug
            kind
            name {
              lang
              text
            }
          }
          viewerCan {
            changeRegister
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
type Centre = ResultOf<typeof CentreRegisterQuery>['centres']['edges'][number]['node'];

const ChangeCentreStateMutation = graphql(`
  mutation ChangeCentreStateMutation($input: ChangeCentreStateInput!) {
    changeCentreState(input: $input) {
      centre {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Centres with their structures: add, open, close. */
export function CentreRegister() {
  const { formatMessage } = useIntl();
  const [adding, setAdding] = useState(false);
  const query = useQuery(CentreRegisterQuery, { variables: { first: 30 } });
  return (
    <QueryView query={query} page={false}>
      {({ centres: { edges, pageInfo } }) => (
        <Section
          title={formatMessage({ id: 'directory.centres.title' })}
          count={edges.length}
          end={<Button onClick={() => setAdding(true)}>{formatMessage({ id: 'directory.centres.create' })}</Button>}
        >
          {edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'directory.centres.empty' })} />
          ) : (
            <ul className={styles['rows']}>
              {edges.map(({ node }) => (
                <CentreRow key={node.id} centre={node} onRefresh={() => void query.refetch()} />
              ))}
            </ul>
          )}
          <Pager
            shown={edges.length}
            hasMore={pageInfo.hasNextPage}
            busy={query.loading}
            onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
          />
          {adding && <CreateCentreDialog onClose={() => setAdding(false)} refetch={['CentreRegisterQuery']} />}
        </Section>
      )}
    </QueryView>
  );
}

function CentreRow({ centre, onRefresh }: { centre: Centre; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [dialog, setDialog] = useState<'structure' | 'end' | null>(null);
  const [change, state] = useCommand(ChangeCentreStateMutation, { refetch: ['CentreRegisterQuery'] });
  const input = { id: centre.id, expectedVersion: centre.version };
  const living = centre.state === 'PLANNED' || centre.state === 'ACTIVE';
  return (
    <li data-row>
      <h3 lang={centre.name.lang}>
        <Link to={href(centrePath(centre))}>{centre.name.text}</Link>
      </h3>
      <p className={styles['quiet']}>
        {formatMessage({ id: `directory.centreKind.${centre.kind}` })} · <Local of={centre.territory.name} /> ·{' '}
        {formatMessage({ id: `directory.state.${centre.state}` })}
      </p>
      {centre.structures.length > 0 && (
        <p>
          {centre.structures.map((structure, index) => (
            <span key={structure.id}>
              {index > 0 && ' · '}
              <Link to={href(structurePath(structure))} lang={structure.name.lang}>
                {structure.name.text}
              </Link>
            </span>
          ))}
        </p>
      )}
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} onRefresh={onRefresh} />
      {centre.viewerCan.changeRegister && living && (
        <div className="button-row">
          {centre.state === 'PLANNED' && (
            <Button busy={state.busy} onClick={() => void change({ ...input, act: 'OPEN' })}>
              {formatMessage({ id: 'directory.centres.open' })}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setDialog('structure')}>
            {formatMessage({ id: 'directory.structures.create' })}
          </Button>
          <Button kind="quiet" onClick={() => setDialog('end')}>
            {formatMessage({ id: 'directory.end.title' }, { name: centre.name.text })}
          </Button>
        </div>
      )}
      {dialog === 'structure' && (
        <CreateStructureDialog centreId={centre.id} onClose={() => setDialog(null)} refetch={['CentreRegisterQuery']} />
      )}
      {dialog === 'end' && <EndCentre centre={centre} onRefresh={onRefresh} onClose={() => setDialog(null)} />}
    </li>
  );
}
