/** Who may import what: the ranks of docs/architecture.md as rules that fail the tests. */
const RANKS = [
  'audit',
  'identity',
  'live',
  'states',
  'plans',
  'cycles',
  'progress',
  'quality',
  'indicators',
  'pledges',
  'projects',
  'quantification',
  'teams',
  'mechanisms',
  'alliances',
  'regional',
  'stories',
  'partners',
  'rollups',
  'reports',
  'editions',
  'reminders',
  'notifications',
  'exports',
  'search',
  'site',
];

const onlyThroughDoors = (room, from) => ({
  name: `only-through-the-door-of-${room}`,
  comment: 'Another room is entered by its index.ts alone.',
  severity: 'error',
  from,
  to: { path: `^libs/${room}/([^/]+)/`, pathNot: [`^libs/${room}/[^/]+/index\\.ts$`, `^libs/${room}/$1/`] },
});

const rank = (feature, position) => ({
  name: `${feature}-imports-earlier-features-only`,
  comment: 'News travels upwards as an outbox event, never as an import.',
  severity: 'error',
  from: { path: `^libs/features/${feature}/` },
  to: { path: `^libs/features/(${RANKS.slice(position + 1).join('|') || '(?!)'})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^(libs/features|apps|migrations|seeds)/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|seeds)/' },
    },
    {
      name: 'web-uses-the-generated-client-only',
      comment:
        'And what says how narratives are read and compared, so that pages show the same as reports and the API. Specs hold rules of forms against those of the API.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs/(?!platform/(markdown|comparison)/)|migrations|seeds|apps/(?!web/))' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(apps|libs|seeds|migrations)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/|\\.spec\\.tsx?$' },
    },
    {
      name: 'ranked-features-only',
      comment: 'A new feature takes its place in RANKS.',
      severity: 'error',
      from: { path: `^libs/features/(?!(${RANKS.join('|')})/)` },
      to: {},
    },
    onlyThroughDoors('platform', { path: '^(apps|libs/features|seeds|migrations)/' }),
    {
      ...onlyThroughDoors('platform', { path: '^libs/platform/([^/]+)/' }),
      name: 'platform-rooms-use-doors',
      to: {
        path: '^libs/platform/([^/]+)/.+',
        pathNot: ['^libs/platform/[^/]+/index\\.ts$', '^libs/platform/$1/'],
      },
    },
    onlyThroughDoors('features', { path: '^(apps|seeds|migrations)/' }),
    {
      ...onlyThroughDoors('features', { path: '^libs/features/([^/]+)/' }),
      name: 'feature-rooms-use-doors',
      to: {
        path: '^libs/features/([^/]+)/.+',
        pathNot: ['^libs/features/[^/]+/index\\.ts$', '^libs/features/$1/'],
      },
    },
    ...RANKS.map(rank),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
