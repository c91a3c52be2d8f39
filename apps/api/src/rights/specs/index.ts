import type { Specs } from '../operation.js';
import { accounts, farewell } from './accounts.spec.js';
import { appointments, ending } from './appointments.spec.js';
import { arranging } from './arranging.spec.js';
import { auditLog } from './audit.spec.js';
import { discussions } from './discussions.spec.js';
import { learning } from './learning.spec.js';
import { interchange } from './interchange.spec.js';
import { merging } from './merging.spec.js';
import { moderation } from './moderation.spec.js';
import { joining, networks } from './networks.spec.js';
import { notifications } from './notifications.spec.js';
import { portfolios } from './portfolio.spec.js';
import { personalData } from './privacy.spec.js';
import { registers } from './registers.spec.js';
import { reports } from './reports.spec.js';
import { library } from './library.spec.js';
import { promoting } from './promoting.spec.js';
import { resources } from './resources.spec.js';
import { search } from './search.spec.js';
import { writing } from './writing.spec.js';

/** What every operation asks of the rights table. What changes the personas' own rights comes last. */
export const SPECS: Specs = {
  ...accounts,
  ...registers,
  ...networks,
  ...discussions,
  ...moderation,
  ...writing,
  ...arranging,
  ...library,
  ...resources,
  ...promoting,
  ...learning,
  ...interchange,
  ...portfolios,
  ...reports,
  ...search,
  ...notifications,
  ...auditLog,
  ...merging,
  ...personalData,
  ...appointments,
  ...joining,
  ...ending,
  ...farewell,
};
