import type { Translation } from "../shape.ts";

type English = typeof import("../en/reveal.ts");

export const reveal: Translation<English["reveal"]> = {
  show: "显示内容",
  hide: "重新遮住",
  showOf: "显示内容：{{name}}",
  hideOf: "重新遮住：{{name}}",
  gone: "这一次没能读出来。",
};
