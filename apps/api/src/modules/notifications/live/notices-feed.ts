import type { Feed } from '../../../platform/live/hub.js';

/** The topic of what a person hears of; the id is theirs. */
export const NOTICES_TOPIC = 'notices';

/** That something is new, or read: what may be read now the inbox says, which is asked then. */
const CHANGED = { changed: true };

/** Tells the pages of one person that their inbox is not as it was. */
export const noticesFeed: Feed<null> = {
  topic: NOTICES_TOPIC,
  deliver({ readers }) {
    for (const reader of readers) reader.send(CHANGED);
    return Promise.resolve();
  },
};
