import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import preset from 'postcss-preset-mantine';
import variables from 'postcss-simple-vars';
import { defineConfig } from 'vite';
import { answersShape } from './answers-shape.ts';
import { firstLoad, precompressed } from './build-checks.ts';
import { CHUNKS } from './chunks.ts';
import { lightOnPaper } from './light-on-paper.ts';
import { earlyFiles } from './early-files.ts';
import { regionShapes } from './region-shapes.ts';
import { siteTexts } from './site-texts.ts';
import { serviceWorkerFiles } from './service-worker-files.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The preset comes without types. */
const mantine = preset as () => ReturnType<typeof variables>;

/** Where the API answers while the web is developed on its own server. */
const API = process.env['MIRPS_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    regionShapes(),
    siteTexts(here('./src/i18n')),
    serviceWorkerFiles({
      worker: here('./src/offline/service-worker.ts'),
      chunks: [
        'index',
        'en',
        'es',
        'en.more',
        'es.more',
        'en.glossary',
        'es.glossary',
        'TermCard',
        'Navigation',
        'SignInPage',
        'SignInAgain',
        'MyUpdatesPage',
        'UpdateFormPage',
        'FactsEditor',
        'ConflictDialog',
        'EvidenceFields',
        'LastWords',
        'PreviewDialog',
        'NoChangeDialog',
        'SubmitAllDialog',
        'CommitmentPage',
        'UpdatePage',
        'OfflineCare',
        'kept-answers',
      ],
      publicFolder: here('./public'),
    }),
    earlyFiles({
      '/sign-in': { chunk: 'SignInPage' },
      '/my-updates': { chunk: 'MyUpdatesPage', answers: ['/api/updates/due', '/api/cycles'] },
      '/my-updates/:cycle/:commitment': {
        chunk: 'UpdateFormPage',
        answers: ['/api/commitments/:commitment', '/api/commitments/:commitment/updates', '/api/cycles'],
      },
      '/review': { chunk: 'ReviewPage' },
      '/region': { chunk: 'RegionPage', answers: ['/api/cycles'] },
      '/reports': { chunk: 'ReportsPage', answers: ['/api/cycles'] },
    }),
    precompressed(),
    firstLoad({
      limit: 180,
      entry: 'site',
      texts: ['site-texts-es'],
      landings: [
        'SiteRegionPage',
        'SiteStatePage',
        'PledgesPage',
        'IndicatorPage',
        'StoryPage',
        'ReportsPage',
      ],
      // Visitors have no use for the frame of those who are signed in.
      without: ['app/Layout.tsx', 'app/Navigation.tsx', 'app/routes.ts'],
    }),
    firstLoad({
      limit: 180,
      entry: 'index',
      texts: ['es'],
      landings: ['SignInPage', 'MyUpdatesPage', 'ReviewPage', 'RegionPage', 'ReportsPage', 'UpdateFormPage'],
    }),
  ],
  define: { 'import.meta.env.ANSWERS_SHAPE': JSON.stringify(answersShape(here('./src'))) },
  // The API puts the nonce of each answer here.
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    alias: {
      '~': here('./src'),
      '#platform/markdown': here('../../libs/platform/markdown/index.ts'),
      '#platform/comparison': here('../../libs/platform/comparison/index.ts'),
    },
  },
  css: {
    postcss: {
      plugins: [
        mantine(),
        variables({
          variables: {
            'mantine-breakpoint-xs': '36em',
            'mantine-breakpoint-sm': '48em',
            'mantine-breakpoint-md': '62em',
            'mantine-breakpoint-lg': '75em',
            'mantine-breakpoint-xl': '88em',
          },
        }),
        lightOnPaper(),
      ],
    },
  },
  build: {
    modulePreload: { polyfill: false },
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: true,
    // The engine of the charts is one piece, and comes only with the first chart.
    chunkSizeWarningLimit: 600,
    sourcemap: false,
    rolldownOptions: {
      input: {
        index: here('./index.html'),
        site: here('./site.html'),
      },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: CHUNKS },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': API, '/health': API } },
});
