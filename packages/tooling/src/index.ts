export { generateWeb } from './web/generate.js';
export { extractOperations, type Operations } from './web/operations.js';
