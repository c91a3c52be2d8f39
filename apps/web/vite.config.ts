import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

/** The interface's build. In development everything that is not the interface goes to the API. */
export default defineConfig({
  plugins: [react(), precompress()],
  build: { target: 'es2022', manifest: true, sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 400 },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/exports', '/uploads', '/feeds', '/healthz', '/readyz'].map((path) => [
        path,
        { target: api, ws: path === '/graphql' },
      ]),
    ),
  },
});
