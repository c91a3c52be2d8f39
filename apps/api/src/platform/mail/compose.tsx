import { render, toPlainText } from '@react-email/render';
import type { Mail } from './mailer.js';

/** Lines under a heading, which may lead somewhere; `lang` where people wrote the heading. */
export interface MailGroup {
  title: string;
  lang?: string | null;
  /** Where it belongs. */
  place?: string;
  url?: string;
  lines: string[];
}

/** What a mail says, in the reader's language: paragraphs, groups, one action at most, and why it came. */
export interface MailWords {
  subject: string;
  greeting: string;
  paragraphs: string[];
  groups?: MailGroup[];
  /** What stands after the groups. */
  after?: string;
  action?: { label: string; url: string };
  /** Why the reader gets this mail. */
  footer: string;
  /** The way to get no more of these. */
  stop?: { label: string; url: string };
  /** The line above which an answer is written. */
  above?: string;
}

const ink = '#1C2423';
const pine = '#0E5A5E';

const SMALL = { color: '#57605D', fontSize: 13, lineHeight: '18px' } as const;

/** The line above which an answer is written, as it stands in a mail and comes back in what an answer quotes. */
export function aboveLine(words: string): string {
  return `##- ${words} -##`;
}

function Group({ group: { title, lang, place, url, lines } }: { group: MailGroup }) {
  return (
    <div className="group" style={{ borderTop: '1px solid #DAD5CA', padding: '10px 0' }}>
      <div lang={lang ?? undefined} style={{ fontWeight: 600 }}>
        {url ? (
          <a href={url} style={{ color: pine, textDecoration: 'none' }}>
            {title}
          </a>
        ) : (
          title
        )}
      </div>
      {place ? <div style={SMALL}>{place}</div> : null}
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function Letter({ words, lang }: { words: MailWords; lang: string }) {
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{words.subject}</title>
      </head>
      <body
        style={{
          background: '#FAF8F4',
          color: ink,
          fontFamily: "'Source Sans 3', Arial, sans-serif",
          fontSize: 17,
          lineHeight: '26px',
          margin: 0,
          padding: 24,
        }}
      >
        <div
          style={{
            background: '#FFFFFF',
            border: '1px solid #DAD5CA',
            borderLeft: `4px solid ${pine}`,
            maxWidth: 560,
            margin: '0 auto',
            padding: 28,
          }}
        >
          {words.above ? <p style={SMALL}>{aboveLine(words.above)}</p> : null}
          <h1 style={{ fontFamily: 'Literata, Georgia, serif', fontSize: 24, lineHeight: '32px', margin: '0 0 16px' }}>{words.subject}</h1>
          <p>{words.greeting}</p>
          {words.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {words.groups?.map((group) => (
            <Group key={`${group.url} ${group.title}`} group={group} />
          ))}
          {words.after ? <p>{words.after}</p> : null}
          {words.action ? (
            <p>
              <a
                href={words.action.url}
                style={{
                  background: pine,
                  borderRadius: 6,
                  color: '#FFFFFF',
                  display: 'inline-block',
                  fontWeight: 600,
                  padding: '10px 18px',
                  textDecoration: 'none',
                }}
              >
                {words.action.label}
              </a>
            </p>
          ) : null}
          <p style={{ ...SMALL, borderTop: '1px solid #DAD5CA', paddingTop: 12 }}>{words.footer}</p>
          {words.stop ? (
            <p style={SMALL}>
              <a href={words.stop.url} style={{ color: pine }}>
                {words.stop.label}
              </a>
            </p>
          ) : null}
        </div>
      </body>
    </html>
  );
}

/** Headings keep their case: capitals would take the accents of Greek words. Between groups is a blank line. */
const PLAIN = {
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'div.group', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  ],
};

/** Turns words into a message with an HTML and a plain part that say the same. */
export async function composeMail(to: string, lang: string, key: string, words: MailWords): Promise<Mail> {
  const html = await render(<Letter words={words} lang={lang} />);
  const unsubscribe = words.stop && { unsubscribe: words.stop.url };
  return { to, lang, key, subject: words.subject, html, text: toPlainText(html, PLAIN), ...unsubscribe };
}
