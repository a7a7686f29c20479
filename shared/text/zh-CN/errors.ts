import type { Translation } from "../shape.ts";

type English = typeof import("../en/errors.ts");

export const error: Translation<English["error"]> = {
  "link-skipped": "这是一个指向别处的链接，已跳过。如果也想检查那里，请直接选择那个文件夹。",
  "hidden-skipped": "这是隐藏的文件或文件夹，已跳过，里面的内容没有读取。",
  "system-skipped": "这是系统自己的文件夹，里面没有您的照片，已跳过。",
  "special-file-skipped": "这不是普通文件，已跳过。",
  "folder-unreadable": "这个文件夹打不开，因为您的账户没有读取权限。取得权限后，请再检查一次。",
  "folder-missing":
    "找不到这个文件夹了，什么都没有改动。如果它在存储卡或别的磁盘上，请插好后再检查一次。",
  "folder-not-a-folder": "这是一个文件，不是文件夹。请选择它所在的文件夹。",
  "folder-name-unusable":
    "文件夹不能叫这个名字。请不要用 / \\ : * ? 之类的符号，开头和结尾不要用点，名字也不要太长。",
  "folder-exists": "这个名字已经有了。请在列表里选择它，或者换一个名字。",
  "folder-not-made": "这里不能新建文件夹：您的账户不能写入这个位置，或者磁盘已满。请换一个位置。",
  "file-vanished": "这张照片不在原来的地方了，什么都没有改动。如果是您移动了它，请重新检查文件夹。",
  "file-unreadable": "这张照片打不开，因为您的账户没有读取权限。照片保持原样。",
  "file-empty": "这个文件是空的，里面没有图像。如果是从存储卡拷来的，请再拷一次。",
  "file-changed":
    "这张照片刚刚被别的程序改过，为了稳妥，Safelight 没有动它。请重新检查文件夹，然后再试。",
  "read-failed":
    "磁盘没能读出这张照片，照片保持原样。磁盘或存储卡可能快坏了，请尽快把照片备份到别处。",
  "format-unknown": "Safelight 不认识这种文件，没有读取，文件保持原样。",
  "format-damaged":
    "这个文件已损坏或不完整，只读到了一部分，文件保持原样。如果您有另一份，请用那一份。",
  "decoder-crashed": "试了两次都没能安全地打开这张照片。照片保持原样，其他照片已照常检查。",
  "deadline-exceeded": "读这张照片花的时间太久，Safelight 先去检查其他照片了。照片保持原样。",
  "analyst-cannot-start":
    "Safelight 读取照片的部分无法启动，什么都没有改动。请运行 `safelight doctor`，或重新安装 Safelight。",
  "too-many-pixels": "这张图太大，没有查看画面内容，只读取了其中的隐藏信息。",
  "format-not-drawable":
    "Safelight 画不出这种文件的画面，所以没有查看画面内容，只读取了其中的隐藏信息。",
  "format-read-only":
    "Safelight 能读这种文件，但暂时还不能保证安全地清理它，所以保持原样。可以另存一份 JPEG 再清理。",
  "disk-full": "磁盘满了，照片和原来一模一样。请腾出一些空间再试。",
  "folder-read-only":
    "这个文件夹不允许写入，照片和原来一模一样。请把照片复制到您自己的文件夹里再清理。",
  "verify-failed": "清理后的照片没有通过最后的核对，已经丢弃。原照片和原来一模一样。",
  "nothing-to-remove": "这张照片里没有需要清除的内容，保持原样。",
  "copy-missing": "找不到用来还原的备份了，照片保持现在的样子。",
  "copy-damaged": "用来还原的备份已损坏，照片保持现在的样子。",
  "already-undone": "已经撤销过了，不需要再做什么。",
  "name-taken": "已经有同名的文件，没有覆盖任何东西。",
  interrupted: "处理这张照片时 Safelight 被关闭了。照片和原来一模一样，再试一次就好。",
  "scan-needed": "这张照片还没有检查过。请先检查它所在的文件夹，再试一次。",
  "nothing-to-cover":
    "这张照片里没有需要遮住的内容，保持原样。可以手动标出一块区域，或选择要查找的内容。",
  "format-not-paintable":
    "Safelight 不能直接在这种文件上涂抹，所以保持原样。可以改为制作一份安全副本，大多数照片都可以。",
  "face-unclear": "这张脸太小，没法和别的脸比较，什么都没有保留。请另选一张脸更大的照片。",
  "vault-locked": "保险库锁着，什么都没有改动。请先输入口令。",
  "wrong-passphrase":
    "这不是保险库的口令，什么都没有改动。请检查大小写和键盘语言，再试一次。恢复单上的密钥也能打开保险库。",
  "passphrase-too-short": "口令至少要有 8 个字符，什么都没有改动。四五个互不相关的词既安全又好记。",
  "keychain-unavailable":
    "这里没有能安全保存密钥的系统钥匙串（Linux 上是 GNOME 钥匙环或 KWallet，只有 Safelight 的窗口能使用），什么都没有改动。也可以用口令来保护保险库。",
  "keychain-refused":
    "系统钥匙串没有交出保险库的密钥，什么都没有改动。请解锁钥匙串后再试一次，或者输入恢复单上的密钥。",
  "vault-not-empty":
    "还有照片只存在于保险库里，什么都没有删除。请先把它们放回去，或者说明它们也可以删除。",
  "not-confirmed": "这一步无法撤销，而且没有得到确认，所以什么都没有做。",
  "safelight-running": "另一个 Safelight 正在使用同样的记录，什么都没有删除。请先关闭它。",
  "photo-not-found": "列表里已经没有这张照片了。请重新检查它所在的文件夹。",
  "action-not-found": "历史记录里已经没有这一步，什么都没有改动。",
  "preview-expired": "预览的时间太久了，什么都没有改动。请再看一遍预览。",
  "scan-running": "这个文件夹正在检查。请等它完成，或者先停止检查。",
  "catalogue-too-new": "Safelight 的记录是由更新的版本写下的，什么都没有改动。请使用那个新版本。",
  "data-folder-unusable":
    "Safelight 存放记录的文件夹不能用了，您的照片没有被动过。请检查磁盘是否已满、是否允许写入。",
  unexpected: "出了意料之外的问题。您的照片是安全的，不会只改到一半。请再试一次。",
};

export const errorShort: Translation<English["errorShort"]> = {
  "link-skipped": "指向别处的链接",
  "hidden-skipped": "隐藏的文件和文件夹",
  "system-skipped": "系统文件夹",
  "special-file-skipped": "不是普通文件",
  "folder-unreadable": "文件夹打不开",
  "folder-missing": "文件夹不见了",
  "folder-not-a-folder": "不是文件夹",
  "folder-name-unusable": "文件夹名字不能用",
  "folder-exists": "文件夹已存在",
  "folder-not-made": "没能新建文件夹",
  "file-vanished": "照片不见了",
  "file-unreadable": "没有权限打开",
  "file-empty": "空文件",
  "file-changed": "刚刚被改过",
  "read-failed": "磁盘读不出来",
  "format-unknown": "不认识的文件",
  "format-damaged": "文件已损坏",
  "decoder-crashed": "打不开",
  "deadline-exceeded": "读取太久",
  "analyst-cannot-start": "程序不完整",
  "too-many-pixels": "图太大",
  "format-not-drawable": "画面没有查看",
  "format-read-only": "暂时不能清理",
  "disk-full": "磁盘已满",
  "folder-read-only": "文件夹只读",
  "verify-failed": "核对没有通过",
  "nothing-to-remove": "没有可清除的",
  "copy-missing": "备份不见了",
  "copy-damaged": "备份已损坏",
  "already-undone": "已经撤销过",
  "name-taken": "有同名文件",
  "scan-needed": "还没检查",
  interrupted: "中断了",
  "nothing-to-cover": "没有要遮住的",
  "format-not-paintable": "不能直接涂抹",
  "face-unclear": "脸太小",
  "vault-locked": "保险库已锁",
  "wrong-passphrase": "口令不对",
  "passphrase-too-short": "口令太短",
  "keychain-unavailable": "没有安全的钥匙串",
  "keychain-refused": "钥匙串没有打开",
  "vault-not-empty": "保险库不是空的",
  "not-confirmed": "没有确认",
  "safelight-running": "Safelight 正在运行",
  "photo-not-found": "不在列表里",
  "action-not-found": "不在历史里",
  "preview-expired": "预览已过期",
  "scan-running": "正在检查",
  "catalogue-too-new": "记录版本太新",
  "data-folder-unusable": "记录不可用",
  unexpected: "出了问题",
};
