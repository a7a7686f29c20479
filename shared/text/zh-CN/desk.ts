import type { Translation } from "../shape.ts";

type English = typeof import("../en/desk.ts");

export const overview: Translation<English["overview"]> = {
  hurt_other: "张照片一旦被盗，会对您不利（共检查 {{count}} 张）",
  safe_other: "您的 {{count}} 张照片，即使被盗也不会伤害到您",
  soFar_other: "您的 {{count}} 张照片里，目前没有发现危险",
  unseen_other: "有 {{count}} 张照片没有看完",
  unread_other: "有 {{count}} 张照片无法读取",
  look_other: "看看是哪些",
  worst: "先看最危险的",
  gives: "您的照片泄露了什么",
  givesKind_other: "{{kind}}：{{count}} 张照片",
  useButton: "在浏览器里请用按钮选择；在 Safelight 自己的窗口里，也可以直接把文件夹拖进来。",
};

export const veil: Translation<English["veil"]> = {
  tile: "{{words}}。画面已模糊",
  picture: "照片 {{name}}，画面已模糊",
  why: "这张照片不宜让旁人看到，所以先模糊显示。您想看时再打开。",
  show: "显示画面",
  hide: "重新模糊",
};

export const zoom: Translation<English["zoom"]> = {
  title: "画面大小",
  in: "放大",
  out: "缩小",
  whole: "{{percent}}，点按看全图",
};

export const desk: Translation<English["desk"]> = {
  search: "搜索文件名、文件夹和地名",
  folders: "这个相册里的文件夹",
  allFolders: "全部文件夹",
  oneFolder: "一个文件夹",
  inside: "{{name}} 里的文件夹",
  sort: "排列顺序",
  sorts: {
    worst: "最危险的在前",
    name: "按名称",
    newest: "最新的在前",
    oldest: "最早的在前",
    largest: "最大的在前",
  },
  changed: "已清理",
  shown_other: "显示 {{count}} 张照片",
};

export const prefs: Translation<English["prefs"]> = {
  textSize: "文字大小",
  sights: "在画面里找什么",
  sightsText: "文件里写着的信息总会检查。改动从下一次检查开始生效。",
  analysts: "同时检查几张照片",
  analystsAll: "由电脑决定，尽量多",
  analystsText: "数量越少，电脑越不占用。下次启动 Safelight 时生效。",
  vault: "保险库",
  vaultText: "原件怎样保护、保留多久，在保险库页面设置。",
  toVault: "打开保险库页面",
};

export const judge: Translation<English["judge"]> = {
  fine: "没关系",
  fineOf: "没关系：{{name}}",
  wrong: "认错了",
  wrongOf: "认错了：{{name}}",
  aside_other: "有 {{count}} 项已放到一边",
  said: {
    fine: "您说过这没关系。",
    wrong: "您说过这是认错了。",
  },
  back: "重新算上",
  backOf: "重新算上：{{name}}",
};
