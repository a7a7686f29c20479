import type { Translation } from "../shape.ts";

type English = typeof import("../en/actions.ts");

export const action: Translation<English["action"]> = {
  goes: "清除",
  stays: "保留",
  goesNone: "没有需要清除的内容。",
  counted: "{{name}}（{{photos}}）",
  preparing: "正在看哪些内容会被清除…",
  progress: "{{done}} / {{total}}",
  keepOpen: "请不要关闭 Safelight。每张照片都会核对好，再清理下一张。",
  doneTitle: "完成了",
  outcomes: "是哪些照片，为什么",
  moreRefused_other: "还有 {{count}} 张",
  finish: "好的",
};

export const strip: Translation<English["strip"]> = {
  title_other: "清理 {{count}} 张照片",
  titleAll: "清理照片",
  presets: "要清除什么？",
  location: "只清除地点",
  locationText: "清除拍摄地点，其他都保留。",
  identity: "清除会暴露您的一切",
  identityText: "地点、姓名、设备和隐藏数据都清除。分享之前选这个最合适。",
  everything: "全部清除",
  everythingText: "只留下画面本身，连日期也不留。",
  custom: "我自己选",
  customText: "勾选要清除的内容。",
  recommended: "推荐",
  customKinds: "清除这些",
  customNone: "请至少勾选一项。",
  keepDate: "保留拍摄的日期和时间",
  advanced: "更多选项",
  wholeCopy: "把完整的原照片存进保险库",
  wholeCopyText:
    "平常只保管去掉的那些信息，足够反悔，也几乎不占地方。完整的原照片要再占一份空间，但即使清理后的照片又被改动或丢失，它也还在。",
  noCopy: "不留备份",
  noCopyWarning:
    "这样就没有退路了：清除的内容，连 Safelight 也找不回来。只有在别处另有备份，或者完全想好了的时候，才选这一项。",
  refused_other: "{{count}} 张照片不能清理，会保持原样",
  apply_other: "清理 {{count}} 张照片",
  working: "正在清理…",
  done_other: "{{count}} 张照片已经清理干净。",
  unchanged_other: "{{count}} 张没有需要清除的内容，保持原样。",
  failed_other: "{{count}} 张没能清理，保持原样。",
  removed: "一共清除了 {{size}} 隐藏信息。",
};

export const undo: Translation<English["undo"]> = {
  action: "撤销",
  cleaned_other: "已清理 {{count}} 张照片",
  quarantined_other: "{{count}} 张照片已移入保险库",
  covered_other: "{{count}} 张照片已遮好",
  copied_other: "已制作 {{count}} 份安全副本",
  copiesGone_other: "已移除 {{count}} 份副本",
  putAway_other: "{{count}} 张原照片又放进了保险库",
  working: "正在撤销…",
  done_other: "{{count}} 张照片已恢复得和原来一模一样",
  failed_other: "{{count}} 张照片没能恢复：{{reason}}",
  nothing: "这些照片都没有改动过，不需要撤销。",
};

export const history: Translation<English["history"]> = {
  title: "历史记录",
  lead: "Safelight 做过的一切都在这里。留了备份的，都可以恢复。",
  emptyTitle: "还没有改动过任何照片",
  emptyText: "您对照片做的一切都会列在这里，也可以撤销。",
  kind: {
    quarantine: "移入保险库",
    redact: "遮住了画面的一部分",
    export: "制作了安全副本",
    delete: "永久删除",
  },
  preset: {
    location: "清除了地点",
    identity: "清除了会暴露您的一切",
    everything: "全部清除",
    custom: "清除了您勾选的内容",
    none: "清除了一些内容",
  },
  photos: {
    strip_other: "清理了 {{count}} 张",
    quarantine_other: "{{count}} 张照片",
    redact_other: "{{count}} 张照片",
    export_other: "{{count}} 份副本",
    delete_other: "{{count}} 张原照片",
  },
  failed_other: "{{count}} 张没能做到",
  undone_other: "{{count}} 张已撤销",
  names: "{{names}} 等",
  undo: "撤销",
  undoOf: "撤销：{{what}}，{{when}}",
  noUndo: "没有留备份",
  allUndone: "已全部撤销",
  forGood: "无法恢复",
};

export const recovered: Translation<English["recovered"]> = {
  title: "上次 Safelight 在工作途中被关闭了",
  finished_other: "有 {{count}} 项改动当时已经做好，现在已全部收尾。",
  reverted_other: "有 {{count}} 个文件当时还没有改动，仍是原来的样子。",
  whole: "没有任何照片只改到一半。",
  see: "看看做了什么",
};
