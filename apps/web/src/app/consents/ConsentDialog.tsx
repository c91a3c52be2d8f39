import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/Button.js';
import { Dialog } from '../../ui/Dialog.js';
import { QueryView } from '../QueryView.js';
import { ConsentForm } from './ConsentForm.js';
import { ConsentTexts } from './ConsentTexts.js';
import { ConsentsAskedQuery } from './consent-operations.js';

/** Asks for what came into force while somebody was at work, over the page and its half-written forms, and lets the work go on. */
export default function ConsentDialog({ onClose }: { onClose: (agreed: boolean) => void }) {
  const { formatMessage } = useIntl();
  // Beside the cache: the gate would else put its own page in the place of the form that waits.
  const query = useQuery(ConsentsAskedQuery, { fetchPolicy: 'no-cache' });
  // On a visit's first page the gate may still be asking while the page's own question is refused: then it asks, and no dialog over it.
  const isAskedByPage = (useQuery(ConsentsAskedQuery, { fetchPolicy: 'cache-only' }).data?.consentsAsked.length ?? 0) > 0;
  useEffect(() => {
    if (isAskedByPage) onClose(false);
  }, [isAskedByPage, onClose]);
  if (isAskedByPage) return null;
  return (
    <Dialog open title={formatMessage({ id: 'app.consent.title' })} onClose={() => onClose(false)}>
      <QueryView query={query} page={false}>
        {({ consentsAsked }) => (
          <>
            <p>{formatMessage({ id: 'app.consent.meanwhile' })}</p>
            <ConsentTexts texts={consentsAsked} />
            <ConsentForm
              texts={consentsAsked}
              onDone={() => onClose(true)}
              buttons={<Button onClick={() => onClose(false)}>{formatMessage({ id: 'ui.cancel' })}</Button>}
            />
          </>
        )}
      </QueryView>
    </Dialog>
  );
}
