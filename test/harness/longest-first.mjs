/** How long the longest take, in seconds on two idle cores; to the nearest ten is enough. */
const SECONDS = {
  'accessibility.browser': 230,
  'finding.browser': 120,
  'command-line.e2e': 110,
  'report-season.browser': 110,
  'survival.e2e': 100,
  'launcher.e2e': 100,
  'rooms.browser': 90,
  'people.browser': 80,
  'account.browser': 80,
  'focal-point.browser': 80,
  'regional.browser': 70,
  'fuzz.e2e': 70,
  'public-site.browser': 60,
  'embedded-postgres.spec': 50,
};
/** The others, by their kind. */
const OTHERS = { browser: 30, e2e: 20, office: 20, db: 8, unit: 3 };

/** Starts the long spec files first, so that none runs alone at the end; a fresh clone knows nothing of earlier runs. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted((a, b) => secondsOf(b) - secondsOf(a) || a.path.localeCompare(b.path));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function secondsOf({ path, context }) {
  const known = Object.keys(SECONDS).find((name) => path.includes(`/${name}`));
  return known ? SECONDS[known] : (OTHERS[context.config.displayName?.name] ?? 0);
}
