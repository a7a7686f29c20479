import type { findPerson as CliEnglish, person as English } from "../en/person.ts";
import type { Translation } from "../shape.ts";

export const person: Translation<typeof English> = {
  find: "找出这个人的照片",
  pick: "找出其中一个人的照片",
  face: "找出这个人的照片：第 {{number}} 张脸",
  title: "要找出这个人的照片吗？",
  text: "Safelight 会测量您照片里的人脸，再和这张脸比较。这种测量数据和指纹一样，属于个人隐私。",
  memory:
    "测量只在现在、只为这一次查找进行，数据只放在内存里，绝不写进磁盘，也不发往任何地方。关闭这个页面或点“忘掉”，数据就没有了。",
  mistakes:
    "认脸可能出错，孩子、兄弟姐妹、模糊的或很小的脸最容易认错。处理照片之前，请先看一遍结果。",
  whereFolder: "只在“{{name}}”里找",
  whereAll: "在全部照片里找",
  where: "在哪里找",
  start: "开始测量和比较",
  running: "正在比较人脸：{{done}} / {{total}} 张照片",
  done_other: "在 {{count}} 张照片里找到",
  soFar_other: "目前找到 {{count}} 张",
  stopped: "比较已停止",
  failed: "这张脸没法比较",
  unclear_other: "{{count}} 张照片没法比较",
  onlyMemory: "只在内存里，只有这个页面知道",
  stop: "停止",
  forget: "忘掉",
  see: "查看照片",
  album: "同一个人的照片",
  goneTitle: "这次查找已经忘掉了",
  goneText: "人脸的测量数据从不保留。要再看这些照片，请重新选一次那张脸。",
};

export const findPerson: Translation<typeof CliEnglish> = {
  about: "找出拍到同一个人的照片；人脸只在内存里测量，从不保存",
  file: "拍到这个人的一张照片",
  folders: "在哪些文件夹里找；不写就在这张照片所在的文件夹里找",
  face: "第几张脸，从 1 数起，顺序和 scan --json 列出的一样",
  wrongFace: "脸的编号从 1 开始。",
  none: "这张照片里没有找到人脸。",
  which: "这张照片里有 {{count}} 张脸，请用 --face 说明是哪一张：",
  line: "{{number}}：位置 {{x}}, {{y}}，大小 {{width}} × {{height}} 像素",
  progress: "已比较 {{done}} / {{total}} 张照片",
  found_other: "{{count}} 张照片里有这个人；{{unclear}} 张没法比较。",
};
