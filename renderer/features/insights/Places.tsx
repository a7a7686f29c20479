import { lazy, Suspense, useState } from "react";
import type { Insights } from "../../../shared/model/insight.ts";
import { InsightList } from "./InsightList.tsx";
import type { Insight } from "./insight-rows.ts";

/** The coasts of the world are read only by who looks at them. */
const PlaceMap = lazy(async () => ({ default: (await import("./PlaceMap.tsx")).PlaceMap }));

/** Places on a map, and the same as a list. */
export function Places(props: {
  readonly haunts: Insights["haunts"];
  readonly rows: readonly Insight[];
}) {
  const [pointed, setPointed] = useState<number | null>(null);
  return (
    <div className="places-found">
      <Suspense fallback={<div className="map" />}>
        <PlaceMap haunts={props.haunts} pointed={pointed} onPoint={setPointed} />
      </Suspense>
      <InsightList rows={props.rows} pointed={pointed} onPoint={setPointed} />
    </div>
  );
}
