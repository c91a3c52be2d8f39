import { LANGUAGES } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import type { Document } from '../../../platform/documents/document.js';
import { translator } from '../../../platform/i18n/translate.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { words } from '../words.js';
import type { CertificateRow } from './certificate.types.js';

/**
 * A certificate as a document of one sheet, in the language of what was completed where the interface has it, with the address of its
 * check as text and as a QR code.
 * @param lang of its person, for what was completed in a language that the interface has not
 */
export async function certificateDocument(services: Services, row: CertificateRow, lang: Document['lang']): Promise<Document> {
  const { config } = services;
  const written = LANGUAGES.find((each) => each === row.lang) ?? lang;
  const say = translator(words, written, config.timeZone);
  const url = webUrl(config, written, `/verify/${row.code}`);
  // Loaded when first used, like the writers of documents.
  const { default: QRCode } = await import('qrcode');
  const facts = [
    ...(row.minutes > 0 ? [{ label: say('hours'), value: say('hours.value', { hours: row.minutes / 60 }) }] : []),
    { label: say('completed'), value: say('day', { at: new Date(row.completed_at) }) },
    { label: say('issuedOn'), value: say('day', { at: new Date(row.issued_at) }) },
  ];
  return {
    title: say('certificate.title'),
    lang: written,
    author: row.issuer,
    subject: row.title,
    date: dateIn(new Date(row.issued_at), config.timeZone),
    certificate: {
      before: say('certificate.before'),
      holder: row.person_name,
      between: say('certificate.between'),
      achievement: row.title,
      facts,
      check: say('certificate.check'),
      code: row.code,
      url,
      qr: { svg: await QRCode.toString(url, { type: 'svg', margin: 0 }), alt: say('certificate.qr', { url }) },
    },
    blocks: [],
  };
}
