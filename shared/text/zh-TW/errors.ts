import type { Translation } from "../shape.ts";

type English = typeof import("../en/errors.ts");

export const error: Translation<English["error"]> = {
  "link-skipped": "這是一個指向別處的連結，已跳過。如果也想檢查那裡，請直接選擇那個資料夾。",
  "hidden-skipped": "這是隱藏的檔案或資料夾，已跳過，裡面的內容沒有讀取。",
  "system-skipped": "這是系統自己的資料夾，裡面沒有您的照片，已跳過。",
  "special-file-skipped": "這不是普通檔案，已跳過。",
  "folder-unreadable": "這個資料夾打不開，因為您的帳戶沒有讀取權限。取得權限後，請再檢查一次。",
  "folder-missing":
    "找不到這個資料夾了，什麼都沒有改動。如果它在儲存卡或別的磁碟上，請插好後再檢查一次。",
  "folder-not-a-folder": "這是一個檔案，不是資料夾。請選擇它所在的資料夾。",
  "folder-name-unusable":
    "資料夾不能叫這個名字。請不要用 / \\ : * ? 之類的符號，開頭和結尾不要用點，名字也不要太長。",
  "folder-exists": "這個名字已經有了。請在清單裡選擇它，或者換一個名字。",
  "folder-not-made": "這裡不能新建資料夾：您的帳戶不能寫入這個位置，或者磁碟已滿。請換一個位置。",
  "file-vanished": "這張照片不在原來的地方了，什麼都沒有改動。如果是您移動了它，請重新檢查資料夾。",
  "file-unreadable": "這張照片打不開，因為您的帳戶沒有讀取權限。照片保持原樣。",
  "file-empty": "這個檔案是空的，裡面沒有影像。如果是從儲存卡拷來的，請再拷一次。",
  "file-changed":
    "這張照片剛剛被別的程式改過，為了穩妥，Safelight 沒有動它。請重新檢查資料夾，然後再試。",
  "read-failed":
    "磁碟沒能讀出這張照片，照片保持原樣。磁碟或儲存卡可能快壞了，請儘快把照片備份到別處。",
  "format-unknown": "Safelight 不認識這種檔案，沒有讀取，檔案保持原樣。",
  "format-damaged":
    "這個檔案已損壞或不完整，唯讀到了一部分，檔案保持原樣。如果您有另一份，請用那一份。",
  "decoder-crashed": "試了兩次都沒能安全地開啟這張照片。照片保持原樣，其他照片已照常檢查。",
  "deadline-exceeded": "讀這張照片花的時間太久，Safelight 先去檢查其他照片了。照片保持原樣。",
  "analyst-cannot-start":
    "Safelight 讀取照片的部分無法啟動，什麼都沒有改動。請執行 `safelight doctor`，或重新安裝 Safelight。",
  "too-many-pixels": "這張圖太大，沒有檢視畫面內容，唯讀取了其中的隱藏資訊。",
  "format-not-drawable":
    "Safelight 畫不出這種檔案的畫面，所以沒有檢視畫面內容，唯讀取了其中的隱藏資訊。",
  "format-read-only":
    "Safelight 能讀這種檔案，但暫時還不能保證安全地清理它，所以保持原樣。可以另存一份 JPEG 再清理。",
  "disk-full": "磁碟滿了，照片和原來一模一樣。請騰出一些空間再試。",
  "folder-read-only":
    "這個資料夾不允許寫入，照片和原來一模一樣。請把照片複製到您自己的資料夾裡再清理。",
  "verify-failed": "清理後的照片沒有通過最後的核對，已經丟棄。原照片和原來一模一樣。",
  "nothing-to-remove": "這張照片裡沒有需要清除的內容，保持原樣。",
  "copy-missing": "找不到用來還原的備份了，照片保持現在的樣子。",
  "copy-damaged": "用來還原的備份已損壞，照片保持現在的樣子。",
  "already-undone": "已經復原過了，不需要再做什麼。",
  "name-taken": "已經有同名的檔案，沒有覆蓋任何東西。",
  interrupted: "處理這張照片時 Safelight 被關閉了。照片和原來一模一樣，再試一次就好。",
  "scan-needed": "這張照片還沒有檢查過。請先檢查它所在的資料夾，再試一次。",
  "nothing-to-cover":
    "這張照片裡沒有需要遮住的內容，保持原樣。可以手動標出一塊區域，或選擇要查詢的內容。",
  "format-not-paintable":
    "Safelight 不能直接在這種檔案上塗抹，所以保持原樣。可以改為製作一份安全副本，大多數照片都可以。",
  "face-unclear": "這張臉太小，沒法和別的臉比較，什麼都沒有保留。請另選一張臉更大的照片。",
  "vault-locked": "保險庫鎖著，什麼都沒有改動。請先輸入密碼。",
  "wrong-passphrase":
    "這不是保險庫的密碼，什麼都沒有改動。請檢查大小寫和鍵盤語言，再試一次。恢復單上的金鑰也能開啟保險庫。",
  "passphrase-too-short": "密碼至少要有 8 個字元，什麼都沒有改動。四五個互不相關的詞既安全又好記。",
  "keychain-unavailable":
    "這裡沒有能安全儲存金鑰的系統鑰匙圈（Linux 上是 GNOME 鑰匙圈或 KWallet，只有 Safelight 的視窗能使用），什麼都沒有改動。也可以用密碼來保護保險庫。",
  "keychain-refused":
    "系統鑰匙圈沒有交出保險庫的金鑰，什麼都沒有改動。請解鎖鑰匙圈後再試一次，或者輸入恢復單上的金鑰。",
  "vault-not-empty":
    "還有照片只存在於保險庫裡，什麼都沒有刪除。請先把它們放回去，或者說明它們也可以刪除。",
  "not-confirmed": "這一步無法復原，而且沒有得到確認，所以什麼都沒有做。",
  "safelight-running": "另一個 Safelight 正在使用同樣的記錄，什麼都沒有刪除。請先關閉它。",
  "photo-not-found": "清單裡已經沒有這張照片了。請重新檢查它所在的資料夾。",
  "action-not-found": "歷史記錄裡已經沒有這一步，什麼都沒有改動。",
  "preview-expired": "預覽的時間太久了，什麼都沒有改動。請再看一遍預覽。",
  "scan-running": "這個資料夾正在檢查。請等它完成，或者先停止檢查。",
  "catalogue-too-new": "Safelight 的記錄是由更新的版本寫下的，什麼都沒有改動。請使用那個新版本。",
  "data-folder-unusable":
    "Safelight 存放記錄的資料夾不能用了，您的照片沒有被動過。請檢查磁碟是否已滿、是否允許寫入。",
  unexpected: "出了意料之外的問題。您的照片是安全的，不會只改到一半。請再試一次。",
};

export const errorShort: Translation<English["errorShort"]> = {
  "link-skipped": "指向別處的連結",
  "hidden-skipped": "隱藏的檔案和資料夾",
  "system-skipped": "系統資料夾",
  "special-file-skipped": "不是普通檔案",
  "folder-unreadable": "資料夾打不開",
  "folder-missing": "資料夾不見了",
  "folder-not-a-folder": "不是資料夾",
  "folder-name-unusable": "資料夾名字不能用",
  "folder-exists": "資料夾已存在",
  "folder-not-made": "沒能新建資料夾",
  "file-vanished": "照片不見了",
  "file-unreadable": "沒有權限開啟",
  "file-empty": "空檔案",
  "file-changed": "剛剛被改過",
  "read-failed": "磁碟讀不出來",
  "format-unknown": "不認識的檔案",
  "format-damaged": "檔案已損壞",
  "decoder-crashed": "打不開",
  "deadline-exceeded": "讀取太久",
  "analyst-cannot-start": "程式不完整",
  "too-many-pixels": "圖太大",
  "format-not-drawable": "畫面沒有檢視",
  "format-read-only": "暫時不能清理",
  "disk-full": "磁碟已滿",
  "folder-read-only": "資料夾唯讀",
  "verify-failed": "核對沒有通過",
  "nothing-to-remove": "沒有可清除的",
  "copy-missing": "備份不見了",
  "copy-damaged": "備份已損壞",
  "already-undone": "已經復原過",
  "name-taken": "有同名檔案",
  "scan-needed": "還沒檢查",
  interrupted: "中斷了",
  "nothing-to-cover": "沒有要遮住的",
  "format-not-paintable": "不能直接塗抹",
  "face-unclear": "臉太小",
  "vault-locked": "保險庫已鎖",
  "wrong-passphrase": "密碼不對",
  "passphrase-too-short": "密碼太短",
  "keychain-unavailable": "沒有安全的鑰匙圈",
  "keychain-refused": "鑰匙圈沒有開啟",
  "vault-not-empty": "保險庫不是空的",
  "not-confirmed": "沒有確認",
  "safelight-running": "Safelight 正在執行",
  "photo-not-found": "不在清單裡",
  "action-not-found": "不在歷史裡",
  "preview-expired": "預覽已過期",
  "scan-running": "正在檢查",
  "catalogue-too-new": "記錄版本太新",
  "data-folder-unusable": "記錄不可用",
  unexpected: "出了問題",
};
