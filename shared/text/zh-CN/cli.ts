import type { Translation } from "../shape.ts";

type English = typeof import("../en/cli.ts");

export const cli: Translation<English["cli"]> = {
  about: "找出照片会泄露什么，并在您自己的电脑上清理干净。什么都不会传出去。",
  scan: {
    about: "检查文件夹，说明里面的照片会泄露什么",
    json: "在标准输出打印一个 JSON 文档",
    ndjson: "每行打印一个 JSON 对象：先是照片，最后是汇总",
    detectors: "要查找的内容，用逗号分隔",
    metadataOnly: "只读取像素以外的信息，速度更快",
    jobs: "使用多少个分析进程",
    failOn: "发现达到这个严重程度的内容时，以 3 退出",
    progress: "已检查 {{done}} / {{found}} 张照片",
    progressLeft: "已检查 {{done}} / {{found}} 张照片。{{left}}",
    nothing_other: "检查了 {{count}} 张照片，没有发现 Safelight 认识的隐私信息。",
    found_other: "检查了 {{count}} 张照片，其中 {{dangerous}} 张被盗会造成伤害。",
    failed_other: "有 {{count}} 张照片无法判断：",
    skipped: "已跳过：{{path}}（{{reason}}）",
  },
  show: {
    about: "说明一张照片会泄露什么",
    clean: "没有发现任何内容。",
    id: "照片的路径",
  },
  strip: {
    about: "去掉照片里会暴露身份的信息，画面一点不动",
    preset: "去掉什么：location（位置）、identity（地点、人物、设备）或 everything（全部）",
    keepDate: "保留拍摄日期和时间",
    noCopy: "不留下用来撤销的原件",
    dryRun: "只说明会去掉什么，不改动文件",
    goes: "会去掉：",
    stays: "会保留：",
    line_other: "{{what}}（{{count}} 张照片）",
    done: "清理了 {{done}} 张，{{unchanged}} 张没有可去掉的内容，{{failed}} 张保持原样。",
    undoHint: "要撤销，请运行：safelight undo {{batch}}",
  },
  undo: {
    about: "撤销一次清理，包括其中所有照片",
    last: "撤销最近的一次",
    done: "{{done}} 张照片已恢复成原件，{{failed}} 张无法恢复。",
    nothing: "没有可以撤销的内容。",
    which: "请说明要撤销哪一次清理：填写历史记录里的编号，或使用 --last。",
  },
  history: {
    about: "列出清理过什么、哪些可以撤销",
    empty: "还没有清理过任何照片。",
    line: "{{batch}}  {{when}}  {{preset}}：清理 {{done}} 张，失败 {{failed}} 张，已撤销 {{undone}} 张",
  },
  doctor: {
    about: "检查 Safelight 需要的东西是否齐全",
    fine: "一切齐全。",
    broken: "缺少一些东西，请看上面的说明。",
  },
  dataDir: "目录数据和原件保存的位置",
  paths: "文件或文件夹",
  folders: "文件夹",
  examples: "示例：",
  wrongFolder: "{{path}}：{{reason}}",
  wrongValue: "{{value}} 不在可选范围内：{{allowed}}",
  wrongJobs: "请填写 1 到 {{most}} 之间的整数。",
  stopped: "已停止。到目前为止的检查结果已保存。",
};
