/** Pack the world's land and boundaries (Natural Earth 1:10m, public domain, from npm's world-atlas) for the pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const world = JSON.parse(readFileSync(new URL('./node_modules/world-atlas/countries-10m.json', import.meta.url), 'utf8'));
for (const country of world.objects.countries.geometries) {
  delete country.id;
}
writeFileSync(new URL('./src/map/world.bin', import.meta.url), gzipSync(JSON.stringify(world), { level: 9 }));
