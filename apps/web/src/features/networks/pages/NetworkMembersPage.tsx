import { useQuery } from '@apollo/client/react';
import { Download, Mail, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useLanguage } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, Forbidden, SheetRow } from '../../../ui/index.js';
import { InviteDialog } from '../components/InviteDialog.js';
import { MemberExportDialog } from '../components/MemberExportDialog.js';
import { MemberList } from '../components/MemberList.js';
import { NetworkHeader } from '../components/NetworkHeader.js';
import { RequestList } from '../components/RequestList.js';
import { WriteToMembersDialog } from '../components/WriteToMembersDialog.js';
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
  const lang = useLanguage();
  const [open, setOpen] = useState<'invitation' | 'letter' | 'export'>();
  const { admit, message, exportMembers, readMembers } = network.viewerCan;
  const close = () => setOpen(undefined);
  if (!readMembers) return <Forbidden who={formatMessage({ id: 'networks.members.who' })} />;
  return (
    <SheetRow>
      <NetworkHeader
        network={network}
        tab={formatMessage({ id: 'networks.tab.members' })}
        actions={
          <>
            {exportMembers && (
              <Button icon={Download} onClick={() => setOpen('export')}>
                {formatMessage({ id: 'networks.members.export' })}
              </Button>
            )}
            {message && (
              <Button icon={Mail} onClick={() => setOpen('letter')}>
                {formatMessage({ id: 'networks.letter' })}
              </Button>
            )}
            {admit && (
              <Button icon={UserPlus} onClick={() => setOpen('invitation')}>
                {formatMessage({ id: 'networks.invite' })}
              </Button>
            )}
          </>
        }
      />
      {admit && <RequestList network={network} onRefresh={onRefresh} />}
      <MemberList network={network} onRefresh={onRefresh} />
      {open === 'invitation' && <InviteDialog networkId={network.id} onClose={close} />}
      {open === 'letter' && <WriteToMembersDialog network={network} lang={lang} onClose={close} />}
      {open === 'export' && <MemberExportDialog networkId={network.id} onClose={close} />}
    </SheetRow>
  );
}
