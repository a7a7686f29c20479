import type { Translation } from "../shape.ts";

type English = typeof import("../en/reveal.ts");

export const reveal: Translation<English["reveal"]> = {
  show: "顯示內容",
  hide: "重新遮住",
  showOf: "顯示內容：{{name}}",
  hideOf: "重新遮住：{{name}}",
  gone: "這一次沒能讀出來。",
};
