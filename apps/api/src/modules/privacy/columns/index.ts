import type { Classification } from '../classification.js';
import { accountTables } from './accounts.js';
import { learningTables } from './learning.js';
import { libraryTables } from './library.js';
import { networkTables } from './networks.js';
import { noticeTables } from './notices.js';
import { platformTables } from './platform.js';
import { privacyTables } from './privacy.js';
import { registerTables } from './registers.js';
import { reportTables } from './reports.js';
import { writingTables } from './writing.js';

/** Every column of the schema, by table. `npm run check` fails where the database has another. */
export const classification: Classification = {
  ...accountTables,
  ...platformTables,
  ...registerTables,
  ...networkTables,
  ...writingTables,
  ...libraryTables,
  ...learningTables,
  ...noticeTables,
  ...reportTables,
  ...privacyTables,
};
