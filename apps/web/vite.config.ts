import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { compileMessages } from '@stoa/tooling/compile-messages';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const api = process.env['STOA_API'] ?? 'http://127.0.0.1:4000';

const COMPRESSED = /\.(js|css|json|svg)$/;

/** Lays a brotli copy beside each built file that shrinks, so that the server never compresses while somebody waits. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const name of readdirSync(join(dir, 'assets')).filter((file) => COMPRESSED.test(file))) {
        const file = join(dir, 'assets', name);
        const bytes = readFileSync(file);
        const small = brotliCompressSync(bytes);
        if (small.length < bytes.length * 0.9) writeFileSync(`${file}.br`, small);
      }
    },
  };
}

/** Parses the messages here, so that no reader has to. */
function parseMessages(): Plugin {
  return {
    name: 'parse-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/messages\/\w+\.json$/ },
      handler: (code) => ({ code: JSON.stringify(compileMessages(JSON.parse(code) as Record<string, string>)), map: null }),
    },
  };
}

/**
 * What many pages share comes together: left to itself, the build makes a file of every icon and path, and a page asks for ninety of them.
 * What few share stays apart, so that a first visit does not load what it does not show.
 */
const SHARED = [
  { name: 'paths', test: /src.features.[^/\\]+.paths\.ts$/ },
  { name: 'kinds', test: /packages.domain.dist.*(kinds|codes|licences|states|transition)\.js$/, minShareCount: 2 },
  { name: 'common', test: /web.src.(ui|app)./, minShareCount: 8 },
  { name: 'icons', test: /lucide-react/, minShareCount: 4 },
];

/** The interface's build. In development everything that is not the interface goes to the API. */
export default defineConfig({
  plugins: [react(), parseMessages(), precompress()],
  resolve: {
    // RxJS as it was written, not for browsers of ten years ago.
    conditions: ['es2015', ...defaultClientConditions],
    alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: join(import.meta.dirname, 'src/app/i18n/plain-words.ts') }],
  },
  json: { stringify: true },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/exports', '/uploads', '/feeds', '/healthz', '/readyz'].map((path) => [
        path,
        { target: api, ws: path === '/graphql' },
      ]),
    ),
  },
});
