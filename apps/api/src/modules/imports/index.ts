import { allows } from '@stoa/domain';
import type { FilePolicy } from '../../platform/files/records.js';

export { uploadImport } from './commands/upload-import.js';
export { mayImport } from './import.queries.js';
export { importJobs } from './import-job.js';
export { ImportResolver } from './import.resolver.js';
export { registerImports } from './kinds.js';
export { describeError } from './messages.js';

/** Rejected rows are read by those who may import. */
export const importFilePolicy: FilePolicy = async (ctx) => allows(ctx.viewer, 'register.change', {});
