/** Turn places into areas: a circle as wide as the stated precision, in the colour of whose account it is. */
import type { Feature, Polygon } from 'geojson';
import type { MapArea, MatrixSide } from '../data/types';

const KM = 111.32; // kilometres in a degree of latitude
const LEAST = 2; // km: an area drawn smaller than this could not be seen beside its name
/** Kilometres from which an area, such as a whole country, says too little to be drawn among others. */
const WIDEST = 60;
const CORNERS = 72;

export interface DrawnArea {
  readonly key: string;
  readonly area: MapArea;
  readonly lat: number;
  readonly lon: number;
  readonly radius: number;
  readonly tone: number | 'many';
}

export const keyOf = (area: MapArea): string => area.place.place ?? area.place.name;

/** Name an area as all accounts do: its name, then the other names that sides call it by. */
export const nameOf = (area: MapArea): string => [area.place.name, ...area.forms.slice(0, 2).map(([form]) => form)].join(' / ');

/** Return the colour of an area: the place of its one side among the columns, or `many`. */
function tone(area: MapArea, sides: readonly MatrixSide[]): number | 'many' {
  const at = area.sides.length === 1 ? sides.findIndex((side) => side.name === area.sides[0]) : -1;
  return at < 0 || at > 5 ? 'many' : at;
}

/** Return the areas to draw, wide ones first, so that small ones lie on top. */
export function drawable(areas: readonly MapArea[], sides: readonly MatrixSide[]): DrawnArea[] {
  const placed = areas.flatMap((area): DrawnArea[] => {
    const { lat, lon, precision_km } = area.place;
    if (lat === null || lon === null) return [];
    return [{ key: keyOf(area), area, lat, lon, radius: Math.max(precision_km ?? LEAST, LEAST), tone: tone(area, sides) }];
  });
  const near = placed.filter((drawn) => drawn.radius <= WIDEST);
  return (near.length ? near : placed).sort((a, b) => b.radius - a.radius);
}

/** Draw a circle on the ground as a polygon. */
export function circle(area: DrawnArea): Feature<Polygon> {
  const squeeze = Math.max(Math.cos((area.lat * Math.PI) / 180), 0.01);
  const ring = Array.from({ length: CORNERS + 1 }, (_, at) => {
    const angle = (2 * Math.PI * (at % CORNERS)) / CORNERS;
    return [area.lon + (Math.cos(angle) * area.radius) / KM / squeeze, area.lat + (Math.sin(angle) * area.radius) / KM];
  });
  return {
    type: 'Feature',
    properties: { key: area.key, name: nameOf(area.area), tone: String(area.tone) },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Return what holds all areas with some room around, never less than some 25 km. */
export function bounds(areas: readonly DrawnArea[]): Bounds | null {
  if (!areas.length) return null;
  const edges = areas.map((area) => {
    const up = area.radius / KM;
    const side = up / Math.max(Math.cos((area.lat * Math.PI) / 180), 0.01);
    return { west: area.lon - side, east: area.lon + side, south: area.lat - up, north: area.lat + up };
  });
  const [west, east] = [Math.min(...edges.map((e) => e.west)), Math.max(...edges.map((e) => e.east))];
  const [south, north] = [Math.min(...edges.map((e) => e.south)), Math.max(...edges.map((e) => e.north))];
  const room = Math.max(0.25, (east - west) * 0.12, (north - south) * 0.12);
  return { west: west - room, east: east + room, south: Math.max(south - room, -85), north: Math.min(north + room, 85) };
}
