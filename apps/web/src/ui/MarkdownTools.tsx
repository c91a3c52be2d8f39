import { Bold, Code, Heading, Italic, Link2, List, TextQuote, type LucideIcon } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from './Button.js';
import { linkTo, prefixLines, wrap, wrapCode, type Edit } from './markdown-edit.js';

type EditText = (text: string, from: number, to: number) => Edit | null;

interface Tool {
  name: 'bold' | 'italic' | 'heading' | 'list' | 'quote' | 'code' | 'link';
  icon: LucideIcon;
  edit: EditText;
  /** With Ctrl or Command: the place of the key, and whether with Shift. */
  key: { code: string; shift: boolean; shown: string };
}

/** The tools in their order. Their keys are those of other editors, and none that a browser keeps for itself. */
const TOOLS: readonly Tool[] = [
  { name: 'bold', icon: Bold, edit: wrap('**'), key: { code: 'KeyB', shift: false, shown: 'B' } },
  { name: 'italic', icon: Italic, edit: wrap('_'), key: { code: 'KeyI', shift: false, shown: 'I' } },
  { name: 'heading', icon: Heading, edit: prefixLines('# '), key: { code: 'Digit1', shift: true, shown: 'Shift+1' } },
  { name: 'list', icon: List, edit: prefixLines('- '), key: { code: 'Digit8', shift: true, shown: 'Shift+8' } },
  { name: 'quote', icon: TextQuote, edit: prefixLines('> '), key: { code: 'Digit9', shift: true, shown: 'Shift+9' } },
  { name: 'code', icon: Code, edit: wrapCode, key: { code: 'KeyE', shift: false, shown: 'E' } },
  { name: 'link', icon: Link2, edit: linkTo, key: { code: 'KeyK', shift: false, shown: 'K' } },
];

/** The tool of a key pressed with Ctrl or Command. */
export function toolOf(event: { code: string; shiftKey: boolean }): Tool | undefined {
  return TOOLS.find(({ key }) => key.code === event.code && key.shift === event.shiftKey);
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** One stop of the Tab key: the arrows go from tool to tool. `children` follow the tools. */
export function MarkdownTools({ hidden, onUse, children }: { hidden: boolean; onUse: (edit: EditText) => unknown; children?: ReactNode }) {
  const { formatMessage } = useIntl();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const from = buttons.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: buttons.length - 1 }[event.code];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div className="tools">
      {!hidden && (
        <div ref={bar} className="toolbar" role="toolbar" aria-label={formatMessage({ id: 'ui.markdown.tools' })} onKeyDown={move}>
          {TOOLS.map(({ name, icon, edit, key }, index) => (
            <IconButton
              key={name}
              icon={icon}
              label={`${formatMessage({ id: `ui.markdown.${name}` })} (${isMac ? '⌘' : 'Ctrl+'}${key.shown})`}
              aria-keyshortcuts={`${isMac ? 'Meta' : 'Control'}+${key.shown}`}
              tabIndex={index === current ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onClick={() => onUse(edit)}
            />
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
