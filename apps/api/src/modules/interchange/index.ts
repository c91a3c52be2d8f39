import { HarvestNoteResolver, LibrarySourceResolver, ResourceSourceResolver } from './interchange.resolver.js';

export { harvestCommand, type HarvestFigures } from './harvest/harvest-command.js';
export { HarvestedRecord, HarvestNote, HarvestRun, LibrarySource, ResourceLikeness } from './harvest/harvest.entities.js';
export { interchangeJobs, interchangeSchedules } from './harvest/harvest.jobs.js';
export { filesImport, METADATA_FILE } from './files.import.js';
export { linksImport } from './links.import.js';
export { OaiRecord } from './oai/oai-record.entity.js';
export { provideOai } from './oai/provide.js';
export { serveEmbed } from './public/embed.js';
export { serveFeed } from './public/feed.js';
export { serveRobots, serveSitemap, serveSitemapFile } from './public/sitemap.js';

export const interchangeResolvers = [LibrarySourceResolver, HarvestNoteResolver, ResourceSourceResolver] as const;
