export { classification } from './columns/index.js';
export { classificationGaps } from './verify-classification.js';
