import type { Translation } from "../shape.ts";

type English = typeof import("../en/protect.ts");

export const ways: Translation<English["ways"]> = {
  menu: "更多辦法",
  quarantine: "移入保險庫",
  quarantineText: "離開這個資料夾，鎖起來。以後可以取回。",
  redact: "遮住畫面的一部分",
  redactText: "人臉、證件、號碼，或者您自己圈出來的地方。",
  redactNone: "這些照片裡沒有找到可以遮住的內容。開啟單張照片，可以自己圈出要遮的地方。",
  redactFormat: "這種檔案不能直接塗蓋，請改為製作安全副本。",
  export: "製作安全副本",
  exportText: "把清理好的副本放進另一個資料夾，原照片不變。",
};

export const quarantine: Translation<English["quarantine"]> = {
  title_other: "把 {{count}} 張照片移入保險庫",
  titleAll: "把照片移入保險庫",
  leaves: "照片會離開原來的資料夾，鎖進 Safelight 的保險庫。",
  hidden: "別人翻看您的資料夾時看不到它們，其他程式也打不開。",
  back: "隨時可以取回，和現在一模一樣。",
  along: "附屬於照片的小檔案（例如其他修圖程式的記錄）會一起移走。",
  unprotected: "現在開啟保險庫還不需要密碼。請到保險庫頁面設定一個，這樣只有您能開啟。",
  size: "共 {{size}}",
  apply_other: "把 {{count}} 張照片移入保險庫",
  working: "正在把照片鎖起來…",
  done_other: "{{count}} 張照片已移入保險庫。",
  unchanged_other: "{{count}} 張照片保持原樣。",
  failed_other: "{{count}} 張照片沒能移走，還在原處。",
  refused_other: "{{count}} 張照片不能移走，會留在原處",
  see: "開啟保險庫看看",
};

export const redact: Translation<English["redact"]> = {
  title_other: "遮住 {{count}} 張照片的一部分",
  titleAll: "遮住照片的一部分",
  kinds: "要遮住什麼？",
  kindsNone: "這裡沒有找到可以遮住的內容。請在畫面上自己圈出來。",
  mark: "圈出一塊",
  markHint:
    "用滑鼠在畫面上拖動即可。不用滑鼠時：按這個按鈕，然後用方向鍵移動，按住 Shift 加方向鍵調整大小，用 Delete 鍵移除。",
  area: "圈出的第 {{number}} 塊",
  removeArea: "移除圈出的第 {{number}} 塊",
  style: "怎麼遮？",
  solid: "塗黑",
  solidText: "最安全：原來的內容一點也不留。",
  blur: "模糊",
  blurText: "看起來柔和，但別人有辦法還原。",
  pixelate: "馬賽克",
  pixelateText: "看起來柔和，但別人有辦法還原。",
  styleWarning: "模糊和馬賽克曾被電腦程式還原出來。重要的號碼、姓名和人臉，請選擇塗黑。",
  ellipse: "人臉用圓形遮住",
  note: "照片裡的隱藏資訊也會一併清除。原照片會留在保險庫裡，可以恢復。",
  choose: "請選擇要遮住的內容，或者在畫面上圈出來。",
  chooseMany: "請選擇要遮住的內容。",
  apply_other: "遮住 {{count}} 張照片中的內容",
  working: "正在遮蓋…",
  done_other: "{{count}} 張照片已經遮好。",
  unchanged_other: "{{count}} 張沒有需要遮住的內容，保持原樣。",
  failed_other: "{{count}} 張沒能遮蓋，保持原樣。",
  refused_other: "{{count}} 張照片會保持原樣",
};

export const copies: Translation<English["copies"]> = {
  title_other: "為 {{count}} 張照片製作安全副本",
  titleAll: "製作安全副本",
  folder: "副本放在哪裡？",
  chooseFolder: "選擇資料夾",
  otherFolder: "換一個資料夾",
  noFolder: "請選擇副本放在哪裡。",
  note: "原照片一點也不變，那個資料夾裡原有的檔案也不會被覆蓋。",
  cover: "同時遮住畫面裡的",
  size: "要多大？",
  sizeFull: "原來的大小",
  sizeScreen: "在螢幕上看",
  sizeMessage: "發訊息用",
  sizeDots: "最多 {{dots}} 像素",
  rename: "改成普通的名字：photo-0001.jpg",
  renameText: "像 IMG_20260823_153012 這樣的名字會透露日期和裝置。",
  apply_other: "製作 {{count}} 份副本",
  working: "正在製作副本…",
  done_other: "{{count}} 份安全副本已經做好。",
  into: "放在 {{folder}}",
  unchanged_other: "{{count}} 張照片沒有複製。",
  failed_other: "{{count}} 張照片沒能複製。",
  refused_other: "{{count}} 張照片不能安全地複製",
};

export const newFolder: Translation<English["newFolder"]> = {
  open: "新建資料夾…",
  name: "新資料夾的名字",
  make: "新建",
};
