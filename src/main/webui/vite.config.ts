import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the service; the packaged console is served by the service itself. */
const service = process.env['RESCUELINE_SERVICE'] ?? 'http://localhost:8080';

/** The views whose files the page may fetch at once, by the first part of their address. */
const VIEWS: Readonly<Record<string, string>> = {
  desk: 'pages/desk/DeskPage',
  board: 'pages/board/BoardPage',
  supervisor: 'pages/supervisor/SupervisorPage',
  map: 'pages/map/MapPage',
  vehicles: 'pages/vehicles/VehiclesPage',
  events: 'pages/events/EventsPage',
  callbacks: 'pages/callbacks/CallbacksPage',
  stations: 'pages/stations/StationsPage',
};

const CHOICES =
  /node_modules\/(@rc-component\/(select|menu|dropdown|overflow|virtual-list|checkbox|progress)|antd\/es\/(select|menu|dropdown|radio|empty|progress))\//;

/** Writes into the page which files each view needs, for `public/first.js`. */
function namesViews(): Plugin {
  return {
    name: 'names-views',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const files: Record<string, readonly string[]> = {};
        for (const chunk of Object.values(bundle ?? {})) {
          if (chunk.type !== 'chunk' || !chunk.isDynamicEntry) continue;
          const view = Object.keys(VIEWS).find((each) => chunk.facadeModuleId?.includes(VIEWS[each] ?? ' '));
          if (view === undefined) continue;
          // What it shares with others comes with the program.
          files[view] = [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])].map(
            (file) => `/${file}`,
          );
        }
        // Before the script that reads it.
        const meta = `<meta name="views" content='${JSON.stringify(files)}'>`;
        return html.replace('<script src="/first.js">', `${meta}\n    <script src="/first.js">`);
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), namesViews()],
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
    // Sixty small files cost more round trips than they save: what two views share comes in one file, with the program.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'core', priority: 1, minShareCount: 2, test: (id) => !CHOICES.test(id) },
            // Menus and lists to choose from: large, shared by many, and never what a page shows first.
            { name: 'choices', test: CHOICES },
          ],
        },
      },
    },
  },
  test: {
    // Starting a page for a test costs more than most tests; those that need one say so in their first line.
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
