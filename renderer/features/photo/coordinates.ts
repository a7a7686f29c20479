import type { Coordinates } from "../../../shared/model/geometry.ts";
import type { Facts, TextKey } from "../../../shared/text/index.ts";

/** Digits after the point: 0.00001° is about one metre. */
const DIGITS = 5;

/** Equal for coordinates that are written alike; files round them differently. */
export const placeKey = ({ lat, lon }: Coordinates): string =>
  `${lat.toFixed(DIGITS)},${lon.toFixed(DIGITS)}`;

/** The sentence for a place: "31.23042° N, 121.47370° E". */
export function placeWords({ lat, lon }: Coordinates): {
  readonly key: TextKey;
  readonly facts: Facts;
} {
  const facts = { lat: Math.abs(lat).toFixed(DIGITS), lon: Math.abs(lon).toFixed(DIGITS) };
  if (lat < 0) return { key: lon < 0 ? "photo.southWest" : "photo.southEast", facts };
  return { key: lon < 0 ? "photo.northWest" : "photo.northEast", facts };
}
