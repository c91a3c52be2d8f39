import { Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Icon } from '../../ui/Icon.js';
import { Menu } from '../../ui/Menu.js';
import { useHref } from '../i18n/index.js';
import type { Viewer } from '../viewer/viewer-query.js';
import { useCreatable } from './creatable.js';

/** What the viewer may create; absent where that is nothing. */
export function CreateMenu({ viewer }: { viewer: Viewer }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const creatable = useCreatable(viewer);
  if (creatable.length === 0) return null;
  return (
    <Menu
      entries={creatable.map((item) => ({ ...item, to: href(item.path) }))}
      button={(properties) => (
        <button {...properties} type="button" className="button desk-only" data-create>
          <Icon of={Plus} />
          <span className="create-label">{formatMessage({ id: 'app.create' })}</span>
        </button>
      )}
    />
  );
}
