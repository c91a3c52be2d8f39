import type { MouseEvent } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Banner, Button } from '../../../ui/index.js';
import type { KeptDraft, OtherDraft } from '../hooks/use-kept-draft.js';

/** The composer of a phone grows when it has the focus: a button that took it would be gone from under the pointer before it is released. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Offers what another device kept: it takes the place of what stands here only if the writer wishes. */
export function OfferedDraft({ draft, onUse }: { draft: KeptDraft; onUse: (other: OtherDraft) => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const { other } = draft;
  if (!other) return null;
  return (
    <Banner
      announce
      actions={
        <>
          <Button
            onMouseDown={keepFocus}
            onClick={() => {
              draft.take();
              onUse(other);
            }}
          >
            {formatMessage({ id: 'discussions.draft.use' })}
          </Button>
          <Button kind="quiet" onMouseDown={keepFocus} onClick={draft.decline}>
            {formatMessage({ id: 'discussions.draft.leave' })}
          </Button>
        </>
      }
    >
      {formatMessage({ id: 'discussions.draft.other' }, { time: formats.dateTime(other.savedAt) })}
    </Banner>
  );
}

/** When the draft was kept: by the server, or while that is away by this device. */
export function DraftSaved({ kept, local, className }: { kept: Date | null; local: Date | null; className?: string | undefined }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <span className={`meta ${className ?? ''}`} role="status">
      {kept
        ? formatMessage({ id: 'discussions.composer.saved' }, { time: formats.time(kept) })
        : local && formatMessage({ id: 'discussions.draft.here' }, { time: formats.time(local) })}
    </span>
  );
}
