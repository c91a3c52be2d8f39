/** A setting is missing, malformed or unknown; the message is one line for the operator. */
export class ConfigError extends Error {}
