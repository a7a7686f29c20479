import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Coordinates } from "../../../shared/model/geometry.ts";
import type { PlaceWords } from "../../../shared/model/photo.ts";
import { errnoOf } from "../../base/errno.ts";
import {
  COLUMNS,
  cellOf,
  columnOf,
  HEAD_BYTES,
  MAGIC,
  partsOf,
  REGION_BYTES,
  rowOf,
  STEPS,
  VERSION,
} from "./layout.ts";

/** Farther away, a town says nothing about a place. */
const NEAR_KM = 50;
const EARTH_KM = 6371;
const DEGREE = Math.PI / 180;
const NEAR_DEGREES = NEAR_KM / EARTH_KM / DEGREE;

/** Towns of the world and what is near a place, from one file, without any network. */
export class Gazetteer {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #parts: ReturnType<typeof partsOf>;

  private constructor(bytes: Uint8Array, places: number, regions: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#parts = partsOf(places, regions);
  }

  /** `undefined` when the bytes are not a whole gazetteer of this version. */
  static over(bytes: Uint8Array): Gazetteer | undefined {
    if (bytes.length < HEAD_BYTES) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [magic, version, places = 0, regions = 0, text = 0] = [0, 4, 8, 12, 16].map((at) =>
      view.getUint32(at, true),
    );
    const isWhole = partsOf(places, regions).text + text === bytes.length;
    if (magic !== MAGIC || version !== VERSION || !isWhole) return undefined;
    return new Gazetteer(bytes, places, regions);
  }

  /** The nearest town within 50 km and its country's code, or that there is none. */
  wordsFor(at: Coordinates): PlaceWords {
    let [nearest, best] = [-1, NEAR_KM];
    for (const cell of cellsAround(at)) {
      const end = this.#start(cell + 1);
      for (let place = this.#start(cell); place < end; place += 1) {
        const km = this.#distance(place, at);
        if (km < best) [nearest, best] = [place, km];
      }
    }
    return { at, near: nearest < 0 ? null : this.#words(nearest) };
  }

  #start(cell: number): number {
    return this.#view.getUint32(this.#parts.starts + 4 * cell, true);
  }

  #distance(place: number, at: Coordinates): number {
    const lat = this.#view.getInt32(this.#parts.lat + 4 * place, true) / STEPS;
    if (Math.abs(lat - at.lat) > NEAR_DEGREES) return Number.POSITIVE_INFINITY;
    return kilometres(at, {
      lat,
      lon: this.#view.getInt32(this.#parts.lon + 4 * place, true) / STEPS,
    });
  }

  #words(place: number): NonNullable<PlaceWords["near"]> {
    const town = this.#text(this.#view.getUint32(this.#parts.name + 4 * place, true));
    const index = this.#view.getUint16(this.#parts.region + 2 * place, true);
    const row = this.#parts.regionTable + REGION_BYTES * index;
    const region = this.#text(this.#view.getUint32(row, true));
    const country = Buffer.from(this.#bytes.subarray(row + 4, row + 6)).toString("latin1");
    return { words: region === "" || region === town ? town : `${town}, ${region}`, country };
  }

  #text(offset: number): string {
    const at = this.#parts.text + offset;
    const length = this.#bytes[at] ?? 0;
    return Buffer.from(this.#bytes.subarray(at + 1, at + 1 + length)).toString("utf8");
  }
}

/** Every cell that a circle of 50 km around a place touches. Near the poles that is whole rows. */
function* cellsAround({ lat, lon }: Coordinates): Generator<number> {
  const wide = Math.sin(NEAR_DEGREES * DEGREE) / Math.cos(lat * DEGREE);
  const reach = wide < 1 ? Math.asin(wide) / DEGREE : 180;
  const first = columnOf(lon - reach);
  const columns = Math.min(COLUMNS, columnOf(lon + reach) - first + 1);
  for (let row = rowOf(lat - NEAR_DEGREES); row <= rowOf(lat + NEAR_DEGREES); row += 1) {
    for (let step = 0; step < columns; step += 1) yield cellOf(row, first + step);
  }
}

/** Along the great circle (haversine formula). */
function kilometres(a: Coordinates, b: Coordinates): number {
  const half = (x: number, y: number) => Math.sin(((x - y) * DEGREE) / 2) ** 2;
  const chord =
    half(a.lat, b.lat) + Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * half(a.lon, b.lon);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The build lays it beside the programs; from source it is taken from there, if there is a build. */
const FILE = fileURLToPath(
  new URL(
    import.meta.url.endsWith(".ts") ? "../../../dist/gazetteer.bin" : "./gazetteer.bin",
    import.meta.url,
  ),
);

/** Something that may tell where it was. */
interface Located {
  readonly location: Coordinates | null;
}

/** Words for each different place among some findings. */
export type FindPlaces = (findings: readonly Located[]) => PlaceWords[];

/** Reads the gazetteer when it is first asked. Without one it knows no words: an empty list. */
export function placeFinder(): FindPlaces {
  let gazetteer: Gazetteer | undefined | "unread" = "unread";
  return (findings) => {
    const places = new Map(
      findings.flatMap(({ location }) =>
        location ? [[`${location.lat},${location.lon}`, location] as const] : [],
      ),
    );
    if (places.size > 0 && gazetteer === "unread") gazetteer = builtGazetteer();
    const known = gazetteer === "unread" ? undefined : gazetteer;
    return known ? [...places.values()].map((at) => known.wordsFor(at)) : [];
  };
}

/** `undefined` where nothing was built. */
function builtGazetteer(): Gazetteer | undefined {
  try {
    return Gazetteer.over(readFileSync(FILE));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
