/** The part of qrcode 1.5 that is used here: its drawing for files and canvases is not. */
declare module "qrcode/lib/core/qrcode.js" {
  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: "L" | "M" | "Q" | "H" },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}
