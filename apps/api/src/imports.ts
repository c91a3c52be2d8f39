import type { ImportKind } from './platform/csv/index.js';
import { appointmentsImport } from './modules/appointments/index.js';
import { linksImport } from './modules/interchange/index.js';
import { centresImport, structuresImport } from './modules/centres/index.js';
import { groupsImport, peopleImport, schoolsImport } from './modules/schools/index.js';
import { territoriesImport } from './modules/territories/index.js';

/** What the web and the command line can import, in the order in which registers are filled. */
export const importKinds: readonly ImportKind[] = [
  territoriesImport,
  centresImport,
  structuresImport,
  schoolsImport,
  groupsImport,
  peopleImport,
  appointmentsImport,
  linksImport,
];
