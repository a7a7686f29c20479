import type { Translation } from "../shape.ts";

type English = typeof import("../en/vault.ts");

export const sheet: Translation<English["sheet"]> = {
  title: "Safelight 保險庫恢復單",
  what: "拿到這張紙的人，不用 Safelight、不用密碼，就能開啟保險庫。請像保管家裡的鑰匙一樣保管它。",
  key: "金鑰：",
  recipient: "它屬於這個地址的保險庫：",
  how: "用免費程式 age（age-encryption.org）開啟加密檔案：把金鑰寫進檔案 key.txt，然後執行",
  where:
    "保險庫裡有什麼：vault/entries 裡的小檔案說明 vault/objects 裡每個大檔案是什麼。全部步驟見 docs/vault.md。",
};

export const vault: Translation<English["vault"]> = {
  title: "保險庫",
  lead: "Safelight 替您鎖好保管的東西，有了它們，每次改動都可以反悔。",
  kept: "保管了什麼",
  quarantined_other: "張照片只存在這裡",
  originals_other: "張改動前的完整原照片",
  patches_other: "份用來復原清理的小記錄",
  space: "一共佔用的磁碟空間",
  lock: "誰能開啟",
  file: "能使用這個電腦帳戶的任何人",
  fileText:
    "鑰匙沒有保護，就放在 Safelight 自己的資料夾裡，能讀到那個資料夾的人都能開啟保險庫。設定密碼之後，就只有您能開啟。",
  passphrase: "只有知道密碼的人",
  passphraseOpen: "現在沒有上鎖，直到您鎖上它或者關閉 Safelight。",
  passphraseLocked: "現在鎖著。照片仍然可以放進去，但取出任何東西都需要密碼。",
  keychain: "只有您在這台電腦上的帳戶",
  keychainOpen: "鑰匙由系統的鑰匙圈保管。現在沒有上鎖，直到您鎖上它或者關閉 Safelight。",
  keychainLocked:
    "現在鎖著。照片仍然可以放進去；取出任何東西都要問系統的鑰匙圈，您登入之後它就能開啟。",
  useKeychain: "讓系統保管鑰匙",
  keychainUsed: "現在由系統的鑰匙圈保管鑰匙",
  set: "設定密碼",
  change: "更改密碼",
  remove: "取消密碼",
  unlock: "解鎖",
  lockNow: "立即上鎖",
  lockedNow: "保險庫已鎖上",
  sheet: "恢復單",
  check: "全部檢查一遍",
  passphraseSet: "密碼已設定",
  passphraseGone: "保險庫不再需要密碼",
  keep: "保管多久",
  keepText: "任何東西都不會自動刪除。Safelight 只會告訴您哪些已經放了很久。",
  keepAlways: "一直保管",
  keepDays_other: "超過 {{count}} 天提醒我",
  older_other: "有 {{count}} 項保管的時間已經超過您的期限（{{size}}）。",
  dropOlder: "刪除過期的…",
  list: "保管的原照片",
  listEmptyTitle: "沒有保管原照片",
  listEmptyText: "您移入保險庫的照片，以及遮蓋或清理之前的完整原照片，會出現在這裡。",
  listLocked: "保險庫鎖著。解鎖之後，才能確定裡面的東西都列出來了。",
  search: "按名字搜尋",
  noMatch: "這裡沒有名字含「{{words}}」的照片。",
  selectAll: "全選",
  selectNone: "全不選",
  selected_other: "已選 {{count}} 張",
  was: { quarantine: "只存在這裡", redact: "遮蓋前的原件", strip: "清理前的原件" },
  keptAt: "{{when}}放入",
  sidecars_other: "連同 {{count}} 個附屬的小檔案",
  restore: "放回原處",
  restoreTo: "放到資料夾…",
  restoring: "正在取回…",
  restored_other: "{{count}} 張原照片已放回原處",
  restoredTo_other: "{{count}} 張原照片已放進您選的資料夾",
  delete: "永久刪除…",
  deleted_other: "已永久刪除 {{count}} 項",
};

export const forGood: Translation<English["forGood"]> = {
  title_other: "永久刪除 {{count}} 張原照片？",
  titleOld: "永久刪除過期的東西？",
  onlyHere_other: "其中 {{count}} 張別處都沒有，刪除之後照片就沒有了。",
  changed_other: "{{count}} 張照片會保持現在的樣子，再也不能恢復原照片。",
  old_other: "很久以前的 {{count}} 次改動再也不能復原。",
  disk: "固態硬碟（SSD）或儲存卡可能會把刪除的資料再保留一段時間，專業人員有可能找到。設了密碼的，找到也打不開；沒有密碼的，鑰匙也可能一起被找到。",
  next: "繼續",
  sure: "刪除之後無法反悔",
  sureText: "我明白，刪除之後誰也找不回來。",
  yes: "永久刪除",
  working: "正在刪除…",
};

export const unlock: Translation<English["unlock"]> = {
  title: "解鎖保險庫",
  text: "這一步需要保險庫的密碼。",
  passphrase: "密碼",
  keyChain: "向系統的鑰匙圈要鑰匙",
  orSheet: "如果鑰匙圈沒有給出鑰匙，也可以輸入恢復單上的金鑰：",
  onlySheet:
    "鑰匙在系統的鑰匙圈裡，只有 Safelight 的視窗能使用。在這裡請用恢復單上的金鑰開啟保險庫。",
  sheetKey: "恢復單上的金鑰",
  show: "顯示我輸入的內容",
  yes: "解鎖",
};

export const newPassphrase: Translation<English["newPassphrase"]> = {
  titleSet: "設定密碼",
  titleChange: "更改密碼",
  titleRemove: "取消密碼？",
  removeText:
    "取消之後，鑰匙沒有保護，就放在 Safelight 自己的資料夾裡，能讀到那個資料夾的人都能開啟保險庫。",
  text: "用四五個互不相關的詞，既好記，又難猜。",
  first: "新密碼",
  again: "再輸入一遍",
  short: "至少要有 {{min}} 個字元。",
  differ: "兩次輸入的不一樣。",
  warning: "沒有密碼，誰也打不開保險庫，Safelight 的作者也不行。請列印恢復單，放在安全的地方。",
  set: "設定密碼",
  remove: "取消密碼",
};

export const keyChain: Translation<English["keyChain"]> = {
  title: "讓系統保管鑰匙？",
  text: "之後由系統的鑰匙圈鎖好保險庫的鑰匙，您登入時就能開啟。不用記密碼，Safelight 的資料夾裡也不再放著沒有保護的鑰匙。",
  asks: "系統可能會請您允許。能使用您帳戶的人也能開啟保險庫。",
  lost: "如果這個帳戶或這台電腦沒有了，鑰匙也就沒有了。接下來會顯示恢復單，請打印出來。",
  yes: "讓系統保管",
};

export const checkVault: Translation<English["checkVault"]> = {
  title: "檢查保險庫裡的一切",
  text: "Safelight 會開啟保管的每一樣東西，核對是否完好。什麼都不會改動。",
  start: "開始檢查",
  working: "正在檢查…",
  progress: "{{done}} / {{total}}",
  good_other: "一切完好：開啟並核對了 {{count}} 個加密檔案。",
  empty: "保險庫裡沒有需要檢查的東西。",
  bad_other: "有 {{count}} 項無法恢復",
};

export const recovery: Translation<English["recovery"]> = {
  title: "恢復單",
  text: "忘記密碼或者電腦壞了的時候，可以用這張紙開啟保險庫。請打印出來，和重要的檔案放在一起。",
  afterKeyChain:
    "現在由系統保管鑰匙。請今天就列印這張紙：萬一這個帳戶或這台電腦沒有了，只有它能開啟保險庫。",
  warning: "拿到這張紙的人都能開啟保險庫。請不要拍照，也不要發給別人。",
  show: "顯示恢復單",
  print: "列印",
  qr: "手機可以掃描的鑰匙 QR 碼",
};

export const purge: Translation<English["purge"]> = {
  title: "清除所有痕跡",
  text: "清除 Safelight 在這台電腦上儲存的一切。您資料夾裡的照片不會改動。",
  open: "清除所有痕跡…",
  goes: "會清除這些",
  goesFound: "照片的檢查結果，以及資料夾清單",
  goesHistory: "歷史記錄：清理過和遮蓋過的照片再也不能恢復",
  goesVault: "保險庫和裡面的一切（{{size}}）",
  goesSettings: "您的設定",
  only_other: "保險庫裡還有 {{count}} 張原照片，別處可能都沒有。請先放回原處，否則就沒有了。",
  even: "這些也可以刪除",
  toVault: "開啟保險庫看看",
  type: "要繼續，請輸入「{{word}}」",
  word: "清除",
  yes: "全部清除",
  doneTitle: "所有痕跡都已清除",
  doneText: "清除之後 Safelight 又查看了一遍：下面這些檔案都已經不在了。您可以關閉這個頁面。",
  removed_other: "清除了 {{count}} 個檔案，共 {{size}}",
  disk: "固態硬碟（SSD）可能會把刪除的資料再保留一段時間，專業人員有可能找到。保險庫設過密碼的，找到也打不開；沒有密碼的，鑰匙也可能一起被找到。",
};
