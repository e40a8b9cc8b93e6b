/** Cut the world's land and boundaries (Natural Earth 1:10m, public domain, from npm's world-atlas) into map tiles. */
import { readFileSync, writeFileSync } from 'node:fs';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { feature, mesh } from 'topojson-client';
import { archive } from './archive.mjs';

const DEEPEST = 6; // a step of its grid is some 150 m, a tenth of how far the lines lie from the ground's own
const NORTH = 85.0511287; // where square maps of the world end, in degrees
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const world = read('../node_modules/world-atlas/countries-10m.json');
const plain = (geometry) => ({ type: 'Feature', properties: {}, geometry });
const layers = {
  land: feature(world, world.objects.land),
  boundaries: plain(mesh(world, world.objects.countries, (a, b) => a !== b)),
};
const cut = Object.entries(layers).map(([name, shape]) => [name, new GeoJSONVT(shape, { maxZoom: DEEPEST, indexMaxZoom: DEEPEST, indexMaxPoints: 0, buffer: 64, tolerance: 3 })]);

/** Yield every tile that holds something. */
function* tiles() {
  for (let z = 0; z <= DEEPEST; z += 1) {
    for (let x = 0; x < 2 ** z; x += 1) {
      for (let y = 0; y < 2 ** z; y += 1) {
        const found = cut.map(([name, index]) => [name, index.getTile(z, x, y)]).filter(([, tile]) => tile?.features.length);
        if (found.length) yield { z, x, y, data: fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: 4096 }) };
      }
    }
  }
}

const about = {
  name: 'Land and boundaries',
  attribution: 'Natural Earth',
  vector_layers: Object.keys(layers).map((id) => ({ id, fields: {}, minzoom: 0, maxzoom: DEEPEST })),
};
writeFileSync(new URL('../src/map/world.pmtiles', import.meta.url), archive([...tiles()], { bounds: [-180, -NORTH, 180, NORTH], about }));
