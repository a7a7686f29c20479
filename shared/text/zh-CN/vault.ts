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
