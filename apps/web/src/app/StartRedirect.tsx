import { Navigate } from 'react-router';
import { useHref } from './i18n/index.js';
import { useViewer } from './viewer/ViewerProvider.js';

/** The start: what needs me today for members, who helps with what for visitors. */
export function StartRedirect() {
  const { viewer } = useViewer();
  const href = useHref();
  return <Navigate replace to={href(viewer ? '/home' : '/find')} />;
}
