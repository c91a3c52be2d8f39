import type { Language } from '@stoa/domain';
import { translator } from '../platform/i18n/translate.js';
import type { PageFacts, PageRequest } from './page-facts.js';
import { learningRecords } from './learning-pages.js';
import { resourcePage } from './resource-page.js';
import { words } from './words.js';

type Maker = (request: PageRequest) => Promise<PageFacts | null>;

const say = (lang: Language) => translator(words, lang);

/** Lists whose news can be read in a feed. */
const WITH_FEED = ['home', 'library'];

function fixed(
  page: 'home' | 'find' | 'centres' | 'schools' | 'networks' | 'library' | 'about' | 'accessibility' | 'agreements' | 'privacy',
): Maker {
  return async ({ ctx, url }) => {
    const title = say(ctx.lang)(`${page}.title`);
    const description = say(ctx.lang)(`${page}.text`);
    return {
      title,
      description,
      jsonLd: { '@type': page === 'home' ? 'WebSite' : 'WebPage', name: title, description, url, inLanguage: ctx.lang },
      ...(WITH_FEED.includes(page) && { feed: '' }),
    };
  };
}

interface Text {
  text: string;
}
interface Contacts {
  email: string | null;
  phone: string | null;
  website: string | null;
  address: string | null;
}

function organisation(type: string, name: string, description: string, url: string, contacts: Contacts): Record<string, unknown> {
  const given = { email: contacts.email, telephone: contacts.phone, sameAs: contacts.website, address: contacts.address };
  return { '@type': type, name, description, url, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) };
}

const find: Maker = async (request) => {
  const slug = request.query.get('topic');
  const found = slug
    ? await request.ask<{ topic: { name: Text } | null }>('query HtmlTopicQuery($slug: String!) { topic(slug: $slug) { name { text } } }', {
        slug,
      })
    : null;
  const base = await fixed('find')(request);
  if (!base || !found?.topic) return base;
  const title = say(request.ctx.lang)('find.topic', { topic: found.topic.name.text });
  return { ...base, title, jsonLd: { ...base.jsonLd, name: title } };
};

const LIBRARY = 'query HtmlLibraryQuery($query: String) { library(first: 20, query: $query) { edges { node { slug title lang } } } }';
const libraryList: Maker = async (request) => {
  const base = await fixed('library')(request);
  const query = request.query.get('q')?.slice(0, 200) ?? '';
  const data = await request.ask<{ library: { edges: { node: { slug: string; title: string; lang: string } }[] } }>(LIBRARY, { query });
  if (!base || !data) return base;
  const place = request.url.split('?')[0] ?? request.url;
  const itemListElement = data.library.edges.map(({ node }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: node.title,
    url: `${place}/${node.slug}`,
  }));
  return { ...base, jsonLd: { ...base.jsonLd, '@type': 'CollectionPage', mainEntity: { '@type': 'ItemList', itemListElement } } };
};

const CENTRE =
  'query HtmlCentreQuery($slug: String!) { centre(slug: $slug) { name { text } mission { text } territory { name { text } } contacts { email phone website address } } }';
const centre: Maker = async ({ ctx, ask, parts, url }) => {
  const data = await ask<{ centre: { name: Text; mission: Text | null; territory: { name: Text }; contacts: Contacts } | null }>(CENTRE, {
    slug: parts[1],
  });
  if (!data?.centre) return null;
  const { name, mission, territory, contacts } = data.centre;
  const description = mission?.text ?? say(ctx.lang)('centre.text', { place: territory.name.text });
  return {
    title: name.text,
    description,
    jsonLd: { ...organisation('EducationalOrganization', name.text, description, url, contacts), areaServed: territory.name.text },
    feed: `centre=${encodeURIComponent(parts[1] ?? '')}`,
  };
};

const STRUCTURE = `query HtmlStructureQuery($slug: String!) { structure(slug: $slug) { name { text } description { text } topics { topic { name { text } } } contacts { email phone website address }
  centre { name { text } territory { name { text } } } } }`;
interface StructureData {
  structure: {
    name: Text;
    description: Text | null;
    topics: { topic: { name: Text } }[];
    contacts: Contacts;
    centre: { name: Text; territory: { name: Text } };
  } | null;
}
const structure: Maker = async ({ ctx, ask, parts, url }) => {
  const data = await ask<StructureData>(STRUCTURE, { slug: parts[1] });
  if (!data?.structure) return null;
  const { name, description, topics, contacts, centre: of } = data.structure;
  const helps = topics.map(({ topic }) => topic.name.text).join(', ');
  const text = description?.text ?? (helps ? say(ctx.lang)('structure.text', { topics: helps }) : of.name.text);
  const jsonLd = {
    ...organisation('EducationalOrganization', name.text, text, url, contacts),
    parentOrganization: { '@type': 'EducationalOrganization', name: of.name.text },
    areaServed: of.territory.name.text,
    knowsAbout: topics.map(({ topic }) => topic.name.text),
  };
  return { title: name.text, description: text, jsonLd };
};

const SCHOOL =
  'query HtmlSchoolQuery($slug: String!) { school(slug: $slug) { name city street number postalCode county { name { text } } contacts { email phone website address } } }';
interface SchoolData {
  school: {
    name: string;
    city: string;
    street: string;
    number: string;
    postalCode: string;
    county: { name: Text };
    contacts: Contacts;
  } | null;
}
const school: Maker = async ({ ctx, ask, parts, url }) => {
  const data = await ask<SchoolData>(SCHOOL, { slug: parts[1] });
  if (!data?.school) return null;
  const { name, city, street, number, postalCode, county, contacts } = data.school;
  const description = say(ctx.lang)('school.text', { place: [city, county.name.text].filter((part) => part !== '').join(', ') });
  const lines = { streetAddress: [street, number].filter((part) => part !== '').join(' '), postalCode, addressLocality: city };
  const known = Object.entries(lines).filter(([, line]) => line !== '');
  const address = known.length > 0 && { address: { '@type': 'PostalAddress', ...Object.fromEntries(known) } };
  return { title: name, description, jsonLd: { ...organisation('School', name, description, url, contacts), ...address } };
};

const NETWORK = 'query HtmlNetworkQuery($slug: String!) { network(slug: $slug) { name purpose } }';
const network: Maker = async ({ ask, parts, url }) => {
  const data = await ask<{ network: { name: string; purpose: string } | null }>(NETWORK, { slug: parts[1] });
  if (!data?.network) return null;
  const description = data.network.purpose;
  return {
    title: data.network.name,
    description,
    jsonLd: { '@type': 'Organization', name: data.network.name, description: shorten(description), url },
    feed: `network=${encodeURIComponent(parts[1] ?? '')}`,
  };
};

/** A description as search engines show it: one line of 200 characters at most. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199).replace(/\s+\S*$/u, '')}…`;
}

/** The maker of a public page by its path, `:` standing for an address; null for a page of members. */
export function publicPage(parts: readonly string[]): Maker | null {
  const [first = '', second, third] = parts;
  if (third !== undefined) return null;
  if (second === undefined) return PAGES[first] ?? null;
  if (second === 'new' || (first === 'library' && OF_MEMBERS.includes(second))) return null;
  return RECORDS[first] ?? learningRecords[first] ?? null;
}

const PAGES: Readonly<Record<string, Maker>> = {
  '': fixed('home'),
  find,
  centres: fixed('centres'),
  schools: fixed('schools'),
  networks: fixed('networks'),
  library: libraryList,
  about: fixed('about'),
  accessibility: fixed('accessibility'),
  agreements: fixed('agreements'),
  privacy: fixed('privacy'),
};
const RECORDS: Readonly<Record<string, Maker>> = {
  centres: centre,
  structures: structure,
  schools: school,
  networks: network,
  library: resourcePage,
};
/** Pages of members under a list of public records: forms, what is one's own, what waits for one. */
const OF_MEMBERS = ['new', 'review', 'mine', 'sources', 'saved'];
