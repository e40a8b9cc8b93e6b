/** Write an archive of map tiles in the PMTiles format, version 3: one file that is read in parts over HTTP. */
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

const HEADER = 127; // bytes
const ROOT = 16384 - HEADER; // bytes that header and first directory may take together, so that one request brings both
const LEAF = 2048; // entries of a directory that the first one leads to
const [GZIP, MVT] = [2, 1];
const pack = (bytes) => gzipSync(bytes, { level: 9 });

/** Return an archive of tiles, each `{z, x, y, data}`; equal tiles are kept once. `about` is kept as its metadata. */
export function archive(tiles, { bounds, about }) {
  const ordered = tiles.map((tile) => ({ ...tile, id: zxyToTileId(tile.z, tile.x, tile.y) })).sort((a, b) => a.id - b.id);
  const { entries, contents } = laid(ordered);
  const { root, leaves } = directories(entries);
  const metadata = pack(Buffer.from(JSON.stringify(about)));
  const data = Buffer.concat(contents);
  const zooms = ordered.map((tile) => tile.z);
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 'ascii');
  header.writeUInt8(3, 7);
  const parts = [root, metadata, leaves, data];
  parts.reduce((at, part, place) => {
    header.writeBigUInt64LE(BigInt(at), 8 + 16 * place);
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * place);
    return at + part.length;
  }, HEADER);
  [ordered.length, entries.length, contents.length].forEach((count, place) => header.writeBigUInt64LE(BigInt(count), 72 + 8 * place));
  [1, GZIP, GZIP, MVT, Math.min(...zooms), Math.max(...zooms)].forEach((value, place) => header.writeUInt8(value, 96 + place));
  bounds.forEach((degrees, place) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * place));
  return Buffer.concat([header, ...parts]);
}

/** Lay tiles one behind another; a run of equal ones is one entry, and what was laid before is not laid again. */
function laid(tiles) {
  const [entries, contents, known] = [[], [], new Map()];
  let offset = 0;
  for (const { id, data } of tiles) {
    const packed = pack(data);
    const key = packed.toString('base64');
    const before = known.get(key);
    const last = entries.at(-1);
    if (before !== undefined && last?.offset === before && last.id + last.run === id) {
      last.run += 1;
      continue;
    }
    if (before === undefined) {
      known.set(key, offset);
      contents.push(packed);
      offset += packed.length;
    }
    entries.push({ id, offset: before ?? offset - packed.length, length: packed.length, run: 1 });
  }
  return { entries, contents };
}

/** Return the first directory and those it leads to, if all entries do not fit into it. */
function directories(entries) {
  const whole = directory(entries);
  if (whole.length <= ROOT) return { root: whole, leaves: Buffer.alloc(0) };
  const [leads, leaves] = [[], []];
  let offset = 0;
  for (let first = 0; first < entries.length; first += LEAF) {
    const leaf = directory(entries.slice(first, first + LEAF));
    leads.push({ id: entries[first].id, offset, length: leaf.length, run: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(leads), leaves: Buffer.concat(leaves) };
}

/** Return entries as a directory is written: column by column, ids as steps, an offset that follows the last as 0. */
function directory(entries) {
  const follows = (entry, place) => place > 0 && entry.offset === entries[place - 1].offset + entries[place - 1].length;
  const numbers = [
    entries.length,
    ...entries.map((entry, place) => entry.id - (place ? entries[place - 1].id : 0)),
    ...entries.map((entry) => entry.run),
    ...entries.map((entry) => entry.length),
    ...entries.map((entry, place) => (follows(entry, place) ? 0 : entry.offset + 1)),
  ];
  return pack(Buffer.from(numbers.flatMap(varint)));
}

/** Return a whole number in groups of seven bits, the lowest first. */
function varint(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
  return [...bytes, number];
}
