import type { FolderId } from "../../../shared/model/ids.ts";
import type { PhotoCounts } from "../../../shared/model/photo.ts";
import type { ScanProgress } from "../../../shared/model/scan.ts";
import { beginReport, dangerousIn } from "../../bridge/simple-report.ts";
import { useFolderCounts } from "../../bridge/use-photos.ts";
import { isRunning, useScans, useStopScan } from "../../bridge/use-scans.tsx";
import { goToStep } from "../../bridge/use-simple.ts";
import { Button } from "../../ui/Button.tsx";
import { Loading, Progress } from "../../ui/Parts.tsx";
import { useErrorText, useFormats, useText } from "../../ui/text.ts";
import { Screen } from "./Screen.tsx";
import { Tells } from "./Tells.tsx";

/** While it looks, how far it is; then what was found, in sentences. */
export function LookStep({ folderId }: { readonly folderId: FolderId }) {
  const scan = useScans().get(folderId);
  const counts = useFolderCounts(folderId);
  if (scan !== undefined && isRunning(scan)) return <Looking scan={scan} />;
  if (scan?.error) return <NotLooked scan={scan} />;
  if (counts === null) return <Loading />;
  return <Found folderId={folderId} counts={counts} />;
}

function Looking({ scan }: { readonly scan: ScanProgress }) {
  const say = useText();
  const formats = useFormats();
  const { mutate: stop } = useStopScan();
  const { state, found, done, scanId } = scan;
  const isSearching = state === "walking" || found === 0;
  return (
    <Screen
      title={say("simple.lookTitle")}
      text={say("simple.lookText")}
      buttons={<Button size="large" label={say("simple.enough")} onPress={() => stop(scanId)} />}
    >
      <Progress label={say("simple.lookTitle")} share={isSearching ? null : done / found} />
      <p className="screen-number">
        {isSearching
          ? say("simple.searching")
          : say("simple.progress", { done: formats.number(done), found: formats.number(found) })}
      </p>
    </Screen>
  );
}

function NotLooked({ scan }: { readonly scan: ScanProgress }) {
  const say = useText();
  const text = useErrorText()({ code: scan.error ?? "unexpected" });
  return (
    <Screen
      icon={{ name: "high", tone: "bad" }}
      title={say("simple.failedTitle")}
      text={text}
      buttons={<ChooseOthers />}
    />
  );
}

function ChooseOthers() {
  const say = useText();
  return (
    <Button size="large" label={say("simple.others")} onPress={() => goToStep("choose", null)} />
  );
}

function Found(props: { readonly folderId: FolderId; readonly counts: PhotoCounts }) {
  const { folderId, counts } = props;
  const say = useText();
  const dangerous = dangerousIn(counts);
  const tells = Object.values(counts.byKind).some((photos) => photos > 0);
  const next = () => {
    beginReport(folderId, counts);
    goToStep("clean", folderId);
  };
  const title =
    counts.photos === 0
      ? say("simple.noneTitle")
      : dangerous > 0
        ? say("simple.foundTitle", { count: counts.photos, dangerous })
        : say(counts.byKind.unseen ? "overview.soFar" : "simple.mildTitle", {
            count: counts.photos,
          });
  return (
    <Screen
      icon={dangerous > 0 ? { name: "high", tone: "bad" } : { name: "none", tone: "good" }}
      title={title}
      buttons={
        <>
          {tells && (
            <Button look="primary" size="large" label={say("simple.next")} onPress={next} />
          )}
          <ChooseOthers />
        </>
      }
    >
      {tells ? (
        <Tells byKind={counts.byKind} />
      ) : (
        counts.photos > 0 && <p className="screen-text">{say("simple.nothing")}</p>
      )}
    </Screen>
  );
}
