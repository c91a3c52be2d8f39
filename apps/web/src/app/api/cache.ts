import { InMemoryCache } from '@apollo/client/cache';
import { keysetList } from './pagination.js';

/** The lists that pages extend by "Show more", with the arguments that make each another list. */
const lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Query: {
    appointments: ['filter'],
    corrections: ['decided'],
    ownConsents: [],
    ownCorrections: [],
    publishedConsentTexts: [],
    auditLog: ['filter'],
    dataAccesses: [],
    library: ['query', 'filter'],
    networks: ['county', 'kind', 'year', 'state', 'query', 'mine'],
    people: ['search', 'status'],
    peopleDoubles: ['of'],
    topics: ['search', 'includeRetired'],
    centres: ['kind', 'within', 'search'],
    structures: ['kind', 'centre', 'within', 'search'],
    schools: ['within', 'level', 'search'],
    schoolGroups: ['within'],
    territories: ['kind', 'within', 'search'],
    helpAnswers: ['topic', 'place', 'audience'],
    importRuns: [],
    librarySources: [],
    ownResources: [],
    ownerResources: ['ownerId', 'kind'],
    resourcesToReview: [],
    resourceReports: [],
    harvestNotes: ['runId'],
    reviewQueue: [],
    appeals: [],
    decisionsOnViewer: [],
    savedPosts: [],
    ownStudies: ['done'],
    learningPaths: [],
    ownPaths: [],
    followedPaths: [],
    pathsToReview: [],
    collections: [],
    ownCollections: [],
    ownCertificates: [],
    inbox: ['unread'],
    searchPosts: ['search'],
    threads: ['network', 'kind', 'unanswered', 'unread', 'answered', 'category'],
  },
  Network: { members: ['query'] },
  LearningPath: { certificates: [] },
  Resource: { uses: [] },
  LibrarySource: { runs: [] },
  Thread: { posts: [] },
  PublicLog: { decisions: [] },
  Viewer: { sessions: [] },
};

/** A fresh cache: one for each client, nothing of it outlives a sign-out. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: Object.fromEntries(
      Object.entries(lists).map(([type, fields]) => [
        type,
        { fields: Object.fromEntries(Object.entries(fields).map(([field, keyArgs]) => [field, keysetList(keyArgs)])) },
      ]),
    ),
  });
}
