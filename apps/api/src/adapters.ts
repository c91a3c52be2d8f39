import { importKinds } from './imports.js';
import { registerInvitation, registerMailChoices } from './modules/accounts/index.js';
import { appointmentInvitation, countyScope, everythingScope, registerScope, regionScope } from './modules/appointments/index.js';
import { centreScope, structureScope } from './modules/centres/index.js';
import { registerUploadPurpose } from './platform/uploads/purposes.js';
import { discussionReport, postSubject, postUploadPurpose, threadSubject } from './modules/discussions/index.js';
import { assertHasQuiz } from './modules/learning/index.js';
import { logSuspension, memberSubject, moderationReport, registerSubjects } from './modules/moderation/index.js';
import { membershipReport, networkInvitation, networkScope, registerSuspensionLog } from './modules/networks/index.js';
import { stopOf, wantsAtOnce } from './modules/notifications/index.js';
import { registerImports } from './modules/imports/index.js';
import { registerReportSources } from './modules/reports/index.js';
import { registerSubmissionCheck, resourceUploadPurpose } from './modules/resources/index.js';
import { affiliationInvitation, schoolScope } from './modules/schools/index.js';

/** Tells modules to the left what modules to the right know: scopes of appointments, what is moderated, sections of reports. Part of the composition root. */
export function registerAdapters(): void {
  for (const scope of [everythingScope, regionScope, countyScope, centreScope, structureScope, schoolScope, networkScope])
    registerScope(scope);
  registerSubjects([threadSubject, postSubject, memberSubject]);
  registerUploadPurpose(postUploadPurpose);
  registerUploadPurpose(resourceUploadPurpose);
  registerSubmissionCheck(assertHasQuiz);
  registerSuspensionLog(logSuspension);
  registerReportSources([membershipReport, discussionReport, moderationReport]);
  registerInvitation(appointmentInvitation);
  registerInvitation(affiliationInvitation);
  registerImports(importKinds);
  registerInvitation(networkInvitation);
  registerMailChoices({ wants: wantsAtOnce, stop: stopOf });
}
