import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** Specs run on the TypeScript sources: `#platform/x` means the source here, the build in production. */
const shared = {
  testEnvironment: './test/harness/shared-environment.mjs',
  runtime: './test/harness/shared-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^#platform/([^/]+)$': '<rootDir>/libs/platform/$1/index.ts',
    '^#features/([^/]+)$': '<rootDir>/libs/features/$1/index.ts',
    '^#(migrations|seeds)$': '<rootDir>/$1/index.ts',
    '^~/(.*)$': '<rootDir>/apps/web/src/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  // A busy machine is slow; that is no failure.
  setupFilesAfterEnv: ['<rootDir>/test/harness/patience.mjs'],
};

export default {
  testSequencer: './test/harness/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,seeds,test}/**/*.spec.ts'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '\\.(db|office|e2e|browser)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'db',
      testMatch: ['<rootDir>/{libs,apps,seeds,test}/**/*.db.spec.ts'],
      globalSetup: '<rootDir>/test/harness/global-setup.mjs',
      globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'office',
      testMatch: ['<rootDir>/test/**/*.office.spec.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{apps,test}/**/*.e2e.spec.ts'],
      globalSetup: '<rootDir>/test/harness/demo-setup.mjs',
      globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/**/*.browser.spec.ts'],
      globalSetup: '<rootDir>/test/harness/demo-setup.mjs',
      globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
    },
  ],
};
