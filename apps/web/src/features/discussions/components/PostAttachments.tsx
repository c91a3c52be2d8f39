import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Download } from 'lucide-react';
import { FileDrawing, FileFacts } from '../../../app/uploads/FileFacts.js';
import { Dialog, Icon } from '../../../ui/index.js';
import type { PostShown } from '../thread-operations.js';
import styles from './PostAttachments.module.css';

type Attachment = PostShown['attachments'][number];

/** The longer side of a preview, as the API makes them, and the most that is shown of one. */
const PREVIEW = 960;

/** The files of a post: pictures to look at, which open large, and others to download. */
export function PostAttachments({ attachments, lang }: { attachments: readonly Attachment[]; lang: string | null }) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState<Attachment | null>(null);
  if (attachments.length === 0) return null;
  const pictures = attachments.filter(({ previewUrl }) => previewUrl !== null);
  const files = attachments.filter(({ previewUrl }) => previewUrl === null);
  return (
    <section aria-label={formatMessage({ id: 'discussions.attachments.of' }, { count: attachments.length })}>
      {pictures.length > 0 && (
        <ul className={pictures.length === 1 ? `${styles['pictures']} ${styles['single']}` : styles['pictures']}>
          {pictures.map((picture) => (
            <li key={picture.id}>
              <button type="button" onClick={() => setOpen(picture)}>
                <Picture of={picture} lang={lang} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles['files']}>
          {files.map((file) => (
            <li key={file.id}>
              <FileDrawing mime={file.mime} />
              <a className="link" href={file.url} download={file.name}>
                {file.name}
              </a>
              <FileFacts mime={file.mime} size={file.size} />
            </li>
          ))}
        </ul>
      )}
      {open && <Large picture={open} lang={lang} onClose={() => setOpen(null)} />}
    </section>
  );
}

/** The preview keeps its place before it is there, so that nothing moves when it comes. */
function Picture({ of: { previewUrl, width, height, alt, name }, lang }: { of: Attachment; lang: string | null }) {
  const [wide, high] = [width ?? 1, height ?? 1];
  const scale = Math.min(1, PREVIEW / Math.max(wide, high));
  return (
    <img
      src={previewUrl ?? ''}
      alt={alt || name}
      lang={alt ? (lang ?? undefined) : undefined}
      width={Math.max(1, Math.round(wide * scale))}
      height={Math.max(1, Math.round(high * scale))}
      loading="lazy"
      decoding="async"
    />
  );
}

function Large({ picture, lang, onClose }: { picture: Attachment; lang: string | null; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { url, name, alt, mime, size, width, height } = picture;
  return (
    <Dialog
      open
      wide
      title={name}
      onClose={onClose}
      footer={
        <>
          <p className={styles['facts']}>
            <FileFacts mime={mime} size={size} />
          </p>
          <a className="button" href={url} download={name}>
            <Icon of={Download} />
            {formatMessage({ id: 'discussions.attachments.download' })}
          </a>
        </>
      }
    >
      <figure className={styles['large']}>
        <img
          src={url}
          alt={alt || name}
          lang={alt ? (lang ?? undefined) : undefined}
          width={width ?? undefined}
          height={height ?? undefined}
        />
        {alt && <figcaption lang={lang ?? undefined}>{alt}</figcaption>}
      </figure>
    </Dialog>
  );
}
