/** Address of what the reader hears of. */
export const inboxPath = () => '/inbox';

/** Address of how the reader wants to hear of what; `network`: the slug of one for which it is to be another. */
export const noticeSettingsPath = (network?: string) => (network ? `/me/notices?network=${network}` : '/me/notices');
