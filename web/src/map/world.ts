/** Unpack the world's land and boundaries once, wherever the pages lie. */
import type { MultiLineString, MultiPolygon, Polygon, Feature, FeatureCollection, GeometryObject } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { carried } from '../lib/bytes';
import packed from './world.bin?url';

interface Named {
  readonly name: string;
}

type Atlas = Topology<{ countries: GeometryCollection<Named>; land: GeometryCollection }>;

export interface World {
  readonly land: FeatureCollection<GeometryObject, object>;
  readonly boundaries: MultiLineString;
  readonly coast: MultiLineString;
  readonly countries: readonly Feature<Polygon | MultiPolygon, Named>[];
}

let unpacked: Promise<World> | undefined;

/** Return the world; it is fetched and unpacked when the first map asks for it. */
export function world(): Promise<World> {
  unpacked ??= unpack();
  return unpacked;
}

async function unpack(): Promise<World> {
  const stream = (await bytes(packed)).pipeThrough(new DecompressionStream('gzip'));
  const atlas = (await new Response(stream).json()) as Atlas;
  const { countries, land } = atlas.objects;
  return {
    land: feature(atlas, land) as unknown as World['land'],
    boundaries: mesh(atlas, countries, (a, b) => a !== b),
    coast: mesh(atlas, countries, (a, b) => a === b),
    countries: feature(atlas, countries).features as unknown as World['countries'],
  };
}

/** Read a file's bytes, or those that a single page carries in the address itself. */
async function bytes(url: string): Promise<ReadableStream<BufferSource>> {
  const within = carried(url);
  if (within) return new Blob([within]).stream() as ReadableStream<BufferSource>;
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`The base map was not found (${response.status}).`);
  return response.body as ReadableStream<BufferSource>;
}
