import { useActionDesk } from "./bridge/action-desk.ts";
import { useConnection } from "./bridge/engine.tsx";
import { useKeyDesk } from "./bridge/key-desk.ts";
import { type Route, useRoute } from "./bridge/route.ts";
import { useAppearance } from "./bridge/use-app.ts";
import { usePicking } from "./bridge/use-folders.ts";
import { usePurged } from "./bridge/use-purge.ts";
import { useShowFirstScan } from "./bridge/use-scans.tsx";
import { useSimple } from "./bridge/use-simple.ts";
import { ActionDialog } from "./features/actions/ActionDialog.tsx";
import { AlbumPage } from "./features/album/AlbumPage.tsx";
import { HelpPage } from "./features/help/HelpPage.tsx";
import { Tour } from "./features/help/Tour.tsx";
import { HistoryPage } from "./features/history/HistoryPage.tsx";
import { RecoveredBar } from "./features/history/RecoveredBar.tsx";
import { FolderPicker } from "./features/home/FolderPicker.tsx";
import { HomePage } from "./features/home/HomePage.tsx";
import { InsightsPage } from "./features/insights/InsightsPage.tsx";
import { PersonBar } from "./features/persons/PersonBar.tsx";
import { PersonWindow } from "./features/persons/PersonWindow.tsx";
import { PhotoPage } from "./features/photo/PhotoPage.tsx";
import { ReportPage } from "./features/report/ReportPage.tsx";
import { ScanBars } from "./features/scan/ScanBars.tsx";
import { PurgedPage } from "./features/settings/PurgedPage.tsx";
import { SettingsPage } from "./features/settings/SettingsPage.tsx";
import { SimplePage } from "./features/simple/SimplePage.tsx";
import { UnlockWindow } from "./features/vault/UnlockWindow.tsx";
import { VaultPage } from "./features/vault/VaultPage.tsx";
import { ConnectionNotice, Starting } from "./ui/Connection.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { Navigation } from "./ui/Navigation.tsx";
import { Toasts } from "./ui/Toasts.tsx";
import { useText } from "./ui/text.ts";

/** The whole page: navigation at the side, one page in the middle, and what floats above. */
export function App() {
  useAppearance();
  const connection = useConnection();
  const purged = usePurged();
  if (purged !== null) return <PurgedPage removed={purged} />;
  return (
    <ErrorBoundary>
      {connection === "connecting" ? <Starting /> : <Desk isCutOff={connection !== "open"} />}
      <ConnectionNotice state={connection} />
    </ErrorBoundary>
  );
}

function Desk({ isCutOff }: { readonly isCutOff: boolean }) {
  const route = useRoute();
  const simple = useSimple(route);
  useShowFirstScan(simple !== null);
  const say = useText();
  const desk = useActionDesk();
  const waiting = useKeyDesk();
  const picking = usePicking();
  return (
    <div className={simple === null ? "shell" : "shell shell-simple"} inert={isCutOff}>
      <button type="button" className="skip" onClick={skipToMain}>
        {say("nav.skip")}
      </button>
      {simple === null && <Navigation route={route} />}
      <main id="main" className="main" tabIndex={-1}>
        <RecoveredBar route={route} />
        {simple === null ? <Everything route={route} /> : <SimplePage at={simple} />}
      </main>
      {desk !== null && <ActionDialog desk={desk} />}
      <PersonWindow />
      {picking !== null && <FolderPicker />}
      {waiting !== null && <UnlockWindow onEnd={waiting} />}
      <Toasts />
    </div>
  );
}

function Everything({ route }: { readonly route: Route }) {
  return (
    <>
      <ScanBars route={route} />
      <PersonBar route={route} />
      <Tour isFirstPage={route.page === "home"} />
      <Page route={route} />
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "home":
      return <HomePage />;
    case "album":
      return <AlbumPage key={route.filter.folderId} filter={route.filter} />;
    case "photo":
      return <PhotoPage photoId={route.photoId} filter={route.filter} />;
    case "insights":
      return <InsightsPage />;
    case "report":
      return <ReportPage />;
    case "vault":
      return <VaultPage />;
    case "history":
      return <HistoryPage />;
    case "help":
      return <HelpPage key={route.article} article={route.article} />;
    case "settings":
      return <SettingsPage />;
    case "simple": // drawn without navigation
      return null;
  }
}

/** The address belongs to the pages, so this is no link: it moves the focus and leaves the address alone. */
const skipToMain = (): void => document.getElementById("main")?.focus();
