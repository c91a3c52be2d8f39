import { Eye, Pencil } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button } from './Button.js';
import { Field } from './Field.js';
import { Markdown } from './Markdown.js';
import { continueList, type Edit } from './markdown-edit.js';
import { MarkdownTools, toolOf } from './MarkdownTools.js';
import { Suggestions, useSuggestions, type Suggest } from './MarkdownSuggestions.js';

export interface MarkdownFieldProps {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Asks the API for the HTML of the text; without it there is no preview. */
  preview?: (value: string) => Promise<string>;
  /** Finds who can be mentioned by what was typed after `@`; without it nothing is offered. */
  suggest?: Suggest;
  /** `Mod+Enter`. */
  onSubmit?: () => void;
  placeholder?: string;
  maxLength?: number;
  /** Takes files that are dropped on the text, and pictures that are pasted into it. */
  onFiles?: (files: readonly File[]) => void;
  /** Stands after the tools. */
  tools?: ReactNode;
  /** Stands at the right of the toolbar: a note on the draft, the submit button. */
  end?: ReactNode;
}

type Shown = { state: 'writing' | 'asking' | 'failed' } | { state: 'shown'; html: string };

/** A Markdown text: plain typing, tools with their keys, people to mention, a preview. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { id, label, hint, error, value, onChange, preview, onSubmit, placeholder, maxLength, onFiles, tools, end } = props;
  const { formatMessage } = useIntl();
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<Shown>({ state: 'writing' });
  const writing = shown.state === 'writing';

  const put = ({ text, from, to }: Edit) => {
    onChange(text);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from, to);
    });
  };
  const apply = (edit: (text: string, from: number, to: number) => Edit | null): boolean => {
    const element = area.current;
    const result = element && edit(value, element.selectionStart, element.selectionEnd);
    if (result) put(result);
    return Boolean(result);
  };
  const suggestions = useSuggestions(props.suggest, put);
  const look = async () => {
    if (!preview) return;
    if (!writing) return setShown({ state: 'writing' });
    setShown({ state: 'asking' });
    const html = await preview(value).catch(() => null);
    setShown((now) => (now.state !== 'asking' ? now : html === null ? { state: 'failed' } : { state: 'shown', html }));
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    const mod = event.ctrlKey || event.metaKey;
    const tool = mod ? toolOf(event) : undefined;
    const done =
      (!mod && suggestions.onKey(event.code)) ||
      (mod && event.code === 'Enter' && onSubmit ? (onSubmit(), true) : false) ||
      (tool ? apply(tool.edit) : false) ||
      (!mod && event.code === 'Enter' && !event.shiftKey && apply(continueList));
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="markdown-editor" onBlur={suggestions.onBlur} {...(onFiles && takesFiles(onFiles))}>
          <textarea
            {...wiring}
            {...suggestions.wiring}
            ref={area}
            hidden={!writing}
            value={value}
            placeholder={placeholder}
            maxLength={maxLength}
            onChange={(event) => {
              onChange(event.target.value);
              suggestions.onText(event.target.value, event.target.selectionStart);
            }}
            onKeyDown={onKeyDown}
          />
          <Suggestions of={suggestions} />
          {!writing && <Preview shown={shown} empty={value.trim() === ''} />}
          <div className="bar">
            <MarkdownTools hidden={!writing} onUse={apply}>
              {writing && tools}
              {preview && (
                <Button kind="subtle" icon={writing ? Eye : Pencil} onClick={() => void look()}>
                  <span>{writing ? formatMessage({ id: 'ui.markdown.preview' }) : formatMessage({ id: 'ui.markdown.write' })}</span>
                </Button>
              )}
            </MarkdownTools>
            {end && <div className="end">{end}</div>}
          </div>
        </div>
      )}
    </Field>
  );
}

/** What makes an element take files. Of what is pasted with words beside it, such as from a word processor, the words are meant. */
function takesFiles(onFiles: (files: readonly File[]) => void): React.DOMAttributes<HTMLElement> {
  return {
    onDragOver: (event) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event) => {
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    },
    onPaste: (event) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      onFiles(files);
    },
  };
}

/** The text as it will be shown, or why it is not there. */
function Preview({ shown, empty }: { shown: Shown; empty: boolean }) {
  const { formatMessage } = useIntl();
  const id = useId();
  return (
    <section className="preview" tabIndex={0} aria-labelledby={id} aria-busy={shown.state === 'asking'}>
      <span id={id} className="unseen">
        {formatMessage({ id: 'ui.markdown.preview' })}
      </span>
      {shown.state === 'shown' && !empty && <Markdown html={shown.html} />}
      {shown.state === 'shown' && empty && <p className="meta">{formatMessage({ id: 'ui.markdown.nothing' })}</p>}
      {shown.state === 'failed' && (
        <p className="danger" role="alert">
          {formatMessage({ id: 'ui.markdown.noPreview' })}
        </p>
      )}
    </section>
  );
}
