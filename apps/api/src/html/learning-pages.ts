/** What the makers of these pages use of a request: the API as a visitor asks it, what follows the language in the path, the page's own address. */
interface Asked {
  ask: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data | null>;
  parts: readonly string[];
  url: string;
}
type Maker = (request: Asked) => Promise<{ title: string; description: string; jsonLd: Record<string, unknown> } | null>;

const PATH = 'query HtmlPathQuery($slug: String!) { learningPath(slug: $slug) { title summary outcome lang minutes owner { name } } }';
interface PathData {
  learningPath: { title: string; summary: string; outcome: string; lang: string; minutes: number; owner: { name: string } | null } | null;
}
const path: Maker = async ({ ask, parts, url }) => {
  const found = (await ask<PathData>(PATH, { slug: parts[1] }))?.learningPath;
  if (!found) return null;
  const description = found.outcome || found.summary || found.title;
  return {
    title: found.title,
    description,
    jsonLd: {
      '@type': 'Course',
      name: found.title,
      description,
      url,
      inLanguage: found.lang,
      isAccessibleForFree: true,
      ...(found.minutes > 0 && { timeRequired: `PT${String(found.minutes)}M` }),
      ...(found.owner && { provider: { '@type': 'Organization', name: found.owner.name } }),
    },
  };
};

const COLLECTION =
  'query HtmlCollectionQuery($slug: String!) { collection(slug: $slug) { title summary lang items { resource { title } } } }';
interface CollectionData {
  collection: { title: string; summary: string; lang: string; items: { resource: { title: string } }[] } | null;
}
const collection: Maker = async ({ ask, parts, url }) => {
  const found = (await ask<CollectionData>(COLLECTION, { slug: parts[1] }))?.collection;
  if (!found) return null;
  const titles = found.items.map(({ resource }) => resource.title);
  const description = found.summary || titles.join(', ') || found.title;
  return {
    title: found.title,
    description,
    jsonLd: { '@type': 'Collection', name: found.title, description, url, inLanguage: found.lang, collectionSize: titles.length },
  };
};

/** Makers of the public pages of learning paths and collections, by the first part of their address. */
export const learningRecords: Readonly<Record<string, Maker>> = { paths: path, collections: collection };
