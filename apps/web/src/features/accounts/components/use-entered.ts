import { useNavigate } from 'react-router';
import { useHref } from '../../../app/i18n/index.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';

/** What follows once a mailed link has signed somebody in: read who they are, go where they belong. */
export function useEntered(): (landing: string | null | undefined) => Promise<void> {
  const navigate = useNavigate();
  const href = useHref();
  const { refresh } = useViewer();
  return async (landing) => {
    await navigate(href(landing ?? '/home'));
    await refresh();
  };
}
