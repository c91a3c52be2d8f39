import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, DataTable, Pager, Section, StatusMark, TextArea } from '../../../ui/index.js';

const PathCertificatesQuery = graphql(`
  query PathCertificatesQuery($slug: String!, $first: Int!, $after: String) {
    learningPath(slug: $slug) {
      id
      certificates(first: $first, after: $after) {
        edges {
          node {
            id
            code
            state
            personName
            issuedAt
            version
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const RevokeCertificateMutation = graphql(`
  mutation RevokeCertificateMutation($input: RevokeCertificateInput!) {
    revokeCertificate(input: $input) {
      certificate {
        id
        state
        revokedAt
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

type Certificate = NonNullable<
  NonNullable<ResultOf<typeof PathCertificatesQuery>['learningPath']>['certificates']
>['edges'][number]['node'];

/** Certificates of a path, for those who may revoke them. */
export function PathCertificates({ slug }: { slug: string }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const query = useQuery(PathCertificatesQuery, { variables: { slug, first: 20 } });
  const [chosen, setChosen] = useState<Certificate | null>(null);
  return (
    <Section title={formatMessage({ id: 'learning.certificates.title' })}>
      <QueryView query={query} page={false}>
        {({ learningPath }) => {
          const list = learningPath?.certificates;
          if (!list || list.edges.length === 0) return <p className="muted">{formatMessage({ id: 'learning.certificates.none' })}</p>;
          return (
            <>
              <DataTable
                caption={formatMessage({ id: 'learning.certificates.title' })}
                captionHidden
                rows={list.edges.map(({ node }) => node)}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'person', header: formatMessage({ id: 'learning.certificate.person' }), cell: ({ personName }) => personName },
                  { key: 'issued', header: formatMessage({ id: 'learning.certificate.issued' }), cell: ({ issuedAt }) => date(issuedAt) },
                  { key: 'code', header: formatMessage({ id: 'learning.certificate.code' }), cell: ({ code }) => code },
                  {
                    key: 'state',
                    header: formatMessage({ id: 'learning.certificate.state' }),
                    cell: (each) =>
                      each.state === 'ISSUED' ? (
                        <Button kind="subtle" onClick={() => setChosen(each)}>
                          {formatMessage({ id: 'learning.certificate.revoke' })}
                          <span className="unseen"> {each.personName}</span>
                        </Button>
                      ) : (
                        <StatusMark status="danger">{formatMessage({ id: 'learning.certificate.state.REVOKED' })}</StatusMark>
                      ),
                  },
                ]}
              />
              <Pager
                shown={list.edges.length}
                hasMore={list.pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: list.pageInfo.endCursor } })}
              />
            </>
          );
        }}
      </QueryView>
      {chosen && <RevokeDialog certificate={chosen} onClose={() => setChosen(null)} onRefresh={() => void query.refetch()} />}
    </Section>
  );
}

function RevokeDialog({ certificate, onClose, onRefresh }: { certificate: Certificate; onClose: () => void; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [revoke, state] = useCommand(RevokeCertificateMutation, { onDone: onClose });
  return (
    <FormDialog
      title={formatMessage({ id: 'learning.certificate.revokeTitle' }, { name: certificate.personName })}
      submitLabel={formatMessage({ id: 'learning.certificate.revoke' })}
      danger
      state={state}
      onRefresh={onRefresh}
      onClose={onClose}
      onSubmit={() => void revoke({ id: certificate.id, expectedVersion: certificate.version, reason })}
    >
      <p>{formatMessage({ id: 'learning.certificate.revokeLead' })}</p>
      <TextArea
        id="reason"
        label={formatMessage({ id: 'learning.certificate.reason' })}
        error={state.errorOf('reason')}
        rows={3}
        maxLength={1_000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </FormDialog>
  );
}
