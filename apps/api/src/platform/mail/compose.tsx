import { render, toPlainText } from '@react-email/render';
import type { Mail } from './mailer.js';

/** What a mail says, in the reader's language: paragraphs, one action at most, and why it came. */
export interface MailWords {
  subject: string;
  greeting: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  /** Why the reader gets this mail. */
  footer: string;
}

const ink = '#1C2423';
const pine = '#0E5A5E';

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
          <h1 style={{ fontFamily: 'Literata, Georgia, serif', fontSize: 24, lineHeight: '32px', margin: '0 0 16px' }}>{words.subject}</h1>
          <p>{words.greeting}</p>
          {words.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
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
          <p style={{ borderTop: '1px solid #DAD5CA', color: '#57605D', fontSize: 13, lineHeight: '18px', paddingTop: 12 }}>
            {words.footer}
          </p>
        </div>
      </body>
    </html>
  );
}

/** Headings keep their case: capitals would take the accents of Greek words. */
const PLAIN = { selectors: [{ selector: 'h1', options: { uppercase: false } }] };

/** Turns words into a message with an HTML and a plain part that say the same. */
export async function composeMail(to: string, lang: string, key: string, words: MailWords): Promise<Mail> {
  const html = await render(<Letter words={words} lang={lang} />);
  return { to, lang, key, subject: words.subject, html, text: toPlainText(html, PLAIN) };
}
