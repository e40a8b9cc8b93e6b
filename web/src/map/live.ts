/** Draw areas on a live map with MapLibre GL JS: its tiles are the pages' own, glyphs and sprites it has none. */
import { addProtocol, AttributionControl, Map as LiveMap, Marker, NavigationControl, ScaleControl, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { circle, nameOf, type Bounds, type DrawnArea } from '../lib/areas';
import { carried } from '../lib/bytes';
import { DEEPEST, world } from './world';

/** A published page carries the worker within itself; a worker wants an address of its own. */
function workerUrl(): string {
  const within = carried(worker);
  return within ? URL.createObjectURL(new Blob([within], { type: 'text/javascript' })) : new URL(worker, location.href).href;
}
setWorkerUrl(workerUrl());
addProtocol('world', async ({ url }, stop) => {
  const [z = 0, x = 0, y = 0] = url.slice('world://'.length).split('/').map(Number);
  return { data: (await world.getZxy(z, x, y, stop.signal))?.data ?? new ArrayBuffer(0) };
});

export interface Drawing {
  readonly map: LiveMap;
  show(areas: readonly DrawnArea[], chosen: string): void;
  fit(bounds: Bounds): void;
  paint(): void;
  remove(): void;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const TONES = ['0', '1', '2', '3', '4', '5', 'many'];

function toned(): ['match', ...unknown[]] {
  return ['match', ['get', 'tone'], ...TONES.flatMap((tone) => [tone, colour(`--side-${tone}`)]), colour('--side-many')];
}

function style(): StyleSpecification {
  return {
    version: 8,
    sources: {
      world: { type: 'vector', tiles: ['world://{z}/{x}/{y}'], maxzoom: DEEPEST, attribution: 'Natural Earth' },
      areas: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--sea') } },
      { id: 'land', type: 'fill', source: 'world', 'source-layer': 'land', paint: { 'fill-color': colour('--land') } },
      { id: 'coast', type: 'line', source: 'world', 'source-layer': 'land', paint: { 'line-color': colour('--border'), 'line-width': 0.6 } },
      { id: 'boundaries', type: 'line', source: 'world', 'source-layer': 'boundaries', paint: { 'line-color': colour('--border'), 'line-width': 1.2, 'line-dasharray': [3, 2.5] } },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': toned() as never, 'fill-opacity': ['case', ['get', 'faint'], 0.06, 0.2] } },
      { id: 'area-edges', type: 'line', source: 'areas', paint: { 'line-color': toned() as never, 'line-width': ['case', ['get', 'chosen'], 4, 2], 'line-opacity': ['case', ['get', 'faint'], 0.3, 1] } },
    ],
  } as StyleSpecification;
}

/** Make a map in an element; refuses where the browser has no WebGL. */
export function draw(container: HTMLElement, start: Bounds, onchoose: (key: string) => void): Drawing {
  const map = new LiveMap({
    container,
    style: style(),
    bounds: [start.west, start.south, start.east, start.north],
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 12,
    cooperativeGestures: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right');
  map.addControl(new AttributionControl({ compact: true }), 'bottom-left');
  let names: Marker[] = [];
  map.on('move', () => unclutter(names));
  // The areas wait for the style only, not for the tiles.
  let features: unknown[] = [];
  const put = (): void =>
    (map.getSource('areas') as unknown as { setData(data: unknown): void } | undefined)?.setData({ type: 'FeatureCollection', features });
  map.on('style.load', put);
  // A map that goes before its workers have answered would ask workers that are no more, so it stays until they have.
  const begun = new Promise<void>((done) => map.on('sourcedata', (told) => told.sourceId === 'areas' && told.sourceDataType === 'content' && done()));
  map.on('click', 'areas', (event) => {
    const key: unknown = event.features?.at(0)?.properties['key'];
    if (typeof key === 'string') onchoose(key);
  });
  map.on('mouseenter', 'areas', () => (map.getCanvas().style.cursor = 'pointer'));
  map.on('mouseleave', 'areas', () => (map.getCanvas().style.cursor = ''));

  return {
    map,
    show(areas, chosen) {
      for (const name of names) name.remove();
      names = [...areas].reverse().map((area) => named(area, area.key === chosen).addTo(map));
      unclutter(names);
      features = areas.map((area) => {
        const drawn = circle(area);
        return { ...drawn, properties: { ...drawn.properties, chosen: area.key === chosen, faint: !!chosen && area.key !== chosen } };
      });
      put();
    },
    fit: (to) => void map.fitBounds([to.west, to.south, to.east, to.north], { animate: false, padding: 8 }),
    paint() {
      if (!map.getLayer('sea')) return;
      const set = (layer: string, property: string, value: unknown): void => void map.setPaintProperty(layer, property as never, value as never);
      set('sea', 'background-color', colour('--sea'));
      set('land', 'fill-color', colour('--land'));
      set('coast', 'line-color', colour('--border'));
      set('boundaries', 'line-color', colour('--border'));
      set('areas', 'fill-color', toned());
      set('area-edges', 'line-color', toned());
    },
    remove: () => void begun.then(() => map.remove()),
  };
}

const APART = 4; // pixels between two names

/** Hide names that would lie on another one; those of the smallest areas stay. */
function unclutter(names: readonly Marker[]): void {
  const taken: DOMRect[] = [];
  for (const name of names) {
    const element = name.getElement();
    const box = element.getBoundingClientRect();
    const near = (one: DOMRect): boolean => box.left < one.right + APART && box.right > one.left - APART && box.top < one.bottom + APART && box.bottom > one.top - APART;
    const covered = taken.some(near);
    element.style.visibility = covered ? 'hidden' : '';
    if (!covered) taken.push(box);
  }
}

/** Write an area's name at its middle as a plain element: no letters have to be fetched. */
function named(area: DrawnArea, chosen: boolean): Marker {
  const element = document.createElement('span');
  element.className = chosen ? 'area-name chosen' : 'area-name';
  element.textContent = nameOf(area.area);
  element.dir = 'auto';
  element.ariaHidden = 'true';
  return new Marker({ element, anchor: 'center' }).setLngLat([area.lon, area.lat]);
}
