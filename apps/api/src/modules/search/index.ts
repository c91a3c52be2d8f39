export { SearchResolver } from './search.resolver.js';
