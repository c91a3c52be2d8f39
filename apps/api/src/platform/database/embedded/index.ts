export { EmbeddedDatabaseInUseError } from './embedded-error.js';
export { joinOrStartEmbedded, startEmbedded, TEST_SETTINGS, type EmbeddedOptions, type EmbeddedServer } from './embedded-server.js';
