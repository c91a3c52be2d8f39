export * from './text/index.js';
export * from './rights/index.js';
export * from './values/index.js';
