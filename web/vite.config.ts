import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** Two builds of one front end: files for a server or a folder, and one page with everything inlined. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    base: './',
    define: { __SINGLE__: JSON.stringify(single) },
    plugins: [svelte(), ...(single ? [viteSingleFile({ removeViteModuleLoader: true })] : [])],
    build: {
      target: 'es2022',
      outDir: single ? '../src/standoff/serving/single' : '../src/standoff/serving/static',
      emptyOutDir: true,
      assetsInlineLimit: single ? 100_000_000 : 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
    server: { proxy: { '/api': 'http://127.0.0.1:8417' } },
  };
});
