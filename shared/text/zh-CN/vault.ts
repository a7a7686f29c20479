import type { Translation } from "../shape.ts";

type English = typeof import("../en/vault.ts");

export const sheet: Translation<English["sheet"]> = {
  title: "Safelight 保险库恢复单",
  what: "拿到这张纸的人，不用 Safelight、不用口令，就能打开保险库。请像保管家里的钥匙一样保管它。",
  key: "密钥：",
  recipient: "它属于这个地址的保险库：",
  how: "用免费程序 age（age-encryption.org）打开加密文件：把密钥写进文件 key.txt，然后运行",
  where:
    "保险库里有什么：vault/entries 里的小文件说明 vault/objects 里每个大文件是什么。全部步骤见 docs/vault.md。",
};

export const vault: Translation<English["vault"]> = {
  title: "保险库",
  lead: "Safelight 替您锁好保管的东西，有了它们，每次改动都可以反悔。",
  kept: "保管了什么",
  quarantined_other: "张照片只存在这里",
  originals_other: "张改动前的完整原照片",
  patches_other: "份用来撤销清理的小记录",
  space: "一共占用的磁盘空间",
  lock: "谁能打开",
  file: "能使用这个电脑账户的任何人",
  fileText:
    "钥匙没有保护，就放在 Safelight 自己的文件夹里，能读到那个文件夹的人都能打开保险库。设置口令之后，就只有您能打开。",
  passphrase: "只有知道口令的人",
  passphraseOpen: "现在没有上锁，直到您锁上它或者关闭 Safelight。",
  passphraseLocked: "现在锁着。照片仍然可以放进去，但取出任何东西都需要口令。",
  keychain: "只有您在这台电脑上的账户",
  keychainOpen: "钥匙由系统的钥匙串保管。现在没有上锁，直到您锁上它或者关闭 Safelight。",
  keychainLocked:
    "现在锁着。照片仍然可以放进去；取出任何东西都要问系统的钥匙串，您登录之后它就能打开。",
  useKeychain: "让系统保管钥匙",
  keychainUsed: "现在由系统的钥匙串保管钥匙",
  set: "设置口令",
  change: "更改口令",
  remove: "取消口令",
  unlock: "解锁",
  lockNow: "立即上锁",
  lockedNow: "保险库已锁上",
  sheet: "恢复单",
  check: "全部检查一遍",
  passphraseSet: "口令已设置",
  passphraseGone: "保险库不再需要口令",
  keep: "保管多久",
  keepText: "任何东西都不会自动删除。Safelight 只会告诉您哪些已经放了很久。",
  keepAlways: "一直保管",
  keepDays_other: "超过 {{count}} 天提醒我",
  older_other: "有 {{count}} 项保管的时间已经超过您的期限（{{size}}）。",
  dropOlder: "删除过期的…",
  list: "保管的原照片",
  listEmptyTitle: "没有保管原照片",
  listEmptyText: "您移入保险库的照片，以及遮盖或清理之前的完整原照片，会出现在这里。",
  listLocked: "保险库锁着。解锁之后，才能确定里面的东西都列出来了。",
  search: "按名字搜索",
  noMatch: "这里没有名字含“{{words}}”的照片。",
  selectAll: "全选",
  selectNone: "全不选",
  selected_other: "已选 {{count}} 张",
  was: { quarantine: "只存在这里", redact: "遮盖前的原件", strip: "清理前的原件" },
  keptAt: "{{when}}放入",
  sidecars_other: "连同 {{count}} 个附属的小文件",
  restore: "放回原处",
  restoreTo: "放到文件夹…",
  restoring: "正在取回…",
  restored_other: "{{count}} 张原照片已放回原处",
  restoredTo_other: "{{count}} 张原照片已放进您选的文件夹",
  delete: "永久删除…",
  deleted_other: "已永久删除 {{count}} 项",
};

export const forGood: Translation<English["forGood"]> = {
  title_other: "永久删除 {{count}} 张原照片？",
  titleOld: "永久删除过期的东西？",
  onlyHere_other: "其中 {{count}} 张别处都没有，删除之后照片就没有了。",
  changed_other: "{{count}} 张照片会保持现在的样子，再也不能恢复原照片。",
  old_other: "很久以前的 {{count}} 次改动再也不能撤销。",
  disk: "固态硬盘（SSD）或存储卡可能会把删除的数据再保留一段时间，专业人员有可能找到。设了口令的，找到也打不开；没有口令的，钥匙也可能一起被找到。",
  next: "继续",
  sure: "删除之后无法反悔",
  sureText: "我明白，删除之后谁也找不回来。",
  yes: "永久删除",
  working: "正在删除…",
};

export const unlock: Translation<English["unlock"]> = {
  title: "解锁保险库",
  text: "这一步需要保险库的口令。",
  passphrase: "口令",
  keyChain: "向系统的钥匙串要钥匙",
  orSheet: "如果钥匙串没有给出钥匙，也可以输入恢复单上的密钥：",
  onlySheet:
    "钥匙在系统的钥匙串里，只有 Safelight 的窗口能使用。在这里请用恢复单上的密钥打开保险库。",
  sheetKey: "恢复单上的密钥",
  show: "显示我输入的内容",
  yes: "解锁",
};

export const newPassphrase: Translation<English["newPassphrase"]> = {
  titleSet: "设置口令",
  titleChange: "更改口令",
  titleRemove: "取消口令？",
  removeText:
    "取消之后，钥匙没有保护，就放在 Safelight 自己的文件夹里，能读到那个文件夹的人都能打开保险库。",
  text: "用四五个互不相关的词，既好记，又难猜。",
  first: "新口令",
  again: "再输入一遍",
  short: "至少要有 {{min}} 个字符。",
  differ: "两次输入的不一样。",
  warning: "没有口令，谁也打不开保险库，Safelight 的作者也不行。请打印恢复单，放在安全的地方。",
  set: "设置口令",
  remove: "取消口令",
};

export const keyChain: Translation<English["keyChain"]> = {
  title: "让系统保管钥匙？",
  text: "之后由系统的钥匙串锁好保险库的钥匙，您登录时就能打开。不用记口令，Safelight 的文件夹里也不再放着没有保护的钥匙。",
  asks: "系统可能会请您允许。能使用您账户的人也能打开保险库。",
  lost: "如果这个账户或这台电脑没有了，钥匙也就没有了。接下来会显示恢复单，请打印出来。",
  yes: "让系统保管",
};

export const checkVault: Translation<English["checkVault"]> = {
  title: "检查保险库里的一切",
  text: "Safelight 会打开保管的每一样东西，核对是否完好。什么都不会改动。",
  start: "开始检查",
  working: "正在检查…",
  progress: "{{done}} / {{total}}",
  good_other: "一切完好：打开并核对了 {{count}} 个加密文件。",
  empty: "保险库里没有需要检查的东西。",
  bad_other: "有 {{count}} 项无法恢复",
};

export const recovery: Translation<English["recovery"]> = {
  title: "恢复单",
  text: "忘记口令或者电脑坏了的时候，可以用这张纸打开保险库。请打印出来，和重要的文件放在一起。",
  afterKeyChain:
    "现在由系统保管钥匙。请今天就打印这张纸：万一这个账户或这台电脑没有了，只有它能打开保险库。",
  warning: "拿到这张纸的人都能打开保险库。请不要拍照，也不要发给别人。",
  show: "显示恢复单",
  print: "打印",
  qr: "手机可以扫描的钥匙二维码",
};

export const purge: Translation<English["purge"]> = {
  title: "清除所有痕迹",
  text: "清除 Safelight 在这台电脑上保存的一切。您文件夹里的照片不会改动。",
  open: "清除所有痕迹…",
  goes: "会清除这些",
  goesFound: "照片的检查结果，以及文件夹列表",
  goesHistory: "历史记录：清理过和遮盖过的照片再也不能恢复",
  goesVault: "保险库和里面的一切（{{size}}）",
  goesSettings: "您的设置",
  only_other: "保险库里还有 {{count}} 张原照片，别处可能都没有。请先放回原处，否则就没有了。",
  even: "这些也可以删除",
  toVault: "打开保险库看看",
  type: "要继续，请输入“{{word}}”",
  word: "清除",
  yes: "全部清除",
  doneTitle: "所有痕迹都已清除",
  doneText: "清除之后 Safelight 又查看了一遍：下面这些文件都已经不在了。您可以关闭这个页面。",
  removed_other: "清除了 {{count}} 个文件，共 {{size}}",
  disk: "固态硬盘（SSD）可能会把删除的数据再保留一段时间，专业人员有可能找到。保险库设过口令的，找到也打不开；没有口令的，钥匙也可能一起被找到。",
};
