import { Paperclip, RotateCw, TriangleAlert, X } from 'lucide-react';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button, IconButton } from '../../ui/Button.js';
import { Icon } from '../../ui/Icon.js';
import { useErrorMessage } from '../api/use-error-message.js';
import { useFormats } from '../i18n/use-formats.js';
import { FileDrawing, FileFacts } from './FileFacts.js';
import styles from './UploadList.module.css';
import type { UploadItem, Uploads } from './use-uploads.js';

/** A composer grows with the focus: a button that took or lost it would be gone from under the pointer before it is released. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Opens the choice of files. Nothing where the place takes none. */
export function AttachButton({ uploads }: { uploads: Uploads }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const { limits } = uploads;
  if (limits?.most === 0) return null;
  const label = limits
    ? formatMessage({ id: 'app.upload.addLimits' }, { count: limits.most, size: formats.bytes(limits.maxBytes) })
    : formatMessage({ id: 'app.upload.add' });
  return (
    <>
      <IconButton icon={Paperclip} label={label} onMouseDown={keepFocus} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          uploads.add([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** Files at a place with their progress, what stands in their way, and what can be done about it. @param more what is asked of one that has arrived */
export function UploadList({ uploads, more }: { uploads: Uploads; more?: (item: UploadItem) => ReactNode }) {
  const { formatMessage } = useIntl();
  const { items } = uploads;
  const arrived = items.filter(({ state }) => state === 'ready').length;
  return (
    <>
      <p className="unseen" role="status">
        {items.length > 0 && formatMessage({ id: 'app.upload.arrived' }, { arrived, count: items.length })}
      </p>
      {items.length > 0 && (
        <ul className={styles['uploads']} aria-label={formatMessage({ id: 'app.upload.list' })}>
          {items.map((item, place) => (
            <li key={item.key}>
              {item.previewUrl ? <img src={item.previewUrl} alt="" /> : <FileDrawing mime={item.mime} />}
              <div className={styles['what']}>
                <span className={styles['name']}>{item.name}</span> <FileFacts mime={item.mime} size={item.size} />
                <Progress item={item} />
                {item.state === 'ready' && more?.(item)}
              </div>
              {item.state === 'interrupted' && (
                <Button icon={RotateCw} onMouseDown={keepFocus} onClick={() => uploads.resume(item.key)}>
                  {formatMessage({ id: 'app.upload.resume' })}
                </Button>
              )}
              <IconButton
                icon={X}
                label={formatMessage({ id: item.state === 'sending' ? 'app.upload.cancel' : 'app.upload.remove' }, { name: item.name })}
                onMouseDown={keepFocus}
                onClick={({ currentTarget, detail }) => {
                  // By the keyboard; a pointer leaves the focus where it was.
                  if (detail === 0) keepPlace(currentTarget, place);
                  uploads.remove(item.key);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** When a file goes, the focus goes on to the one that takes its place, or else to the text. */
function keepPlace(button: HTMLElement, place: number): void {
  const [list, form] = [button.closest('ul'), button.closest('form')];
  requestAnimationFrame(() => {
    const others = [...(list?.isConnected ? list.querySelectorAll<HTMLElement>(':scope > li > button:last-of-type') : [])];
    (others[Math.min(place, others.length - 1)] ?? form?.querySelector('textarea'))?.focus();
  });
}

/** How far a file is, or why it does not come. */
function Progress({ item }: { item: UploadItem }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const messageOf = useErrorMessage();
  const share = item.size === 0 ? 0 : Math.min(1, item.sent / item.size);
  switch (item.state) {
    case 'ready':
      return null;
    case 'refused':
      return (
        <p className={`danger ${styles['line']}`} role="alert">
          <Icon of={TriangleAlert} small />
          {messageOf(item.code ?? 'UPLOAD_REFUSED')}
        </p>
      );
    case 'interrupted':
    case 'unfinished':
      return <p className={styles['line']}>{formatMessage({ id: `app.upload.${item.state}` }, { share: formats.percent(share) })}</p>;
    default:
      return (
        <p className={styles['line']}>
          <progress value={share} aria-label={formatMessage({ id: 'app.upload.sending' }, { name: item.name })} />
          <span className="meta">{item.state === 'checking' ? formatMessage({ id: 'app.upload.checking' }) : formats.percent(share)}</span>
        </p>
      );
  }
}
