import type { Translation } from "../shape.ts";

type English = typeof import("../en/desk.ts");

export const overview: Translation<English["overview"]> = {
  hurt_other: "張照片一旦被盜，會對您不利（共檢查 {{count}} 張）",
  safe_other: "您的 {{count}} 張照片，即使被盜也不會傷害到您",
  soFar_other: "您的 {{count}} 張照片裡，目前沒有發現危險",
  unseen_other: "有 {{count}} 張照片沒有看完",
  unread_other: "有 {{count}} 張照片無法讀取",
  look_other: "看看是哪些",
  worst: "先看最危險的",
  gives: "您的照片洩露了什麼",
  givesKind_other: "{{kind}}：{{count}} 張照片",
  useButton: "在瀏覽器裡請用按鈕選擇；在 Safelight 自己的視窗裡，也可以直接把資料夾拖進來。",
};

export const veil: Translation<English["veil"]> = {
  tile: "{{words}}。畫面已模糊",
  picture: "照片 {{name}}，畫面已模糊",
  why: "這張照片不宜讓旁人看到，所以先模糊顯示。您想看時再開啟。",
  show: "顯示畫面",
  hide: "重新模糊",
};

export const zoom: Translation<English["zoom"]> = {
  title: "畫面大小",
  in: "放大",
  out: "縮小",
  whole: "{{percent}}，點按看全圖",
};

export const desk: Translation<English["desk"]> = {
  search: "搜尋檔名、資料夾和地名",
  folders: "這個相簿裡的資料夾",
  allFolders: "全部資料夾",
  oneFolder: "一個資料夾",
  inside: "{{name}} 裡的資料夾",
  sort: "排列順序",
  sorts: {
    worst: "最危險的在前",
    name: "按名稱",
    newest: "最新的在前",
    oldest: "最早的在前",
    largest: "最大的在前",
  },
  changed: "已清理",
  shown_other: "顯示 {{count}} 張照片",
};

export const prefs: Translation<English["prefs"]> = {
  textSize: "文字大小",
  sights: "在畫面裡找什麼",
  sightsText: "檔案裡寫著的資訊總會檢查。改動從下一次檢查開始生效。",
  analysts: "同時檢查幾張照片",
  analystsAll: "由電腦決定，儘量多",
  analystsText: "數量越少，電腦越不佔用。下次啟動 Safelight 時生效。",
  vault: "保險庫",
  vaultText: "原件怎樣保護、保留多久，在保險庫頁面設定。",
  toVault: "開啟保險庫頁面",
};

export const judge: Translation<English["judge"]> = {
  fine: "沒關係",
  fineOf: "沒關係：{{name}}",
  wrong: "認錯了",
  wrongOf: "認錯了：{{name}}",
  aside_other: "有 {{count}} 項已放到一邊",
  said: {
    fine: "您說過這沒關係。",
    wrong: "您說過這是認錯了。",
  },
  back: "重新算上",
  backOf: "重新算上：{{name}}",
};
