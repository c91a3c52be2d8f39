import { writeFile } from 'node:fs/promises';
import QRCode from 'qrcode';
import type { Document } from './document.js';
import { closePdfWriter, writePdf } from './pdf.js';

describe('a certificate as PDF', () => {
  afterAll(closePdfWriter);

  async function certificate(lang: Document['lang'], achievement: string): Promise<Buffer> {
    const url = `https://stoa.example/${lang}/verify/4Q7K-M2XD-9TB6`;
    return writePdf({
      title: lang === 'el' ? 'Βεβαίωση' : 'Certificate',
      lang,
      author: 'ICT in Class',
      subject: achievement,
      date: '2026-11-24',
      certificate: {
        before: 'This is to certify that',
        holder: lang === 'el' ? 'Δοκιμαστικός λογαριασμός 031' : 'Demo Teacher 014',
        between: 'has completed the learning path',
        achievement,
        facts: [
          { label: 'Hours', value: '12' },
          { label: 'Completed', value: '24 November 2026' },
        ],
        check: 'Anybody can check this certificate.',
        code: '4Q7K-M2XD-9TB6',
        url,
        qr: { svg: await QRCode.toString(url, { type: 'svg', margin: 0 }), alt: `Address of the check: ${url}` },
      },
      blocks: [],
    });
  }

  test('is one tagged sheet with a text alternative for its code, in any of the languages', async () => {
    for (const [lang, title] of [
      ['en', 'Talks in a circle'],
      ['el', 'Συζητήσεις σε κύκλο'],
      ['pl', 'Rozmowy w kręgu — źdźbło'],
      ['ru', 'Разговоры в кругу'],
    ] as const) {
      const pdf = await certificate(lang, title);
      if (process.env['STOA_LOOK']) await writeFile(`/tmp/certificate-${lang}.pdf`, pdf);
      const text = pdf.toString('latin1');
      expect(text).toContain('/StructTreeRoot');
      expect(text).toContain('pdfuaid:part');
      expect(text.match(/\/Type\s*\/Page\b/gu) ?? []).toHaveLength(1);
    }
  });

  test('keeps to its sheet with the longest title', async () => {
    const text = (await certificate('en', 'long words '.repeat(14).trim())).toString('latin1');
    expect(text.match(/\/Type\s*\/Page\b/gu) ?? []).toHaveLength(1);
  });
});
