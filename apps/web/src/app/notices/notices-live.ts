import { makeVar } from '@apollo/client';

/** Whether news of the inbox arrive by themselves at the moment. */
export const noticesAreLive = makeVar(false);
