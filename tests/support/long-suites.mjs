/** Parts of the paths of the suites that take longest, in the order in which they begin: first what waits most and so leaves room for the rest. */
export const LONG_SUITES = [
  'rights/rights.db',
  'process/start',
  'browser/routes',
  'gathered/database',
  'gathered/browser',
  'browser/year',
  'browser/habits',
  'embedded/embedded-server.long.db',
  'process/nodes',
  'process/backup',
  'demo/load-demo.db',
];

/** The place of a test file among them; as many as there are where it is none of them. */
export function rankOf(path) {
  const at = LONG_SUITES.findIndex((part) => path.includes(`/${part}`));
  return at < 0 ? LONG_SUITES.length : at;
}
