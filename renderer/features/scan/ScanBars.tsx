import { useState } from "react";
import type { ScanId } from "../../../shared/model/ids.ts";
import type { ScanProgress } from "../../../shared/model/scan.ts";
import { timeLeft } from "../../../shared/text/time-left.ts";
import { EVERY_PHOTO, goTo, type Route } from "../../bridge/route.ts";
import { useFolder } from "../../bridge/use-folders.ts";
import { isRunning, useScans, useStartScan, useStopScan } from "../../bridge/use-scans.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Progress } from "../../ui/Parts.tsx";
import { useErrorText, useFormats, useText } from "../../ui/text.ts";
import { Skipped } from "./Skipped.tsx";
import "./scan.css";

/** One bar for each scan that runs, and for the ended scan of the folder in sight. */
export function ScanBars({ route }: { readonly route: Route }) {
  const [dismissed, setDismissed] = useState<ReadonlySet<ScanId>>(new Set());
  const inSight = route.page === "album" ? route.filter.folderId : null;
  const shown = [...useScans().values()].filter(
    (scan) => isRunning(scan) || (scan.folderId === inSight && !dismissed.has(scan.scanId)),
  );
  if (shown.length === 0) return null;
  return (
    <div className="scans">
      {shown.map((scan) => (
        <ScanBar
          key={scan.folderId}
          scan={scan}
          isInSight={scan.folderId === inSight}
          onDismiss={() => setDismissed(new Set(dismissed).add(scan.scanId))}
        />
      ))}
    </div>
  );
}

function ScanBar(props: {
  readonly scan: ScanProgress;
  readonly isInSight: boolean;
  readonly onDismiss: () => void;
}) {
  const { scan, isInSight, onDismiss } = props;
  const say = useText();
  const errorText = useErrorText();
  const name = useFolder(scan.folderId)?.name ?? "…";
  const { mutate: stop } = useStopScan();
  const { mutate: start } = useStartScan();
  const title = say(`scan.${scan.state}`, { name });
  const see = () => goTo({ page: "album", filter: { ...EVERY_PHOTO, folderId: scan.folderId } });
  return (
    <section className={`scan scan-${scan.state}`} aria-label={title}>
      <div className="scan-head">
        <h2>
          {scan.state === "done" && <Icon name="check" />}
          <span title={title}>{title}</span>
        </h2>
        <Facts scan={scan} />
        <div className="scan-buttons">
          {!isInSight && <Button look="quiet" label={say("scan.see")} onPress={see} />}
          {isRunning(scan) && (
            <Button icon="stop" label={say("scan.stop")} onPress={() => stop(scan.scanId)} />
          )}
          {scan.state === "stopped" && (
            <Button
              icon="refresh"
              label={say("scan.resume")}
              onPress={() => start(scan.folderId)}
            />
          )}
          {!isRunning(scan) && (
            <Button
              look="quiet"
              icon="close"
              iconOnly
              label={say("common.dismiss")}
              onPress={onDismiss}
            />
          )}
        </div>
      </div>
      {isRunning(scan) && <Progress label={title} share={shareOf(scan)} />}
      {scan.error !== null && <p className="scan-error">{errorText({ code: scan.error })}</p>}
    </section>
  );
}

/** While photos are still being looked for, the whole is not known, and neither is the share. */
const shareOf = (scan: ScanProgress): number | null =>
  scan.state === "walking" || scan.found === 0 ? null : scan.done / scan.found;

function Facts({ scan }: { readonly scan: ScanProgress }) {
  const say = useText();
  const formats = useFormats();
  const { found, read, done, dangerous, failed, unchanged, msLeft, skipped } = scan;
  const left = isRunning(scan) && msLeft !== null ? timeLeft(msLeft) : null;
  const counted =
    scan.state === "walking"
      ? say("scan.found", { count: found })
      : done < read && read < found
        ? say("scan.reading", { read: formats.number(read), found: formats.number(found) })
        : say("scan.progress", { done: formats.number(done), found: formats.number(found) });
  return (
    <p className="scan-facts">
      <span>{scan.state === "done" ? say("home.photos", { count: found }) : counted}</span>
      {left && <span>{say(left.key, left.facts)}</span>}
      {isRunning(scan) && (
        <span className={dangerous > 0 ? "scan-dangerous" : ""}>
          {dangerous > 0 ? say("scan.dangerous", { count: dangerous }) : say("scan.dangerousNone")}
        </span>
      )}
      {failed > 0 && <span>{say("scan.failedPhotos", { count: failed })}</span>}
      {unchanged > 0 && <span>{say("scan.unchanged", { count: unchanged })}</span>}
      <Skipped skipped={skipped} />
    </p>
  );
}
