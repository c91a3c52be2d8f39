import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, Button, Markdown } from '../../../ui/index.js';
import { NetworkWelcomeQuery, PutWelcomeAsideMutation } from '../greeting-operations.js';

/** What the network says to who has just joined it, until it is put aside. */
export function WelcomeBanner({ network }: { network: { slug: string; viewerCan: { readMembers: boolean } } }) {
  const { formatMessage } = useIntl();
  const isMember = useViewer().viewer !== null && network.viewerCan.readMembers;
  const { data } = useQuery(NetworkWelcomeQuery, { variables: { network: network.slug }, skip: !isMember });
  const [putAside, state] = useCommand(PutWelcomeAsideMutation, { refetch: ['NetworkWelcomeQuery'] });
  const welcome = data?.networkWelcome;
  if (!welcome?.greets) return null;
  return (
    <Banner
      actions={
        <Button busy={state.busy} onClick={() => void putAside({ networkId: welcome.networkId })}>
          {formatMessage({ id: 'networks.welcome.read' })}
        </Button>
      }
    >
      <Markdown html={welcome.html} lang={welcome.lang} />
    </Banner>
  );
}
