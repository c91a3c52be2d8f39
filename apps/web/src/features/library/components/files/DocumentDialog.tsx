import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { QueryView } from '../../../../app/QueryView.js';
import { Dialog, Markdown } from '../../../../ui/index.js';
import { ResourceDocumentsQuery, type FileShown } from './file-operations.js';

interface DocumentDialogProps {
  resourceId: string;
  file: FileShown;
  lang: string;
  onClose: () => void;
}

/** A text document to read: its words in headings, lists and tables, without pictures and without its look. */
export default function DocumentDialog({ resourceId, file, lang, onClose }: DocumentDialogProps) {
  const { formatMessage } = useIntl();
  const query = useQuery(ResourceDocumentsQuery, { variables: { id: resourceId } });
  return (
    <Dialog open wide title={file.title || file.name} onClose={onClose}>
      <p className="meta">{formatMessage({ id: 'library.files.readHint' })}</p>
      <QueryView query={query} page={false}>
        {({ resource }) => <Markdown html={resource?.shown?.files.find(({ id }) => id === file.id)?.documentHtml ?? ''} lang={lang} />}
      </QueryView>
    </Dialog>
  );
}
