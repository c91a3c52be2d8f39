import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { fileKind, RESOURCE_LANGUAGES, type ResourceFileRole } from '@stoa/domain';
import { CommandProblem } from '../../../../app/CommandProblem.js';
import { useFormats } from '../../../../app/i18n/use-formats.js';
import { FileDrawing, FileFacts } from '../../../../app/uploads/FileFacts.js';
import { UploadList } from '../../../../app/uploads/UploadList.js';
import { Button, IconButton, SelectField, TextArea, TextField } from '../../../../ui/index.js';
import type { FileFactsShown, ResourceFileValue } from './file-operations.js';
import { useLanguageName } from '../language-name.js';
import styles from './ResourceFilesField.module.css';
import { useResourceFiles } from './use-resource-files.js';

interface ResourceFilesFieldProps {
  resourceId: string;
  /** What the version shows, in its order. */
  files: readonly ResourceFileValue[];
  onChange: (files: ResourceFileValue[]) => void;
  /** The message beside a file's field, by its path: `content.files.0.alt`. */
  errorOf?: (field: string) => string | undefined;
}

/**
 * The files of a resource in its form: several sent at once, that go on after a broken line; put in order, named, and described for who
 * cannot see or hear them. What has arrived belongs to the resource at once; the form is told of it and keeps it with the version.
 */
export function ResourceFilesField({ resourceId, files, onChange, errorOf }: ResourceFilesFieldProps) {
  const { formatMessage } = useIntl();
  const state = useResourceFiles(resourceId, files, onChange);
  const { uploads, facts, unused, adding, removing } = state;
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, by: number) => {
    const next = [...files];
    const [moved] = next.splice(from, 1);
    if (!moved) return;
    next.splice(from + by, 0, moved);
    onChange(next);
    // The button that was pressed goes along with its file.
    requestAnimationFrame(() => list.current?.children[from + by]?.querySelector<HTMLElement>('[data-move]:not(:disabled)')?.focus());
  };
  return (
    <div className={styles['files']}>
      <AddFiles uploads={uploads} />
      <UploadList uploads={uploads} />
      <CommandProblem state={adding} />
      {files.length > 0 && (
        <ol ref={list} aria-label={formatMessage({ id: 'library.files.list' })}>
          {files.map((file, at) => (
            <li key={file.id}>
              <FileRow
                value={file}
                facts={facts.get(file.id)}
                place={at}
                count={files.length}
                onMove={(by) => move(at, by)}
                onRemove={() => onChange(files.filter(({ id }) => id !== file.id))}
                onChange={(to) => onChange(files.map((each) => (each.id === file.id ? { ...each, ...to } : each)))}
                errorOf={(field) => errorOf?.(`content.files.${at}.${field}`)}
              />
            </li>
          ))}
        </ol>
      )}
      {unused.length > 0 && (
        <section className={styles['unused']} aria-label={formatMessage({ id: 'library.files.unused' })}>
          <p className="meta">{formatMessage({ id: 'library.files.unusedHint' })}</p>
          <ul>
            {unused.map((file) => (
              <li key={file.id}>
                <FileDrawing mime={file.mime} />
                <span className={styles['what']}>
                  {file.name} <FileFacts mime={file.mime} size={file.size} />
                </span>
                <IconButton
                  icon={Plus}
                  label={formatMessage({ id: 'library.files.use' }, { name: file.name })}
                  onClick={() => onChange([...files, { id: file.id, title: '', alt: '', role: file.role, lang: file.lang }])}
                />
                <IconButton
                  icon={Trash2}
                  label={formatMessage({ id: 'library.files.delete' }, { name: file.name })}
                  onClick={() => void state.forget(file.id)}
                />
              </li>
            ))}
          </ul>
          {removing.errors.map(({ message }) => (
            <p key={message} className="danger" role="alert">
              {message}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

function AddFiles({ uploads }: Pick<ReturnType<typeof useResourceFiles>, 'uploads'>) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className={styles['add']}>
      <Button icon={Plus} onClick={() => input.current?.click()}>
        {formatMessage({ id: 'library.files.add' })}
      </Button>
      {uploads.limits && (
        <span className="meta">{formatMessage({ id: 'library.files.limit' }, { size: formats.bytes(uploads.limits.maxBytes) })}</span>
      )}
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
    </p>
  );
}

interface FileRowProps {
  value: ResourceFileValue;
  facts: FileFactsShown | undefined;
  place: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (to: Partial<ResourceFileValue>) => void;
  errorOf: (field: string) => string | undefined;
}

function FileRow({ value, facts, place, count, onMove, onRemove, onChange, errorOf }: FileRowProps) {
  const { formatMessage } = useIntl();
  const languageName = useLanguageName();
  const kind = fileKind(facts?.mime ?? '');
  const isSubtitles = facts?.mime.startsWith('text/vtt') ?? value.role === 'SUBTITLES';
  const isSeen = kind === 'PICTURE' || kind === 'FILM' || kind === 'SOUND';
  const roles: ResourceFileRole[] = isSubtitles ? ['SUBTITLES'] : isSeen ? ['MATERIAL'] : ['MATERIAL', 'TRANSCRIPT'];
  const name = facts?.name ?? value.title;
  const id = (field: string) => `content.files.${place}.${field}`;
  return (
    <>
      <div className={styles['head']}>
        {facts?.previewUrl ? <img src={facts.previewUrl} alt="" /> : <FileDrawing mime={facts?.mime ?? null} />}
        <span className={styles['what']}>
          <strong>{name}</strong> {facts && <FileFacts mime={facts.mime} size={facts.size} />}
        </span>
        <span className={styles['buttons']}>
          <IconButton
            icon={ArrowUp}
            data-move
            disabled={place === 0}
            label={formatMessage({ id: 'library.files.up' }, { name })}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon={ArrowDown}
            data-move
            disabled={place === count - 1}
            label={formatMessage({ id: 'library.files.down' }, { name })}
            onClick={() => onMove(1)}
          />
          <IconButton icon={X} label={formatMessage({ id: 'library.files.remove' }, { name })} onClick={onRemove} />
        </span>
      </div>
      <div className={styles['fields']}>
        {!isSubtitles && (
          <TextField
            id={id('title')}
            label={formatMessage({ id: 'library.files.title' })}
            optional
            value={value.title}
            maxLength={160}
            error={errorOf('title')}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
        {isSeen && (
          <TextArea
            id={id('alt')}
            label={formatMessage({ id: 'library.files.alt' }, { kind })}
            hint={value.alt.trim() === '' ? formatMessage({ id: 'library.files.altHint' }, { kind }) : undefined}
            rows={2}
            value={value.alt}
            maxLength={1_000}
            error={errorOf('alt')}
            onChange={(event) => onChange({ alt: event.target.value })}
          />
        )}
        {roles.length > 1 && (
          <SelectField
            id={id('role')}
            label={formatMessage({ id: 'library.files.role' })}
            choices={roles.map((role) => ({ value: role, label: formatMessage({ id: `library.files.role.${role}` }) }))}
            value={value.role}
            error={errorOf('role')}
            onChange={(event) => onChange({ role: roles.find((role) => role === event.target.value) ?? 'MATERIAL' })}
          />
        )}
        {value.role !== 'MATERIAL' && (
          <SelectField
            id={id('lang')}
            label={formatMessage({ id: 'library.files.lang' }, { role: value.role })}
            placeholder={formatMessage({ id: 'library.files.langChoose' })}
            choices={RESOURCE_LANGUAGES.map((code) => ({ value: code, label: languageName(code) }))}
            value={value.lang ?? ''}
            error={errorOf('lang')}
            onChange={(event) => onChange({ lang: event.target.value || null })}
          />
        )}
        {kind === 'FILM' && <p className="hint">{formatMessage({ id: 'library.files.subtitlesHint' })}</p>}
      </div>
    </>
  );
}
