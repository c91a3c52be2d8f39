// Who may know whom: dependency-cruiser's form of the rules in the architecture page. One place holds the order of the modules.

/** From left to right; a module may import those to its left, through their index.ts. Modules of one row never import each other. */
const MODULES = [
  ['accounts'],
  ['territories'],
  ['appointments'],
  ['centres'],
  ['schools'],
  ['directory'],
  ['imports'],
  ['networks'],
  ['moderation'],
  ['discussions', 'resources', 'events', 'needs', 'helpdesk'],
  ['learning', 'library', 'interchange'],
  ['plans'],
  ['reports'],
  ['oversight'],
  ['search'],
  ['notifications'],
  ['audit'],
  ['privacy'],
];

const modulePath = (names) => `^apps/api/src/modules/(${names.join('|')})/`;

/** For each row: nothing from its own row but itself, and nothing to its right. */
const orderRules = MODULES.flatMap((row, place) =>
  row.map((name) => {
    const closed = MODULES.slice(place)
      .flat()
      .filter((other) => other !== name);
    return {
      name: `modules-leftward-${name}`,
      comment: `The module ${name} may import only modules that stand left of it.`,
      severity: 'error',
      from: { path: modulePath([name]), pathNot: '\\.test\\.tsx?$' },
      to: { path: closed.length > 0 ? modulePath(closed) : '^$' },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle cannot be read or tested in parts.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment: 'The imported file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-knows-zod-alone',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/domain/src/', '(^|/)node_modules/zod/', '^zod$'] },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/(modules|demo)/' },
    },
    ...orderRules,
    {
      name: 'listed-modules-only',
      comment: 'A new module gets its place in packages/tooling/boundaries.cjs first.',
      severity: 'error',
      from: {},
      to: { path: '^apps/api/src/modules/', pathNot: modulePath(MODULES.flat()) },
    },
    {
      name: 'modules-through-index',
      comment: 'Other modules see of a module only its index.ts.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^apps/api/src/modules/([^/]+)/', pathNot: ['^apps/api/src/modules/$1/', '^apps/api/src/modules/[^/]+/index\\.ts$'] },
    },
    { name: 'web-never-imports-api', severity: 'error', from: { path: '^apps/web/' }, to: { path: '^apps/api/' } },
    { name: 'packages-import-no-app', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'features-share-paths-alone',
      comment: 'A feature of the interface knows of another only its paths.ts.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^apps/web/src/features/([^/]+)/', pathNot: ['^apps/web/src/features/$1/', '^apps/web/src/features/[^/]+/paths\\.ts$'] },
    },
    {
      name: 'design-system-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: ['^apps/web/src/(features|app|gql)/', 'node_modules/@apollo/'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/', '/bundle/'] },
    exclude: { path: ['/dist/', '/bundle/', '^apps/web/src/gql/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
