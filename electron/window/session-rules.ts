import type { App, Session, WebContents } from "electron";
import { isAllowedRequest } from "./guards.ts";

/** Nothing is permitted, nothing leaves, nothing is written down: for the page's session. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !isAllowedRequest(url) }),
  );
  session.on("will-download", (event) => event.preventDefault());
}

/** The window shows one page for as long as it lives; links, drops and scripts lead nowhere else. */
export function restrictNavigation(app: App): void {
  app.on("web-contents-created", (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  });
}
