/**
 * Puts the built API, worker and command line, with the packages that they need at once, into a few files in
 * `dist/apps/bundled`: an idle API then takes some 30 MiB less and every part is ready in half the time, because 2,500
 * files are neither looked up nor kept. What is not needed at once (sign-in, queues, mail, the API's readable page)
 * stays outside and is loaded when used. Runs after swc; `apps/<part>/main.ts` take the bundle when it is there.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/apps');
const folder = join(built, 'bundled');
const PARTS = { api: 'api/start.js', worker: 'worker/start.js', cli: 'cli/program.js' };

/** Loaded when used, or looked for and not there: drivers of other databases, transports that we have not. */
const OUTSIDE = [
  /^(@zxcvbn-ts|@simplewebauthn|better-auth|bullmq|ioredis|mjml|nodemailer|swagger-ui-dist|thread-stream|pino|pino-pretty)(\/|$)/,
  /^@(myriaddreamin|resvg)\//,
  /^sharp(\/|$)/,
  /^@nestjs\/(websockets|microservices)(\/|$)/,
  /^@fastify\/(view|multipart)$/,
  // Types made from others look for their parents in the one copy that node loads.
  /^class-transformer(\/|$)/,
  /^(pg-native|pg-query-stream|mysql2?|sqlite3|better-sqlite3|sql\.js|mongodb|mssql|oracledb|redis|hdb-pool|typeorm-aurora-data-api-driver)(\/|$)/,
  /^(@sap|@google-cloud|react-native-sqlite-storage|expo-sqlite)(\/|$)/,
];

/** Telephone numbers are checked by nobody here; the validators' 500 KB about them stay out. */
const withoutTelephones = {
  name: 'without-telephones',
  enforce: 'pre',
  resolveId: (id) => (/^libphonenumber-js/.test(id) ? '\0telephones' : undefined),
  load: (id) =>
    id === '\0telephones'
      ? 'export const parsePhoneNumber = () => { throw new Error("telephone numbers are not checked here"); };'
      : undefined,
};

rmSync(folder, { recursive: true, force: true });
await build({
  configFile: false,
  root,
  logLevel: 'error',
  plugins: [withoutTelephones],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: folder,
    copyPublicDir: false,
    target: 'es2023',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(PARTS).map(([part, file]) => [part, join(built, file)])),
      external: (id) => OUTSIDE.some((pattern) => pattern.test(id)),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        keepNames: true,
        // Names stay, so that a stack in the log can be read.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
});

// V8 keeps a source text in two bytes a character as soon as one character needs them; escaped, one is enough.
for (const file of readdirSync(folder)) {
  const path = join(folder, file);
  const ascii = readFileSync(path, 'utf8').replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(path, ascii);
}

// Compiled once here, so that the first start is as quick and small as the later ones; V8 takes back only what was compiled under
// the same flags, hence those of apps/<part>/main.ts.
const compile = `import { enableCompileCache, flushCompileCache } from 'node:module';
  import { setFlagsFromString } from 'node:v8';
  enableCompileCache(); setFlagsFromString('--semi-space-growth-factor=1'); await import(process.argv[1]); flushCompileCache(); process.exit(0);`;
for (const part of Object.keys(PARTS))
  spawnSync(process.execPath, ['--input-type=module', '--eval', compile, join(folder, `${part}.js`)], {
    stdio: 'inherit',
  });
