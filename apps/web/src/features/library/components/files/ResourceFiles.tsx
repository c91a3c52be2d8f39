import { Captions, Download, FileText } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { fileKind } from '@stoa/domain';
import { FileDrawing, FileFacts } from '../../../../app/uploads/FileFacts.js';
import { Button, Icon } from '../../../../ui/index.js';
import { later } from '../../../../ui/later.js';
import type { FileShown } from './file-operations.js';
import { useLanguageName } from '../language-name.js';
import styles from './ResourceFiles.module.css';

const DocumentDialog = later(() => import('./DocumentDialog.js'));

interface ResourceFilesProps {
  /** Global id of the resource. */
  resourceId: string;
  /** In the order of the version. */
  files: readonly FileShown[];
  /** Of the resource, for what its writer says of the files. */
  lang: string;
}

/** The longer side of a preview, as the API makes them. */
const PREVIEW = 960;

/** The files of a resource: pictures, sound and video in place, PDF and documents when they are asked for, and all of them to download. */
export function ResourceFiles({ resourceId, files, lang }: ResourceFilesProps) {
  const { formatMessage } = useIntl();
  const tracks = subtitlesOf(files);
  const shown = files.filter(({ id }) => ![...tracks.values()].flat().some((track) => track.id === id));
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']} aria-label={formatMessage({ id: 'library.files.list' })}>
      {shown.map((file) => (
        <li key={file.id}>
          <InPlace file={file} tracks={tracks.get(file.id) ?? []} lang={lang} resourceId={resourceId} />
          <FileLine file={file} lang={lang} />
          {(tracks.get(file.id) ?? []).map((track) => (
            <FileLine key={track.id} file={track} lang={lang} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Subtitles belong to the last sound or video before them, or to the first of all. Those of no such file are files as others. */
function subtitlesOf(files: readonly FileShown[]): Map<string, FileShown[]> {
  const plays = ({ mime }: FileShown) => ['FILM', 'SOUND'].includes(fileKind(mime));
  const tracks = new Map<string, FileShown[]>();
  let last = files.find(plays);
  for (const file of files) {
    if (plays(file)) last = file;
    else if (file.role === 'SUBTITLES' && file.mime.startsWith('text/vtt') && last)
      tracks.set(last.id, [...(tracks.get(last.id) ?? []), file]);
  }
  return tracks;
}

interface InPlaceProps {
  file: FileShown;
  tracks: readonly FileShown[];
  lang: string;
  resourceId: string;
}

function InPlace({ file, tracks, lang, resourceId }: InPlaceProps) {
  if (file.hasDocument) return <Document file={file} lang={lang} resourceId={resourceId} />;
  switch (file.viewUrl === null ? 'OTHER' : fileKind(file.mime)) {
    case 'PICTURE':
      return <Picture file={file} lang={lang} />;
    case 'SOUND':
    case 'FILM':
      return <Player file={file} tracks={tracks} lang={lang} />;
    case 'PDF':
      return <Paper file={file} />;
    default:
      return null;
  }
}

/** The preview keeps its place before it is there, so that nothing moves when it comes. */
function Picture({ file: { previewUrl, viewUrl, width, height, alt, title, name }, lang }: { file: FileShown; lang: string }) {
  const [wide, high] = [width ?? 1, height ?? 1];
  const scale = Math.min(1, PREVIEW / Math.max(wide, high));
  return (
    <a className={styles['picture']} href={viewUrl ?? ''} target="_blank" rel="noopener">
      <img
        src={previewUrl ?? viewUrl ?? ''}
        alt={alt || title || name}
        lang={alt || title ? lang : undefined}
        width={Math.max(1, Math.round(wide * scale))}
        height={Math.max(1, Math.round(high * scale))}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
}

function Player({ file, tracks, lang }: { file: FileShown; tracks: readonly FileShown[]; lang: string }) {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();
  const label = file.title || file.name;
  const words = tracks.map((track, at) => (
    <track
      key={track.id}
      kind="captions"
      src={track.url}
      srcLang={track.lang ?? lang}
      label={track.title || languageName(track.lang ?? lang)}
      default={at === 0}
    />
  ));
  const missing = <p className="meta">{formatMessage({ id: 'library.files.cannotPlay' })}</p>;
  return (
    <>
      {fileKind(file.mime) === 'FILM' ? (
        <video className={styles['player']} controls preload="metadata" playsInline aria-label={label} src={file.url}>
          {words}
          {missing}
        </video>
      ) : (
        <audio className={styles['player']} controls preload="none" aria-label={label} src={file.url}>
          {words}
          {missing}
        </audio>
      )}
      {file.alt && (
        <p className={styles['alt']} lang={lang}>
          {file.alt}
        </p>
      )}
    </>
  );
}

/** PDF in the browser's own viewer, which is loaded when it is asked for. */
function Paper({ file }: { file: FileShown }) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState(false);
  const name = file.title || file.name;
  return (
    <>
      <Button icon={FileText} aria-expanded={open} onClick={() => setOpen(!open)}>
        {formatMessage({ id: open ? 'library.files.hide' : 'library.files.show' }, { name })}
      </Button>
      {open && <iframe className={styles['paper']} src={file.viewUrl ?? ''} title={name} />}
    </>
  );
}

function Document({ file, lang, resourceId }: { file: FileShown; lang: string; resourceId: string }) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState(false);
  const name = file.title || file.name;
  return (
    <>
      <Button icon={FileText} onClick={() => setOpen(true)}>
        {formatMessage({ id: 'library.files.read' }, { name })}
      </Button>
      <Suspense fallback={null}>
        {open && <DocumentDialog resourceId={resourceId} file={file} lang={file.lang ?? lang} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

/** What a file is, how large, and its download. */
function FileLine({ file, lang }: { file: FileShown; lang: string }) {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();
  const name = file.title || file.name;
  return (
    <p className={styles['line']}>
      {file.role === 'SUBTITLES' ? <Icon of={Captions} /> : <FileDrawing mime={file.mime} />}
      <span className={styles['what']}>
        <span lang={file.title ? lang : undefined}>{name}</span>{' '}
        {file.role !== 'MATERIAL' && (
          <span className="meta">
            {formatMessage({ id: `library.files.role.${file.role}` })}
            {file.lang !== null && <> ({languageName(file.lang)})</>},{' '}
          </span>
        )}
        <FileFacts mime={file.mime} size={file.size} />
      </span>
      <a className="link" href={file.url} download={file.name} aria-label={formatMessage({ id: 'library.files.downloadOf' }, { name })}>
        <Icon of={Download} small /> {formatMessage({ id: 'library.files.download' })}
      </a>
    </p>
  );
}
