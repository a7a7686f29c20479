import type { Translation } from "../shape.ts";

type English = typeof import("../en/findings.ts");

export const severity: Translation<English["severity"]> = {
  none: { name: "沒有發現", hint: "沒有發現會洩露您資訊的內容。" },
  low: { name: "輕微", hint: "單獨看沒有害處，但多少透露了一點您的情況。" },
  medium: { name: "留意", hint: "給陌生人看之前，最好先清除。" },
  high: { name: "危險", hint: "會讓陌生人知道一些可能對您不利的事。" },
  critical: { name: "馬上處理", hint: "落到壞人手裡，可能造成真正的傷害。" },
};

export const kind: Translation<English["kind"]> = {
  location: { name: "位置", question: "在哪裡拍的？" },
  identity: { name: "身分", question: "誰拍的？拍的是誰？" },
  device: { name: "裝置", question: "用哪部手機或相機拍的？" },
  time: { name: "時間", question: "什麼時候拍的？" },
  thumbnail: { name: "縮圖", question: "裡面還藏著舊畫面嗎？" },
  "hidden-data": { name: "隱藏資料", question: "檔案裡還有別的東西嗎？" },
  face: { name: "人臉", question: "能看見誰的臉？" },
  document: { name: "證件", question: "畫面裡有證件或文件嗎？" },
  "personal-text": { name: "個人文字", question: "能看清號碼或姓名嗎？" },
  barcode: { name: "掃碼圖案", question: "有可以掃的碼嗎？" },
  unseen: { name: "未能檢視", question: "有什麼沒能看到？" },
};

export const finding: Translation<English["finding"]> = {
  face: {
    name: "人臉",
    why: "別人能認出這個人，程式也能在其他照片裡找到同一張臉。",
  },
  "picture-waiting": {
    name: "畫面還沒看",
    why: "檔案已經讀過，但畫面裡有什麼還沒看。掃描時會看。",
  },
  "picture-unseen": {
    name: "沒有看過畫面",
    why: "這張圖片打不開，沒法看畫面裡有什麼。裡面有沒有人臉或證件，誰也不知道。",
  },
  "frames-unseen": {
    name: "只看了第一幅畫面",
    why: "這個檔案有好幾頁，或者是會動的圖片。其餘的畫面沒有看過。",
  },
  "print-unread": {
    name: "沒有讀完",
    why: "這張圖片上的字太多，在規定的時間裡沒能讀完。請您自己看一看。",
  },
  child: {
    name: "兒童的臉",
    why: "看起來像是孩子。孩子還不能自己決定要不要被看到，這樣的照片不該落到陌生人手裡。年齡只是按外貌估計的。",
  },
  "possible-child": {
    name: "可能是兒童的臉",
    why: "可能是孩子，也可能是年輕人，無法確定，最好當作孩子的照片來對待。",
  },
  elderly: {
    name: "老人的臉",
    why: "看起來像是老人。騙子常盯上老人和他們的家人。年齡只是按外貌估計的。",
  },
  "possible-elderly": {
    name: "可能是老人的臉",
    why: "可能是老人，無法確定。騙子常盯上老人和他們的家人。",
  },
  portrait: {
    name: "證件上的頭像",
    why: "卡片或證件上的小照片，屬於那份證件；證件本身更危險。",
  },
  gps: {
    name: "精確的拍攝地點",
    why: "誰拿到這張照片，就能在地圖上看到它是在哪裡拍的，往往精確到哪一棟樓。在家拍的照片會暴露您的住址。",
  },
  "place-name": { name: "地名", why: "城市、街道或景點寫在了檔案裡，說明您去過哪裡。" },
  country: { name: "國家", why: "透露了您當時在哪個國家。" },
  "owner-name": { name: "機主姓名", why: "相機把主人的名字寫進了照片。" },
  author: { name: "作者姓名", why: "陌生人能由此知道照片是誰拍的。" },
  copyright: { name: "版權宣告", why: "裡面通常有全名，有時還有地址。" },
  caption: { name: "說明文字", why: "文字裡可能提到人名和地名。" },
  comment: { name: "備註", why: "寫在檔案裡的一段話，看圖時看不到。" },
  keywords: { name: "關鍵詞", why: "用來搜尋的詞，常常包含人名、地名和事情。" },
  "person-name": {
    name: "人物姓名",
    why: "畫面中人的名字寫在了檔案裡，而他們並沒有同意公開。",
  },
  "face-region": { name: "標記過的人臉", why: "有程式標出了每張臉的位置，常常還帶著名字。" },
  contact: { name: "聯絡方式", why: "地址、電話或電子郵件，騙子用得上。" },
  "host-computer": {
    name: "電腦或手機的名稱",
    why: "寫明了照片出自哪台裝置，很多裝置名裡就有主人的名字。",
  },
  "serial-number": {
    name: "序列號",
    why: "這台相機拍的每張照片都帶同一個號碼，能把所有照片連在一起，也能連到您身上。",
  },
  "device-model": { name: "手機或相機型號", why: "透露了您用的是什麼裝置。" },
  "motion-sensor": { name: "拿相機的姿態", why: "裝置的運動資料，可以用來辨認這台裝置。" },
  software: { name: "使用的軟體", why: "透露了照片經過哪些應用或系統。" },
  "unique-id": { name: "唯一編號", why: "憑這個編號，照片無論出現在哪裡都能認出來。" },
  "live-photo": {
    name: "原況照片的關聯編號",
    why: "靜態照片和它的短影片裡有同一個編號，靠它配成一對。去掉以後，兩個檔案還在，但只是一張照片和一段短影片，不能再當作原況照片播放。",
  },
  "capture-time": {
    name: "拍攝時間",
    why: "精確到秒。許多照片放在一起，就能看出您的生活規律。",
  },
  "modify-time": { name: "修改時間", why: "透露了照片最後一次編輯的時間。" },
  "embedded-thumbnail": {
    name: "圖中的小圖",
    why: "大圖裡裁掉或塗掉的東西，小圖裡可能還看得見。",
  },
  "thumbnail-differs": {
    name: "小圖和大圖不一樣",
    why: "檔案裡的小圖顯示的內容和照片本身不同，可能正是被裁掉或塗掉的部分，誰都能看到。",
  },
  "embedded-preview": { name: "預覽圖", why: "檔案裡的另一張圖，可能還留著被裁掉的部分。" },
  "maker-note": {
    name: "廠商備註",
    why: "只有相機廠商才看得懂的資料，裡面常有序列號和設定。",
  },
  "edit-history": { name: "編輯記錄", why: "一步一步記下了照片是怎樣改的。" },
  "document-id": { name: "文件編號", why: "能把這張圖和同一次編輯的其他檔案聯絡起來。" },
  "ai-record": { name: "AI 使用記錄", why: "裡面有生成圖片時輸入的文字，或生成它的程式。" },
  "content-credentials": {
    name: "內容憑證",
    why: "一份帶簽名的來源記錄，可能寫著您的名字、裝置和軟體。",
  },
  "trailing-data": {
    name: "圖片後面的資料",
    why: "附在圖片結尾之後，看不見，卻會跟著照片一起走。",
  },
  "embedded-image": { name: "藏著的另一張圖", why: "一整張您看不到的圖片。" },
  "embedded-video": {
    name: "藏著的影片",
    why: "這是動態照片：圖片後面藏著幾秒影片，常常還有聲音。",
  },
  "vendor-block": {
    name: "廠商資料塊",
    why: "相機或手機廠商附加的資料，裡面到底有什麼無法確定。",
  },
  "unknown-block": { name: "未知資料", why: "沒有人說得清裡面是什麼，去掉更放心。" },
  "unknown-tag": { name: "未知條目", why: "含義沒有公開，去掉更放心。" },
  "unreadable-block": {
    name: "讀不懂的資料",
    why: "這部分已損壞，或者打包方式不明，裡面什麼都有可能。",
  },
  "timed-metadata": { name: "隨影片記錄的軌跡", why: "逐刻記錄的資訊，比如您走過的路線。" },
  geotiff: { name: "地圖座標", why: "把圖片對應到了地圖上的位置。" },
  script: { name: "小程式碼", why: "檔案裡的程式碼，圖片本來用不著它。" },
  sidecar: { name: "旁邊的說明檔案", why: "照片旁邊有個同名檔案，記著同樣的資訊。" },
  other: { name: "其他資訊", why: "會讓陌生人知道他們不必知道的事。" },
};

export const stays: Translation<English["stays"]> = {
  pixels: "畫面本身，一個像素都不變",
  repainted: "看起來一樣的畫面，以高品質重新儲存",
  orientation: "照片的方向",
  "colour-profile": "原本的顏色",
  "gain-map": "原本的明暗（HDR）",
  "capture-time": "拍攝的日期和時間",
  resolution: "列印尺寸",
  animation: "動畫效果",
  "drawn-box": "您標出的區域",
  other: "顯示畫面需要的資訊",
};
