import type { Translation } from "../shape.ts";

type English = typeof import("../en/actions.ts");

export const action: Translation<English["action"]> = {
  goes: "清除",
  stays: "保留",
  goesNone: "沒有需要清除的內容。",
  counted: "{{name}}（{{photos}}）",
  preparing: "正在看哪些內容會被清除…",
  progress: "{{done}} / {{total}}",
  keepOpen: "請不要關閉 Safelight。每張照片都會核對好，再清理下一張。",
  doneTitle: "完成了",
  outcomes: "是哪些照片，為什麼",
  moreRefused_other: "還有 {{count}} 張",
  finish: "好的",
};

export const strip: Translation<English["strip"]> = {
  title_other: "清理 {{count}} 張照片",
  titleAll: "清理照片",
  presets: "要清除什麼？",
  location: "只清除地點",
  locationText: "清除拍攝地點，其他都保留。",
  identity: "清除會暴露您的一切",
  identityText: "地點、姓名、裝置和隱藏資料都清除。分享之前選這個最合適。",
  everything: "全部清除",
  everythingText: "只留下畫面本身，連日期也不留。",
  custom: "我自己選",
  customText: "勾選要清除的內容。",
  recommended: "推薦",
  customKinds: "清除這些",
  customNone: "請至少勾選一項。",
  keepDate: "保留拍攝的日期和時間",
  advanced: "更多選項",
  wholeCopy: "把完整的原照片存進保險庫",
  wholeCopyText:
    "平常只保管去掉的那些資訊，足夠反悔，也幾乎不佔地方。完整的原照片要再佔一份空間，但即使清理後的照片又被改動或丟失，它也還在。",
  noCopy: "不留備份",
  noCopyWarning:
    "這樣就沒有退路了：清除的內容，連 Safelight 也找不回來。只有在別處另有備份，或者完全想好了的時候，才選這一項。",
  refused_other: "{{count}} 張照片不能清理，會保持原樣",
  apply_other: "清理 {{count}} 張照片",
  working: "正在清理…",
  done_other: "{{count}} 張照片已經清理乾淨。",
  unchanged_other: "{{count}} 張沒有需要清除的內容，保持原樣。",
  failed_other: "{{count}} 張沒能清理，保持原樣。",
  removed: "一共清除了 {{size}} 隱藏資訊。",
};

export const undo: Translation<English["undo"]> = {
  action: "復原",
  cleaned_other: "已清理 {{count}} 張照片",
  quarantined_other: "{{count}} 張照片已移入保險庫",
  covered_other: "{{count}} 張照片已遮好",
  copied_other: "已製作 {{count}} 份安全副本",
  copiesGone_other: "已移除 {{count}} 份副本",
  putAway_other: "{{count}} 張原照片又放進了保險庫",
  working: "正在復原…",
  done_other: "{{count}} 張照片已恢復得和原來一模一樣",
  failed_other: "{{count}} 張照片沒能恢復：{{reason}}",
  nothing: "這些照片都沒有改動過，不需要復原。",
};

export const history: Translation<English["history"]> = {
  title: "歷史記錄",
  lead: "Safelight 做過的一切都在這裡。留了備份的，都可以恢復。",
  emptyTitle: "還沒有改動過任何照片",
  emptyText: "您對照片做的一切都會列在這裡，也可以復原。",
  kind: {
    quarantine: "移入保險庫",
    redact: "遮住了畫面的一部分",
    export: "製作了安全副本",
    delete: "永久刪除",
  },
  preset: {
    location: "清除了地點",
    identity: "清除了會暴露您的一切",
    everything: "全部清除",
    custom: "清除了您勾選的內容",
    none: "清除了一些內容",
  },
  photos: {
    strip_other: "清理了 {{count}} 張",
    quarantine_other: "{{count}} 張照片",
    redact_other: "{{count}} 張照片",
    export_other: "{{count}} 份副本",
    delete_other: "{{count}} 張原照片",
  },
  failed_other: "{{count}} 張沒能做到",
  undone_other: "{{count}} 張已復原",
  names: "{{names}} 等",
  undo: "復原",
  undoOf: "復原：{{what}}，{{when}}",
  noUndo: "沒有留備份",
  allUndone: "已全部復原",
  forGood: "無法恢復",
};

export const recovered: Translation<English["recovered"]> = {
  title: "上次 Safelight 在工作途中被關閉了",
  finished_other: "有 {{count}} 項改動當時已經做好，現在已全部收尾。",
  reverted_other: "有 {{count}} 個檔案當時還沒有改動，仍是原來的樣子。",
  whole: "沒有任何照片只改到一半。",
  see: "看看做了什麼",
};
