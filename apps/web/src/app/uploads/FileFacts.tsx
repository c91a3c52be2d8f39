import { fileKind, type FileKind } from '@stoa/domain';
import { File, FileArchive, FileAudio, FileImage, FileSpreadsheet, FileText, FileVideo, Presentation, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Icon } from '../../ui/Icon.js';
import { useFormats } from '../i18n/use-formats.js';

const DRAWINGS: Readonly<Record<FileKind, LucideIcon>> = {
  PICTURE: FileImage,
  PDF: FileText,
  TEXT: FileText,
  SHEET: FileSpreadsheet,
  SLIDES: Presentation,
  SOUND: FileAudio,
  FILM: FileVideo,
  ARCHIVE: FileArchive,
  OTHER: File,
};

/** The drawing of a kind of file. @param mime null while that is not known */
export function FileDrawing({ mime }: { mime: string | null }) {
  return <Icon of={mime === null ? File : DRAWINGS[fileKind(mime)]} />;
}

/** What a file is and how large. */
export function FileFacts({ mime, size }: { mime: string | null; size: number }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <span className="meta">
      {mime !== null && <>{formatMessage({ id: `app.fileKind.${fileKind(mime)}` })}, </>}
      {formats.bytes(size)}
    </span>
  );
}
