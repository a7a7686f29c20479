import type { Page } from "./tiff-pages.ts";

/** TIFF/EP and DNG: colour filter array, linear sensor data. */
const SENSOR_PHOTOMETRICS: ReadonlySet<number> = new Set([32803, 34892]);
/** Sony, packed sensor data, Samsung, Nikon, Kodak (262, 65000) and Pentax. */
const SENSOR_COMPRESSIONS: ReadonlySet<number> = new Set([
  262, 32767, 32769, 32770, 34713, 65000, 65535,
]);

/** Does the page hold a sensor's data, which needs more tags than TIFF's to be developed? */
export const isCameraData = ({ photometric, compression }: Page): boolean =>
  SENSOR_PHOTOMETRICS.has(photometric ?? 0) || SENSOR_COMPRESSIONS.has(compression ?? 0);
