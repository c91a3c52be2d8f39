import { useIntl } from 'react-intl';
import { PageHeader } from '../../../ui/PageHeader.js';
import { SheetRow } from '../../../ui/Sheet.js';

/** A page of words: paragraphs parted by empty lines, headings begun with `# `, list items with `- `. */
export function StaticPage({ page }: { page: 'about' | 'accessibility' | 'privacy' }) {
  const { formatMessage } = useIntl();
  const words = {
    about: () => [formatMessage({ id: 'pages.about.title' }), formatMessage({ id: 'pages.about.body' })],
    accessibility: () => [formatMessage({ id: 'pages.accessibility.title' }), formatMessage({ id: 'pages.accessibility.body' })],
    privacy: () => [formatMessage({ id: 'pages.privacy.title' }), formatMessage({ id: 'pages.privacy.body' })],
  };
  const [title = '', body = ''] = words[page]();
  return (
    <SheetRow>
      <PageHeader title={title} />
      <div className="prose" style={{ marginTop: 20 }}>
        {body.split('\n\n').map((block) => (
          <Block key={block} text={block} />
        ))}
      </div>
    </SheetRow>
  );
}

function Block({ text }: { text: string }) {
  if (text.startsWith('# ')) return <h2>{text.slice(2)}</h2>;
  if (!text.startsWith('- ')) return <p>{text}</p>;
  return (
    <ul>
      {text.split('\n').map((line) => (
        <li key={line}>{line.slice(2)}</li>
      ))}
    </ul>
  );
}
