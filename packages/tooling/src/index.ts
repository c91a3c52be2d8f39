export { checkHomes, checkMessages, findUsedIds, messageLanguages, partOf, type UsedIds } from './web/messages.js';
export { generateWeb } from './web/generate.js';
export { extractOperations, type Operations } from './web/operations.js';
