export * from './kinds.js';
export * from './source.js';
