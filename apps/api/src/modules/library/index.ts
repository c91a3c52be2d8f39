import { SavedSearch } from './saved/saved-search.entity.js';
import { SavedSearchResolver } from './saved/saved.resolver.js';
import { LibraryResolver } from './library.resolver.js';
import { LibraryCount, LibraryFacet, LibraryWord, ResourceToIndex, ResourceWords } from './index/resource-words.entity.js';

export { serveSearchFeed } from './saved/feed.js';
export { postStopSearch } from './saved/stop-route.js';
export { libraryPlan, suggestionsPlan } from './library.plan.js';
export { rebuildLibrary } from './index/rebuild.js';
export { takeInResources } from './index/take-in-resources.js';
export { libraryReach, wordsVisibleTo } from './library.policy.js';
export { textMatch } from './words/query.js';
export { libraryJobs, librarySchedules } from './library.jobs.js';

export const libraryEntities = [ResourceWords, LibraryFacet, LibraryCount, LibraryWord, ResourceToIndex, SavedSearch] as const;

export const libraryResolvers = [LibraryResolver, SavedSearchResolver] as const;
