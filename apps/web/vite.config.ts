import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['STOA_API'] ?? 'http://127.0.0.1:4000';

/** The interface's build. In development everything that is not the interface goes to the API. */
export default defineConfig({
  plugins: [react()],
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
