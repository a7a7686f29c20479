import type { Translation } from "../shape.ts";

type English = typeof import("../en/protect.ts");

export const ways: Translation<English["ways"]> = {
  menu: "更多办法",
  quarantine: "移入保险库",
  quarantineText: "离开这个文件夹，锁起来。以后可以取回。",
  redact: "遮住画面的一部分",
  redactText: "人脸、证件、号码，或者您自己圈出来的地方。",
  redactNone: "这些照片里没有找到可以遮住的内容。打开单张照片，可以自己圈出要遮的地方。",
  redactFormat: "这种文件不能直接涂盖，请改为制作安全副本。",
  export: "制作安全副本",
  exportText: "把清理好的副本放进另一个文件夹，原照片不变。",
};

export const quarantine: Translation<English["quarantine"]> = {
  title_other: "把 {{count}} 张照片移入保险库",
  titleAll: "把照片移入保险库",
  leaves: "照片会离开原来的文件夹，锁进 Safelight 的保险库。",
  hidden: "别人翻看您的文件夹时看不到它们，其他程序也打不开。",
  back: "随时可以取回，和现在一模一样。",
  along: "附属于照片的小文件（例如其他修图程序的记录）会一起移走。",
  unprotected: "现在打开保险库还不需要口令。请到保险库页面设置一个，这样只有您能打开。",
  size: "共 {{size}}",
  apply_other: "把 {{count}} 张照片移入保险库",
  working: "正在把照片锁起来…",
  done_other: "{{count}} 张照片已移入保险库。",
  unchanged_other: "{{count}} 张照片保持原样。",
  failed_other: "{{count}} 张照片没能移走，还在原处。",
  refused_other: "{{count}} 张照片不能移走，会留在原处",
  see: "打开保险库看看",
};

export const redact: Translation<English["redact"]> = {
  title_other: "遮住 {{count}} 张照片的一部分",
  titleAll: "遮住照片的一部分",
  kinds: "要遮住什么？",
  kindsNone: "这里没有找到可以遮住的内容。请在画面上自己圈出来。",
  mark: "圈出一块",
  markHint:
    "用鼠标在画面上拖动即可。不用鼠标时：按这个按钮，然后用方向键移动，按住 Shift 加方向键调整大小，用 Delete 键移除。",
  area: "圈出的第 {{number}} 块",
  removeArea: "移除圈出的第 {{number}} 块",
  style: "怎么遮？",
  solid: "涂黑",
  solidText: "最安全：原来的内容一点也不留。",
  blur: "模糊",
  blurText: "看起来柔和，但别人有办法还原。",
  pixelate: "马赛克",
  pixelateText: "看起来柔和，但别人有办法还原。",
  styleWarning: "模糊和马赛克曾被电脑程序还原出来。重要的号码、姓名和人脸，请选择涂黑。",
  ellipse: "人脸用圆形遮住",
  note: "照片里的隐藏信息也会一并清除。原照片会留在保险库里，可以恢复。",
  choose: "请选择要遮住的内容，或者在画面上圈出来。",
  chooseMany: "请选择要遮住的内容。",
  apply_other: "遮住 {{count}} 张照片中的内容",
  working: "正在遮盖…",
  done_other: "{{count}} 张照片已经遮好。",
  unchanged_other: "{{count}} 张没有需要遮住的内容，保持原样。",
  failed_other: "{{count}} 张没能遮盖，保持原样。",
  refused_other: "{{count}} 张照片会保持原样",
};

export const copies: Translation<English["copies"]> = {
  title_other: "为 {{count}} 张照片制作安全副本",
  titleAll: "制作安全副本",
  folder: "副本放在哪里？",
  chooseFolder: "选择文件夹",
  otherFolder: "换一个文件夹",
  noFolder: "请选择副本放在哪里。",
  note: "原照片一点也不变，那个文件夹里原有的文件也不会被覆盖。",
  cover: "同时遮住画面里的",
  size: "要多大？",
  sizeFull: "原来的大小",
  sizeScreen: "在屏幕上看",
  sizeMessage: "发消息用",
  sizeDots: "最多 {{dots}} 像素",
  rename: "改成普通的名字：photo-0001.jpg",
  renameText: "像 IMG_20260823_153012 这样的名字会透露日期和设备。",
  apply_other: "制作 {{count}} 份副本",
  working: "正在制作副本…",
  done_other: "{{count}} 份安全副本已经做好。",
  into: "放在 {{folder}}",
  unchanged_other: "{{count}} 张照片没有复制。",
  failed_other: "{{count}} 张照片没能复制。",
  refused_other: "{{count}} 张照片不能安全地复制",
};

export const newFolder: Translation<English["newFolder"]> = {
  open: "新建文件夹…",
  name: "新文件夹的名字",
  make: "新建",
};
