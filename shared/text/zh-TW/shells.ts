import type { Translation } from "../shape.ts";

type English = typeof import("../en/shells.ts");

export const shells: Translation<English["shells"]> = {
  start: {
    building: "正在構建 Safelight…",
    fetching: "正在下載 Electron，僅此一次…",
    noElectron: "此處沒有 Electron，也無法下載；Safelight 將在瀏覽器中開啟。",
    noDisplay: "沒有顯示器；Safelight 改為在瀏覽器中開啟。",
    openAt: "Safelight 的地址：{{address}}",
    openByHand: "請在本機的瀏覽器中開啟此地址。它只能使用一次。",
    stopHint: "按 Ctrl+C 停止。",
    updating: "正在更新舊版本留下的記錄…… {{percent}}%",
    folderRefused: "無法掃描此資料夾：{{reason}}",
    buildFailed: "構建失敗，原因見上方。",
  },
  startAgain: {
    title: "請重新啟動 Safelight",
    body: "此地址已經使用過；它只能使用一次，以免他人使用。請關閉本頁，停止 Safelight 後重新啟動。",
  },
  news: {
    title: "新照片已檢查",
    body_other: "您關注的資料夾裡新增 {{count}} 張照片，其中危險的有 {{dangerous}} 張。",
  },
  engineStopped: {
    title: "Safelight 已停止",
    body: "讀取照片的部分意外結束。您的照片沒有改變；重新啟動 Safelight，它會完成或撤回做到一半的操作。",
  },
};
