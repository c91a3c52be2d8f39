import { LICENCE_TERMS, type Licence } from '@stoa/domain';
import type { DefinedTerm, EducationalAudience } from 'schema-dts';
import type { PageFacts, PageRequest } from './page-facts.js';

const RESOURCE = `query HtmlResourceQuery($slug: String!) { resource(slug: $slug) { title outcome summary kind lang minutes licence authors subjects levels audiences state visibility versionNo publishedAt changedAt
  topics { slug name { text lang } } owner { type name slug lang } shown { links { url } } source { url } } }`;

interface ResourceData {
  resource: {
    title: string;
    outcome: string;
    summary: string;
    kind: string;
    lang: string;
    minutes: number | null;
    licence: Licence | null;
    authors: string[];
    subjects: string[];
    levels: string[];
    audiences: string[];
    versionNo: number;
    publishedAt: string | null;
    changedAt: string;
    topics: { slug: string; name: { text: string; lang: string } }[];
    owner: { type: string; name: string; slug: string; lang: string } | null;
    shown: { links: { url: string }[] } | null;
    source: { url: string | null } | null;
  } | null;
}

/** Roles of LRMI's audience (the values of its `educationalAudienceRole` vocabulary). */
const ROLES: Readonly<Record<string, string>> = {
  TEACHERS: 'teacher',
  PRINCIPALS: 'administrator',
  SPECIALISTS: 'mentor',
  LIBRARIANS: 'professional',
  SCHOOLS: 'administrator',
  STUDENTS: 'student',
  PARENTS: 'parent',
  EVERYONE: 'generalPublic',
};
const OWNER_PAGES: Readonly<Record<string, string>> = {
  NETWORK: 'networks',
  STRUCTURE: 'structures',
  CENTRE: 'centres',
  SCHOOL: 'schools',
};

const words = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** A concept of a vocabulary of ours, under an address that stays. */
function concept(origin: string, vocabulary: string, code: string): DefinedTerm {
  const scheme = `${origin}/vocabularies/${vocabulary}`;
  const name = words(code);
  return { '@type': 'DefinedTerm', '@id': `${scheme}#${name.replaceAll(' ', '-')}`, name, termCode: code, inDefinedTermSet: scheme };
}

/**
 * A resource as schema.org's LearningResource with LRMI's properties, in the manner of the profile AMB (Allgemeines Metadatenprofil für
 * Bildungsressourcen of DINI-AG-KIM): a context with the default language, identified concepts for subject, level and type. What members alone
 * may read is not found, as by every visitor.
 */
export async function resourcePage({ ask, parts, url }: PageRequest): Promise<PageFacts | null> {
  const data = await ask<ResourceData>(RESOURCE, { slug: parts[1] });
  const found = data?.resource;
  if (!found || found.publishedAt === null) return null;
  const origin = new URL(url).origin;
  const description = found.summary || found.outcome || found.title;
  const given = {
    '@context': ['https://schema.org', { '@language': found.lang }],
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: found.title,
    description,
    inLanguage: found.lang,
    version: String(found.versionNo),
    datePublished: found.publishedAt.slice(0, 10),
    dateModified: found.changedAt.slice(0, 10),
    isAccessibleForFree: true,
    learningResourceType: concept(origin, 'kinds', found.kind),
    ...(found.outcome && { teaches: found.outcome }),
    ...(found.minutes !== null && { timeRequired: `PT${found.minutes}M` }),
    ...(found.licence && LICENCE_TERMS[found.licence].url && { license: LICENCE_TERMS[found.licence].url }),
    ...list(
      'creator',
      found.authors.map((name) => ({ '@type': 'Person', name })),
    ),
    ...list('about', [
      ...found.topics.map(({ slug, name }) => ({
        '@type': 'DefinedTerm',
        '@id': `${origin}/en/find?topic=${encodeURIComponent(slug)}`,
        name: name.lang === found.lang ? name.text : { '@value': name.text, '@language': name.lang },
        termCode: slug,
        inDefinedTermSet: `${origin}/vocabularies/topics`,
      })),
      ...found.subjects.map((subject) => concept(origin, 'subjects', subject)),
    ]),
    ...list(
      'educationalLevel',
      found.levels.map((level) => concept(origin, 'levels', level)),
    ),
    ...list(
      'audience',
      found.audiences.map((audience): EducationalAudience => ({
        '@type': 'EducationalAudience',
        educationalRole: ROLES[audience] ?? 'generalPublic',
      })),
    ),
    ...publisher(origin, found.owner),
    ...list(
      'citation',
      (found.shown?.links ?? []).map((link) => link.url),
    ),
    ...(found.source?.url && { isBasedOn: found.source.url }),
  };
  return { title: found.title, description, jsonLd: given };
}

function list(name: string, values: readonly unknown[]): Record<string, unknown> {
  return values.length > 0 ? { [name]: values } : {};
}

function publisher(origin: string, owner: NonNullable<ResourceData['resource']>['owner']): Record<string, unknown> {
  if (!owner) return {};
  const page = OWNER_PAGES[owner.type];
  return { publisher: { '@type': 'Organization', name: owner.name, ...(page && { url: `${origin}/en/${page}/${owner.slug}` }) } };
}
