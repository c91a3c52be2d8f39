import { Bold, Eye, Link2, List, Pencil, TextQuote } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button, IconButton } from './Button.js';
import { Field } from './Field.js';
import { Markdown } from './Markdown.js';
import { continueList, linkTo, prefixLines, wrap, type Edit } from './markdown-edit.js';

export interface MarkdownFieldProps {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Asks the API for the HTML of the text; without it there is no preview. */
  preview?: (value: string) => Promise<string>;
  /** `Mod+Enter`. */
  onSubmit?: () => void;
  placeholder?: string;
  maxLength?: number;
  /** Stands at the right of the toolbar: a note on the draft, the submit button. */
  end?: ReactNode;
}

/** A Markdown text: plain typing, a few tools, a preview. */
export function MarkdownField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  preview,
  onSubmit,
  placeholder,
  maxLength,
  end,
}: MarkdownFieldProps) {
  const { formatMessage } = useIntl();
  const area = useRef<HTMLTextAreaElement>(null);
  const [html, setHtml] = useState<string | null>(null);

  const apply = (edit: (text: string, from: number, to: number) => Edit | null): boolean => {
    const element = area.current;
    if (!element) return false;
    const result = edit(value, element.selectionStart, element.selectionEnd);
    if (!result) return false;
    onChange(result.text);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(result.from, result.to);
    });
    return true;
  };
  const tools = [
    { icon: Bold, label: formatMessage({ id: 'ui.markdown.bold' }), edit: wrap('**') },
    { icon: List, label: formatMessage({ id: 'ui.markdown.list' }), edit: prefixLines('- ') },
    { icon: TextQuote, label: formatMessage({ id: 'ui.markdown.quote' }), edit: prefixLines('> ') },
    { icon: Link2, label: formatMessage({ id: 'ui.markdown.link' }), edit: linkTo },
  ];

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="markdown-editor">
          {html === null ? (
            <textarea
              {...wiring}
              ref={area}
              value={value}
              placeholder={placeholder}
              maxLength={maxLength}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={(event) => {
                const mod = event.ctrlKey || event.metaKey;
                if (mod && event.code === 'Enter' && onSubmit) onSubmit();
                else if (mod && event.code === 'KeyB') apply(wrap('**'));
                else if (!mod && event.code === 'Enter' && !event.shiftKey) {
                  if (!apply(continueList)) return;
                } else return;
                event.preventDefault();
              }}
            />
          ) : (
            <div className="preview">
              <Markdown html={html} />
            </div>
          )}
          <div className="tools" role="toolbar" aria-label={formatMessage({ id: 'ui.markdown.tools' })}>
            {html === null &&
              tools.map((tool) => <IconButton key={tool.label} icon={tool.icon} label={tool.label} onClick={() => apply(tool.edit)} />)}
            {preview && (
              <Button
                kind="subtle"
                icon={html === null ? Eye : Pencil}
                onClick={() => (html === null ? void preview(value).then(setHtml) : setHtml(null))}
              >
                {html === null ? formatMessage({ id: 'ui.markdown.preview' }) : formatMessage({ id: 'ui.markdown.write' })}
              </Button>
            )}
            {end && <span className="end">{end}</span>}
          </div>
        </div>
      )}
    </Field>
  );
}
