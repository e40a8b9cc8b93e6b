/** Fetch the world's land and boundaries once, wherever the pages lie; a worker unpacks them. */
import type { GeoJSON } from 'geojson';
import type { Bounds } from '../lib/areas';
import { carried } from '../lib/bytes';
import packed from './world.bin?url';
import type { Answer, Asked } from './world.worker';
import Unpacker from './world.worker?worker&inline';

/** GeoJSON, or its address within the page, which a live map's own worker reads. */
type Part = string | GeoJSON;

export interface World {
  readonly land: Part;
  readonly boundaries: Part;
  readonly coast: Part;
  /** Return the boundary lines that pass through some bounds, for a sketch. */
  lines(within: Bounds): Promise<readonly (readonly number[][])[]>;
}

let unpacked: Promise<World> | undefined;

/** Return the world; it is fetched and unpacked when the first map asks for it. */
export function world(): Promise<World> {
  unpacked ??= unpack();
  return unpacked;
}

async function unpack(): Promise<World> {
  const worker = new Unpacker();
  let last: Promise<unknown> = Promise.resolve(); // one question at a time
  const ask = (asked: Asked): Promise<Answer> => {
    const answer = last.then(() => answered(worker, asked));
    last = answer.catch(() => undefined);
    return answer;
  };
  const { land, boundaries, coast } = await ask({ packed: carried(packed)?.buffer ?? new URL(packed, location.href).href });
  if (!land || !boundaries || !coast) throw new Error('The base map was not found.');
  return {
    land: await part(land),
    boundaries: await part(boundaries),
    coast: await part(coast),
    lines: async (within) => (await ask({ within })).lines ?? [],
  };
}

/** A page opened from a disk may not hand addresses to a worker: it reads the parts itself. */
async function part(file: Blob): Promise<Part> {
  return location.protocol === 'file:' ? (JSON.parse(await file.text()) as GeoJSON) : URL.createObjectURL(file);
}

function answered(worker: Worker, asked: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => (data.error ? reject(new Error(data.error)) : resolve(data));
    worker.onerror = (event) => reject(new Error(event.message || 'The base map could not be unpacked.'));
    worker.postMessage(asked);
  });
}
