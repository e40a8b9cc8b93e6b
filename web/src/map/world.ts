/** Read the world's land and boundaries from one archive of tiles, part by part, wherever the pages lie. */
import { VectorTile } from '@mapbox/vector-tile';
import type { Position } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import type { Bounds } from '../lib/areas';
import { carried } from '../lib/bytes';

const address = new URL('./world.pmtiles', import.meta.url).href;
/** The last level of the archive; nearer views draw its tiles larger. */
export const DEEPEST = 6;
const NORTH = 85.05; // degrees, where the tiles end

/** Parts of a file over HTTP; all of it where the page carries it, or where a host sends nothing less. */
class Parts implements Source {
  #whole = carried(address)?.buffer ?? null;

  getKey(): string {
    return 'world';
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    if (!this.#whole) {
      const headers = { Range: `bytes=${offset}-${offset + length - 1}` };
      const response = await fetch(address, { headers, ...(signal ? { signal } : {}) });
      if (!response.ok) throw new Error('The base map was not found.');
      const data = await response.arrayBuffer();
      if (response.status === 206) return { data };
      this.#whole = data;
    }
    return { data: this.#whole.slice(offset, offset + length) };
  }
}

export const world = new PMTiles(new Parts());

/** Lines and rings in degrees, for a sketch. */
export interface Outlines {
  /** Rings, tile by tile: tiles overlap, so that each is filled by itself. */
  readonly land: readonly (readonly (readonly Position[])[])[];
  readonly boundaries: readonly (readonly Position[])[];
}

/** Return land and boundaries within some bounds from the few tiles that cover them. */
export async function outlines(within: Bounds): Promise<Outlines> {
  const z = Math.max(0, Math.min(DEEPEST, Math.floor(Math.log2(360 / Math.max(within.east - within.west, 0.01)))));
  const [left, right] = [column(within.west, z), column(within.east, z)];
  const [top, bottom] = [row(within.north, z), row(within.south, z)];
  const wanted: Promise<Outlines>[] = [];
  for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) wanted.push(tile(z, x, y));
  const found = await Promise.all(wanted);
  return { land: found.flatMap((one) => one.land), boundaries: found.flatMap((one) => one.boundaries) };
}

const held = (place: number, z: number): number => Math.max(0, Math.min(2 ** z - 1, Math.floor(place * 2 ** z)));
const column = (lon: number, z: number): number => held((lon + 180) / 360, z);
const row = (lat: number, z: number): number => {
  const up = Math.asinh(Math.tan((Math.max(-NORTH, Math.min(NORTH, lat)) * Math.PI) / 180));
  return held((1 - up / Math.PI) / 2, z);
};

async function tile(z: number, x: number, y: number): Promise<Outlines> {
  const part = await world.getZxy(z, x, y);
  if (!part) return { land: [], boundaries: [] };
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(part.data)));
  const lines = (name: string): Position[][] => {
    const layer = layers[name];
    return Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at).toGeoJSON(x, y, z).geometry).flatMap((shape) => {
      if (shape?.type === 'LineString') return [shape.coordinates];
      if (shape?.type === 'MultiLineString' || shape?.type === 'Polygon') return shape.coordinates;
      return shape?.type === 'MultiPolygon' ? shape.coordinates.flat() : [];
    });
  };
  return { land: [lines('land')], boundaries: lines('boundaries') };
}
