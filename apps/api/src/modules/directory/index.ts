import { HelpResolver, PlaceResolver } from './directory.resolver.js';

export const directoryResolvers = [PlaceResolver, HelpResolver] as const;
