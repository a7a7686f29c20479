import type { findPerson as CliEnglish, person as English } from "../en/person.ts";
import type { Translation } from "../shape.ts";

export const person: Translation<typeof English> = {
  find: "找出這個人的照片",
  pick: "找出其中一個人的照片",
  face: "找出這個人的照片：第 {{number}} 張臉",
  title: "要找出這個人的照片嗎？",
  text: "Safelight 會測量您照片裡的人臉，再和這張臉比較。這種測量資料和指紋一樣，屬於個人隱私。",
  memory:
    "測量只在現在、只為這一次查詢進行，資料只放在記憶體裡，絕不寫進磁碟，也不發往任何地方。關閉這個頁面或點「忘掉」，資料就沒有了。",
  mistakes:
    "認臉可能出錯，孩子、兄弟姐妹、模糊的或很小的臉最容易認錯。處理照片之前，請先看一遍結果。",
  whereFolder: "只在「{{name}}」裡找",
  whereAll: "在全部照片裡找",
  where: "在哪裡找",
  start: "開始測量和比較",
  running: "正在比較人臉：{{done}} / {{total}} 張照片",
  done_other: "在 {{count}} 張照片裡找到",
  soFar_other: "目前找到 {{count}} 張",
  stopped: "比較已停止",
  failed: "這張臉沒法比較",
  unclear_other: "{{count}} 張照片沒法比較",
  onlyMemory: "只在記憶體裡，只有這個頁面知道",
  stop: "停止",
  forget: "忘掉",
  see: "檢視照片",
  album: "同一個人的照片",
  goneTitle: "這次查詢已經忘掉了",
  goneText: "人臉的測量資料從不保留。要再看這些照片，請重新選一次那張臉。",
};

export const findPerson: Translation<typeof CliEnglish> = {
  about: "找出拍到同一個人的照片；人臉只在記憶體裡測量，從不儲存",
  file: "拍到這個人的一張照片",
  folders: "在哪些資料夾裡找；不寫就在這張照片所在的資料夾裡找",
  face: "第幾張臉，從 1 數起，順序和 scan --json 列出的一樣",
  wrongFace: "臉的編號從 1 開始。",
  none: "這張照片裡沒有找到人臉。",
  which: "這張照片裡有 {{count}} 張臉，請用 --face 說明是哪一張：",
  line: "{{number}}：位置 {{x}}, {{y}}，大小 {{width}} × {{height}} 像素",
  progress: "已比較 {{done}} / {{total}} 張照片",
  found_other: "{{count}} 張照片裡有這個人；{{unclear}} 張沒法比較。",
};
