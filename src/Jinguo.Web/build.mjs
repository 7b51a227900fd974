// Builds wwwroot/built: one stylesheet, one script with its lazy chunks, one worker, one icon sprite, each also in brotli.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const out = 'wwwroot/built';
const target = ['chrome90', 'edge90', 'firefox90', 'safari15'];
const iconFolder = 'node_modules/@tabler/icons/icons/outline';

await rm(out, { recursive: true, force: true });
await build({
  entryPoints: ['Scripts/site.js', 'Styles/site.css'],
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  legalComments: 'none',
  target,
  logLevel: 'warning',
});
// In one piece: not every browser lets a worker import.
await build({ entryPoints: ['Scripts/worker.js'], outdir: out, bundle: true, format: 'iife', minify: true, legalComments: 'none', target, logLevel: 'warning' });
await writeFile(`${out}/icons.svg`, await sprite());
await compress();

/** One symbol for each name in Styles/icons.txt; a name that Tabler does not have stops the build. */
async function sprite() {
  const names = (await readFile('Styles/icons.txt', 'utf8')).split('\n').filter(line => line.trim() !== '');
  const symbols = await Promise.all(names.map(async name => {
    const svg = await readFile(`${iconFolder}/${name}.svg`, 'utf8');
    const shapes = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
      .replace(/<path stroke="none"[^>]*\/>/g, '').replace(/\s+/g, ' ').trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  }));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** Compressed once here at the best level, so that no request pays for it. */
async function compress() {
  for (const name of await readdir(out)) {
    const plain = await readFile(`${out}/${name}`);
    await writeFile(`${out}/${name}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}
