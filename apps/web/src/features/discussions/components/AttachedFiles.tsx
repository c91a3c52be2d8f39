import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { UploadList } from '../../../app/uploads/UploadList.js';
import { TextField } from '../../../ui/index.js';
import type { Attachments } from '../hooks/use-attachments.js';

/** The files of what is being written, with what their pictures show, and why they stand in the way of sending. */
export function AttachedFiles({ attachments, state, isHeld }: { attachments: Attachments; state: CommandState; isHeld: boolean }) {
  const { formatMessage } = useIntl();
  const { uploads, altOf, setAlt } = attachments;
  const problem = state.errors.find(({ field }) => field.startsWith('attachments'))?.message;
  return (
    <>
      <UploadList
        uploads={uploads}
        more={(item) =>
          item.previewUrl && (
            <TextField
              label={formatMessage({ id: 'discussions.attachments.alt' })}
              hint={formatMessage({ id: 'discussions.attachments.altHint' })}
              value={altOf(item)}
              maxLength={500}
              onChange={(event) => setAlt(item, event.target.value)}
            />
          )
        }
      />
      {(problem ?? (isHeld && uploads.isWaiting)) && (
        <p className="danger" role="alert">
          {problem ?? formatMessage({ id: 'discussions.attachments.wait' })}
        </p>
      )}
    </>
  );
}
