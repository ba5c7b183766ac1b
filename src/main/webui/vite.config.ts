import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the service; the packaged console is served by the service itself. */
const service = process.env['RESCUELINE_SERVICE'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  // Assets keep relative names so that the service may live behind a path prefix of a proxy.
  base: '/',
  server: {
    port: 5173,
    proxy: {
      '/api': service,
      '/live': { target: service, ws: true },
    },
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1100,
  },
  test: {
    environment: 'happy-dom',
    include: ['test/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
