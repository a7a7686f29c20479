import type { Translation } from "../shape.ts";

type English = typeof import("../en/page.ts");

export const app: Translation<English["app"]> = {
  name: "Safelight",
  tagline: "看看照片泄露了什么，一键清理干净。",
};

export const nav: Translation<English["nav"]> = {
  main: "页面",
  home: "首页",
  folders: "文件夹",
  allPhotos: "全部照片",
  vault: "保险库",
  history: "历史记录",
  help: "帮助",
  settings: "设置",
  skip: "跳到正文",
};

export const common: Translation<English["common"]> = {
  cancel: "取消",
  close: "关闭",
  back: "返回",
  tryAgain: "再试一次",
  loading: "请稍等…",
  search: "搜索",
  clear: "清空",
  more: "更多",
  dismiss: "知道了",
};

export const home: Translation<English["home"]> = {
  title: "想看看哪里的照片？",
  lead: "照片里藏着看不见的东西：您住在哪里、相机是谁的、裁掉了什么。Safelight 帮您找出来，并清理干净。",
  choose: "选择文件夹",
  drop: "也可以把文件夹拖到这里",
  dropHere: "松开鼠标，开始检查",
  dropBrowser: "浏览器不会告诉我们拖进来的文件夹在哪里，请在这里选择它。",
  dropNothing: "这不是文件夹。请拖入一个文件夹，或者点按钮选择。",
  promiseLocalTitle: "照片不离开这台电脑",
  promiseLocal: "Safelight 不联网，照片一直在您手里。",
  promiseLookTitle: "只看，不改",
  promiseLook: "您看过要清除什么、点头同意之后，才会动照片。",
  promiseUndoTitle: "随时可以反悔",
  promiseUndo: "清理过的照片，可以恢复得和原来一模一样。",
  recent: "您的文件夹",
  open: "查看照片",
  photos_other: "{{count}} 张照片",
  dangerous_other: "{{count}} 张危险",
  allSafe: "没有危险的照片",
  neverScanned: "还没有检查完",
  scannedAt: "{{when}}检查过",
  scanAgain: "重新检查",
  forget: "从列表中移除",
  forgetTitle: "从列表中移除“{{name}}”？",
  forgetText: "Safelight 会忘掉在这里的检查结果。照片不会被改动，也不会被删除。",
  forgetYes: "从列表中移除",
  folderMenu: "{{name}} 的更多操作",
  recovered: "上次 Safelight 在工作途中被关闭了。现在一切都已理顺，没有任何照片只改到一半。",
};

export const picker: Translation<English["picker"]> = {
  title: "选择文件夹",
  shortcuts: "常用位置",
  up: "上一级",
  here: "当前位置",
  empty: "这里面没有文件夹。",
  files_other: "这里直接放着 {{count}} 个文件",
  choose: "选择“{{name}}”",
};

export const scan: Translation<English["scan"]> = {
  walking: "正在“{{name}}”里找照片…",
  running: "正在检查“{{name}}”",
  done: "“{{name}}”检查完了",
  stopped: "“{{name}}”的检查已停止",
  failed: "“{{name}}”没能检查",
  stop: "停止",
  resume: "继续检查",
  reading: "正在读取文件：{{read}} / {{found}}",
  progress: "{{done}} / {{found}} 张",
  found_other: "已找到 {{count}} 张照片",
  dangerous_other: "目前发现 {{count}} 张危险",
  dangerousNone: "目前没有发现危险",
  failedPhotos_other: "{{count}} 张读不出来",
  unchanged_other: "{{count}} 张和上次一样",
  skipped_other: "跳过了 {{count}} 处",
  skippedTitle: "跳过了什么，为什么",
  see: "查看照片",
};

export const left: Translation<English["left"]> = {
  soon: "马上就好",
  seconds: "不到一分钟",
  minutes_other: "大约还要 {{count}} 分钟",
  hours_other: "大约还要 {{count}} 小时",
  days_other: "大约还要 {{count}} 天",
};

export const album: Translation<English["album"]> = {
  all: "全部照片",
  grid: "照片",
  summary_other: "{{count}} 张照片里，有 {{dangerous}} 张会泄露危险信息",
  summarySafe_other: "{{count}} 张照片，都没有危险",
  cleanAll: "清理这些照片",
  clean: "清理",
  undo: "撤销",
  selected_other: "已选 {{count}} 张",
  allSelected: "已选中显示的全部照片",
  selectAll: "全选",
  selectNone: "取消选择",
  kinds: "泄露了什么",
  severities: "危险程度",
  statusFailed: "读不出来",
  clearFilters: "显示全部",
  emptyTitle: "这里还没有照片",
  emptyText: "这个文件夹里没有照片，或者还没有检查。",
  emptyFilterTitle: "没有符合条件的照片",
  emptyFilterText: "请少选几个条件，或者显示全部照片。",
  tile: "{{name}}：{{severity}}",
  tileKinds: "{{name}}：{{severity}}。{{kinds}}",
  tileFailed: "{{name}}：{{reason}}",
  cleaned: "已清理",
  noPicture: "没有可显示的画面",
  keys: "快捷键",
};

export const keys: Translation<English["keys"]> = {
  title: "快捷键",
  arrows: "在照片之间移动",
  space: "选中这张照片",
  enter: "打开这张照片",
  shift: "一直选到这一张",
  all: "选中显示的全部照片",
  strip: "清理选中的照片",
  quarantine: "把选中的照片移入保险库",
  redact: "遮住选中照片的一部分",
  export: "为选中的照片制作安全副本",
  undo: "撤销对选中照片的上一次改动",
  escape: "取消选择",
  arrowsKey: "方向键",
  spaceKey: "空格",
  enterKey: "回车",
  shiftKey: "Shift + 点击",
  allKey: "Ctrl + A",
  stripKey: "S",
  quarantineKey: "V",
  redactKey: "C",
  exportKey: "E",
  undoKey: "U",
  escapeKey: "Esc",
};

export const photo: Translation<English["photo"]> = {
  back: "返回照片列表",
  previous: "上一张",
  next: "下一张",
  clean: "清理这张照片",
  undo: "恢复原来的照片",
  picture: "照片 {{name}}",
  findings: "泄露了什么",
  tags: "全部信息",
  facts: "文件",
  nothing: "没有发现问题",
  nothingText: "据 Safelight 所知，这张照片没有泄露什么。",
  cleanedText: "您清理过这张照片，可以恢复成原来的样子。",
  failedTitle: "这张照片读不出来",
  why: "为什么要紧",
  where: "写在哪里",
  showBoxes: "在照片上标出来",
  northEast: "北纬 {{lat}}°，东经 {{lon}}°",
  northWest: "北纬 {{lat}}°，西经 {{lon}}°",
  southEast: "南纬 {{lat}}°，东经 {{lon}}°",
  southWest: "南纬 {{lat}}°，西经 {{lon}}°",
  near: "{{country}} {{town}} 附近",
  farFromTowns: "附近没有城镇",
  inPicture: "在画面里看到",
  sure: "Safelight 有 {{percent}}% 的把握",
  name: "名称",
  folder: "所在文件夹",
  format: "文件类型",
  size: "大小",
  pixels: "画面尺寸",
  pixelsValue: "{{width}} × {{height}} 像素",
  unknown: "未知",
  sameFolder: "就在所选的文件夹里",
  noPreview: "这张图显示不出来。",
};

export const tags: Translation<English["tags"]> = {
  search: "在全部条目中搜索",
  count_other: "{{count}} 条",
  none: "除了画面本身，这个文件里什么也没写。",
  noMatch: "没有哪一条包含“{{words}}”。",
  private: "隐私：{{kind}}",
};

export const settings: Translation<English["settings"]> = {
  title: "设置",
  language: "语言",
  languageSystem: "跟随系统",
  theme: "外观",
  themeSystem: "跟随系统",
  themeLight: "浅色",
  themeDark: "深色",
  about: "关于 Safelight",
  version: "版本 {{version}}",
  aboutText:
    "Safelight 在您自己的电脑上找出照片泄露的信息，并清理干净。它从不联网，也不收集您的任何信息。",
  shellWindow: "正在独立窗口中运行",
  shellLoopback: "正在浏览器中运行，只有这台电脑能访问",
};

export const connection: Translation<English["connection"]> = {
  connecting: "Safelight 正在启动…",
  lostTitle: "连接断开了",
  lostText: "正在重新连接 Safelight。您的照片是安全的。",
  closedTitle: "Safelight 已经关闭",
  closedText:
    "这个页面联系不上 Safelight 了。没有任何照片只改到一半。请重新启动 Safelight，它会自动打开新的页面。",
  deniedTitle: "这个页面已经失效",
  deniedText:
    "Safelight 打开页面时用的钥匙只能用一次。请重新启动 Safelight，它会自动打开新的页面。",
  crashedTitle: "页面出了点问题",
  crashedText: "您的照片是安全的。重新打开页面就可以继续。",
  reload: "重新打开页面",
};
