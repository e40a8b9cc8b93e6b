/** Unpack the world's land and boundaries beside the page, so that reading is never held up by it. */
import type { MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Bounds } from '../lib/areas';

/** What is asked for: the world, packed or at an address; or the lines that pass through some bounds. */
export type Asked = { readonly packed: ArrayBuffer | string } | { readonly within: Bounds };
/** What comes back: the parts of the map as files of GeoJSON, or lines; or why not. */
export interface Answer {
  readonly land?: Blob;
  readonly boundaries?: Blob;
  readonly coast?: Blob;
  readonly lines?: readonly (readonly number[][])[];
  readonly error?: string;
}

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
let drawn: readonly MultiLineString[] = [];

const blob = (value: unknown): Blob => new Blob([JSON.stringify(value)], { type: 'application/geo+json' });

async function unpack(packed: ArrayBuffer | string): Promise<Answer> {
  const stream = typeof packed === 'string' ? (await fetch(packed)).body : new Blob([packed]).stream();
  if (!stream) throw new Error('The base map was not found.');
  const atlas = (await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).json()) as Atlas;
  const { countries, land } = atlas.objects;
  const boundaries = mesh(atlas, countries, (a, b) => a !== b);
  const coast = mesh(atlas, countries, (a, b) => a === b);
  drawn = [boundaries, coast];
  return { land: blob(feature(atlas, land)), boundaries: blob(boundaries), coast: blob(coast) };
}

function within({ west, east, south, north }: Bounds): Answer {
  const inside = ([lon = 0, lat = 0]: number[]): boolean => lon >= west && lon <= east && lat >= south && lat <= north;
  return { lines: drawn.flatMap((lines) => lines.coordinates.filter((line) => line.some(inside))) };
}

self.onmessage = async ({ data }: MessageEvent<Asked>): Promise<void> => {
  try {
    self.postMessage('packed' in data ? await unpack(data.packed) : within(data.within));
  } catch (error) {
    self.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
};
