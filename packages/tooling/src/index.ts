export { checkMessages, findUsedIds, messageLanguages, type UsedIds } from './web/messages.js';
export { generateWeb } from './web/generate.js';
export { extractOperations, type Operations } from './web/operations.js';
