import { LICENCE_TERMS, type Audience, type ResourceKind, type SchoolLevel } from '@stoa/domain';
import { topicName, wordsOf, type ShownRow } from '../public/shown.js';
import { el, elWith, type XmlNode } from '../xml.js';

/** Namespace of the XML binding of Learning Object Metadata (IEEE 1484.12.3). */
export const LOM = 'http://ltsc.ieee.org/xsd/LOM';
/** Names the vocabularies of this program beside those of the standard. */
export const STOA_VOCABULARY = 'Stoa';

/** Values of the standard's own vocabularies (IEEE 1484.12.1, 5.2, 5.5 and 5.6). */
const TYPES: Readonly<Record<ResourceKind, string>> = {
  GUIDE: 'narrative text',
  LESSON_SCENARIO: 'narrative text',
  PRESENTATION: 'slide',
  WORKSHEET: 'exercise',
  RECORDING: 'lecture',
  QUIZ: 'self assessment',
  SOFTWARE: 'simulation',
  LINK: 'index',
  GOOD_PRACTICE: 'narrative text',
};
const CONTEXTS: Readonly<Record<SchoolLevel, string>> = {
  PRESCHOOL: 'school',
  PRIMARY: 'school',
  LOWER_SECONDARY: 'school',
  UPPER_SECONDARY: 'school',
  VOCATIONAL: 'training',
  POST_SECONDARY: 'training',
  SPECIAL: 'school',
  COMBINED: 'school',
};
const ROLES: Readonly<Record<Audience, string>> = {
  TEACHERS: 'teacher',
  PRINCIPALS: 'manager',
  SPECIALISTS: 'teacher',
  LIBRARIANS: 'teacher',
  SCHOOLS: 'manager',
  STUDENTS: 'learner',
  PARENTS: 'learner',
  EVERYONE: 'learner',
};

const standard = (name: string, value: string) => el(name, el('source', 'LOMv1.0'), el('value', value));
const own = (name: string, code: string) => el(name, el('source', STOA_VOCABULARY), el('value', wordsOf(code)));
const texts = (name: string, ...given: readonly { lang: string; text: string }[]) => {
  const said = given.filter(({ text }) => text !== '');
  return said.length === 0 ? null : el(name, ...said.map(({ lang, text }) => elWith('string', { language: lang }, text)));
};
const taxon = (source: string, id: string, entry: { lang: string; text: string }) =>
  el('taxonPath', texts('source', { lang: 'en', text: source }), el('taxon', el('id', id), texts('entry', entry)));

/** A person as LOM wants one: a vCard (RFC 2426) of which only the name is known. */
function vcard(name: string): string {
  const text = name.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');
  return `BEGIN:VCARD\nVERSION:3.0\nN:${text};;;;\nFN:${text}\nEND:VCARD`;
}

/** A resource in LOM. @param page its address here @param identifier of its record */
export function oaiLom(row: ShownRow, page: string, identifier: string): XmlNode {
  const local = (text: string) => ({ lang: row.lang, text });
  const links = row.content?.links ?? [];
  return elWith(
    'lom',
    {
      xmlns: LOM,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${LOM} http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd`,
    },
    el(
      'general',
      el('identifier', el('catalog', 'URI'), el('entry', page)),
      texts('title', local(row.title)),
      el('language', row.lang),
      texts('description', local(row.summary)),
    ),
    el(
      'lifeCycle',
      texts('version', { lang: row.lang, text: String(row.version_no) }),
      standard('status', row.state === 'OUTDATED' ? 'unavailable' : 'final'),
      ...row.authors.map((author) => el('contribute', standard('role', 'author'), el('entity', vcard(author)))),
      el(
        'contribute',
        standard('role', 'publisher'),
        row.owner_name === null ? null : el('entity', vcard(row.owner_name)),
        el('date', el('dateTime', row.published_at.slice(0, 10))),
      ),
    ),
    el(
      'metaMetadata',
      el('identifier', el('catalog', 'oai'), el('entry', identifier)),
      el('metadataSchema', 'LOMv1.0'),
      el('language', row.lang),
    ),
    el('technical', ...(row.kind === 'LINK' && links[0] ? links.map(({ url }) => el('location', url)) : [el('location', page)])),
    educational(row),
    rights(row),
    ...(row.kind === 'LINK' ? [] : links).map(({ url }) =>
      el('relation', standard('kind', 'references'), el('resource', el('identifier', el('catalog', 'URI'), el('entry', url)))),
    ),
    classification(row),
  );
}

function educational(row: ShownRow): XmlNode {
  const unique = (values: readonly string[]) => [...new Set(values)];
  return el(
    'educational',
    standard('learningResourceType', TYPES[row.kind]),
    own('learningResourceType', row.kind),
    ...unique(row.audiences.map((audience) => ROLES[audience])).map((role) => standard('intendedEndUserRole', role)),
    ...row.audiences.map((audience) => own('intendedEndUserRole', audience)),
    ...unique(row.levels.map((level) => CONTEXTS[level])).map((context) => standard('context', context)),
    ...row.levels.map((level) => own('context', level)),
    row.minutes === null ? null : el('typicalLearningTime', el('duration', `PT${row.minutes}M`)),
    texts('description', { lang: row.lang, text: row.outcome }),
    el('language', row.lang),
  );
}

function rights({ licence, lang, content }: ShownRow): XmlNode {
  if (licence === null) return null;
  const { url } = LICENCE_TERMS[licence];
  const isFree = licence === 'PUBLIC_DOMAIN' || licence === 'CC0';
  return el(
    'rights',
    standard('cost', 'no'),
    standard('copyrightAndOtherRestrictions', isFree ? 'no' : 'yes'),
    texts(
      'description',
      { lang: 'en', text: url ?? wordsOf(licence) },
      ...(content?.attribution ? [{ lang, text: content.attribution }] : []),
    ),
  );
}

function classification(row: ShownRow): XmlNode {
  if (row.topics.length === 0 && row.subjects.length === 0) return null;
  return el(
    'classification',
    standard('purpose', 'discipline'),
    ...row.topics.map((topic) => taxon('Stoa topics', topic.slug, topicName(topic, row.lang))),
    ...row.subjects.map((subject) => taxon('Stoa subjects', subject, { lang: 'en', text: wordsOf(subject) })),
  );
}
