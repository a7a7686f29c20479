import type { Translation } from "../shape.ts";

type English = typeof import("../en/shells.ts");

export const shells: Translation<English["shells"]> = {
  start: {
    building: "正在构建 Safelight…",
    fetching: "正在下载 Electron，仅此一次…",
    noElectron: "此处没有 Electron，也无法下载；Safelight 将在浏览器中打开。",
    noDisplay: "没有显示器；Safelight 改为在浏览器中打开。",
    openAt: "Safelight 的地址：{{address}}",
    openByHand: "请在本机的浏览器中打开此地址。它只能使用一次。",
    stopHint: "按 Ctrl+C 停止。",
    updating: "正在更新旧版本留下的记录…… {{percent}}%",
    folderRefused: "无法扫描此文件夹：{{reason}}",
    buildFailed: "构建失败，原因见上方。",
  },
  startAgain: {
    title: "请重新启动 Safelight",
    body: "此地址已经使用过；它只能使用一次，以免他人使用。请关闭本页，停止 Safelight 后重新启动。",
  },
  news: {
    title: "新照片已检查",
    body_other: "您关注的文件夹里新增 {{count}} 张照片，其中危险的有 {{dangerous}} 张。",
  },
  engineStopped: {
    title: "Safelight 已停止",
    body: "读取照片的部分意外结束。您的照片没有改变；重新启动 Safelight，它会完成或撤回做到一半的操作。",
  },
};
