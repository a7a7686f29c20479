import { useMemo } from "react";
import type { Insights } from "../../../shared/model/insight.ts";
import { drawMap, MAP } from "./map.ts";

/** Radius of a spot in units of the drawing: its area grows with the photos. */
const radiusOf = (photos: number): number => Math.min(26, 5 + Math.sqrt(photos));

/** The places on a map of coasts. For the eyes only: the list beside it says the same. */
export function PlaceMap(props: {
  readonly haunts: Insights["haunts"];
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}) {
  const { haunts, pointed, onPoint } = props;
  const { land, spots } = useMemo(() => drawMap(haunts.map(({ at }) => at)), [haunts]);
  // The largest first, so that none hides a smaller one.
  const order = [...haunts.keys()].sort(
    (a, b) => (haunts[b]?.photos ?? 0) - (haunts[a]?.photos ?? 0),
  );
  return (
    <svg className="map" viewBox={`0 0 ${MAP.width} ${MAP.height}`} aria-hidden="true">
      <path className="map-land" d={land} />
      {order.map((at) => {
        const [spot, haunt] = [spots[at], haunts[at]];
        if (spot === undefined || haunt === undefined) return null;
        return (
          <circle
            key={haunt.cells.join()}
            className={`spot spot-${haunt.role}${pointed === at ? " spot-pointed" : ""}`}
            cx={spot.x}
            cy={spot.y}
            r={radiusOf(haunt.photos)}
            onPointerEnter={() => onPoint(at)}
            onPointerLeave={() => onPoint(null)}
          />
        );
      })}
    </svg>
  );
}
