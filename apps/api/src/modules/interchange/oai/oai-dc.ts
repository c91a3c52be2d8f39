import { LICENCE_TERMS } from '@stoa/domain';
import { topicName, wordsOf, type ShownRow } from '../public/shown.js';
import { el, elWith, type XmlNode } from '../xml.js';

/** Types of the DCMI Type Vocabulary by kind of resource; the rest are texts. */
const DCMI: Readonly<Record<string, string>> = {
  RECORDING: 'MovingImage',
  SOFTWARE: 'Software',
  QUIZ: 'InteractiveResource',
  LINK: 'InteractiveResource',
};

/** A resource in unqualified Dublin Core, as every provider has it (OAI-PMH 2.0, section 6, "Dublin Core"). @param page its address here */
export function oaiDc(row: ShownRow, page: string): XmlNode {
  const local = (name: string, text: string) => (text === '' ? null : elWith(name, { 'xml:lang': row.lang }, text));
  const licence = row.licence && (LICENCE_TERMS[row.licence].url ?? wordsOf(row.licence));
  return elWith(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
    local('dc:title', row.title),
    ...row.authors.map((author) => el('dc:creator', author)),
    ...row.topics.map((topic) => {
      const name = topicName(topic, row.lang);
      return elWith('dc:subject', { 'xml:lang': name.lang }, name.text);
    }),
    ...row.subjects.map((subject) => elWith('dc:subject', { 'xml:lang': 'en' }, wordsOf(subject))),
    local('dc:description', row.summary),
    local('dc:description', row.outcome),
    row.owner_name === null ? null : el('dc:publisher', row.owner_name),
    el('dc:date', row.published_at.slice(0, 10)),
    el('dc:type', DCMI[row.kind] ?? 'Text'),
    elWith('dc:type', { 'xml:lang': 'en' }, wordsOf(row.kind)),
    el('dc:identifier', page),
    ...(row.content?.links ?? []).map(({ url }) => el(row.kind === 'LINK' ? 'dc:identifier' : 'dc:relation', url)),
    el('dc:language', row.lang),
    licence === null ? null : el('dc:rights', licence),
    row.content?.attribution ? el('dc:rights', row.content.attribution) : null,
  );
}
