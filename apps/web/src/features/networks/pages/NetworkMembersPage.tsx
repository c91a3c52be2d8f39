import { useQuery } from '@apollo/client/react';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, Forbidden, SheetRow } from '../../../ui/index.js';
import { InviteDialog } from '../components/InviteDialog.js';
import { MemberList } from '../components/MemberList.js';
import { NetworkHeader } from '../components/NetworkHeader.js';
import { RequestList } from '../components/RequestList.js';
import { NetworkMembersPageQuery, type NetworkMembers } from '../network-queries.js';

/** As many requests are shown at once as one command decides. */
const REQUESTS = 100;

/** Who takes part; for those who admit, who asks to and who is invited. */
export function Component() {
  const { network: slug = '' } = useParams();
  const query = useQuery(NetworkMembersPageQuery, { variables: { slug, first: REQUESTS }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ network }) => (network ? <Members network={network} onRefresh={() => void query.refetch()} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function Members({ network, onRefresh }: { network: NetworkMembers; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [inviting, setInviting] = useState(false);
  const { admit, readMembers } = network.viewerCan;
  if (!readMembers) return <Forbidden who={formatMessage({ id: 'networks.members.who' })} />;
  return (
    <SheetRow>
      <NetworkHeader
        network={network}
        tab={formatMessage({ id: 'networks.tab.members' })}
        actions={
          admit && (
            <Button icon={UserPlus} onClick={() => setInviting(true)}>
              {formatMessage({ id: 'networks.invite' })}
            </Button>
          )
        }
      />
      {admit && <RequestList network={network} onRefresh={onRefresh} />}
      <MemberList network={network} onRefresh={onRefresh} />
      {inviting && <InviteDialog networkId={network.id} onClose={() => setInviting(false)} />}
    </SheetRow>
  );
}
