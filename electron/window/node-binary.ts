import { join } from "node:path";

/**
 * The plain Node that runs the engine: the one in the package, else the one that runs npm, which
 * `npm start` names. Electron's own cannot (native sharp and ONNX Runtime clash with it).
 */
export function engineNode(
  isPackaged: boolean,
  resources: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const name = platform === "win32" ? "node.exe" : "node";
  return isPackaged ? join(resources, name) : (env.SAFELIGHT_NODE ?? name);
}

/** Where the engine's programs lie as real files: plain Node cannot read inside an asar archive. */
export const unpacked = (path: string): string =>
  path.replace(/([\\/])app\.asar([\\/])/, "$1app.asar.unpacked$2");
