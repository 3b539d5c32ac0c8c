import { defineConfig } from 'vitest/config';
import { schemaPlugin } from './scripts/schemaPlugin.mjs';
import { yamlPlugin } from './scripts/yamlPlugin.mjs';

export default defineConfig({
  plugins: [yamlPlugin.vite, schemaPlugin.vite],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', 'node_modules/**'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
  },
});
