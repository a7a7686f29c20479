import { type GeoProjection, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import landFile from "world-atlas/land-110m.json";
import type { Coordinates } from "../../../shared/model/geometry.ts";

/** Units of the drawing; the page scales it. */
export const MAP = { width: 900, height: 400 } as const;
/** Room around the outermost places. */
const MARGIN = 48;
/** Degrees across the drawing at least: closer, coasts are only corners. */
const MIN_DEGREES = 24;
const RADIANS = Math.PI / 180;

// The package's file is TopoJSON of one object, whatever TypeScript makes of its text.
const topology = landFile as unknown as Topology<{ readonly land: GeometryCollection }>;
const land = feature(topology, topology.objects.land);

/** The coasts of the world around some places, and where each of them lies. */
export function drawMap(places: readonly Coordinates[]) {
  const projection = around(places);
  const spots = places.map(({ lat, lon }) => projection([lon, lat]));
  const path = geoPath(projection);
  return {
    land: path(land) ?? "",
    spots: spots.map((spot) => ({ x: spot?.[0] ?? 0, y: spot?.[1] ?? 0 })),
  };
}

/** Shows all the places, with their middle in the middle. */
function around(places: readonly Coordinates[]): GeoProjection {
  const points = {
    type: "MultiPoint" as const,
    coordinates: places.map(({ lat, lon }) => [lon, lat]),
  };
  const projection = geoNaturalEarth1().rotate([-middleLongitude(places), 0]);
  const { width, height } = MAP;
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [width - MARGIN, height - MARGIN],
    ],
    points,
  );
  const closest = width / (MIN_DEGREES * RADIANS);
  if (projection.scale() <= closest) return projection;
  projection.scale(closest).translate([0, 0]);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(points);
  return projection.translate([(width - left - right) / 2, (height - top - bottom) / 2]);
}

/** The longitude opposite the widest gap, so that no coast is cut where the places are. */
function middleLongitude(places: readonly Coordinates[]): number {
  const sorted = places.map(({ lon }) => lon).sort((a, b) => a - b);
  let [widest, middle] = [-1, 0];
  for (const [at, lon] of sorted.entries()) {
    const next = sorted[at + 1] ?? (sorted[0] ?? 0) + 360;
    if (next - lon <= widest) continue;
    widest = next - lon;
    middle = (lon + next) / 2 - 180;
  }
  return middle;
}
