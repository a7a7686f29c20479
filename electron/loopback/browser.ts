import { spawn } from "node:child_process";

/** Whether a window could appear: always on Windows and macOS, elsewhere when a display server is named. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean =>
  platform === "win32" || platform === "darwin" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** The command that opens an address in the user's own browser. */
export function openerOf(
  address: string,
  platform: NodeJS.Platform = process.platform,
): readonly [string, readonly string[]] {
  if (platform === "darwin") return ["open", [address]];
  if (platform === "win32") return ["rundll32", ["url.dll,FileProtocolHandler", address]];
  return ["xdg-open", [address]];
}

/** Opens `address` if it can; false when not, and then the printed address is the way in. */
export function openBrowser(address: string): Promise<boolean> {
  if (!hasDisplay()) return Promise.resolve(false);
  const [command, args] = openerOf(address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
