import type { Language } from "../../../shared/model/settings.ts";
import type { RecoverySheet } from "../../../shared/model/vault.ts";
import { sentence } from "../../../shared/text/index.ts";
import { qrSvg, qrText } from "./qr.ts";

/** What a person prints to open the vault when everything else is lost. Holds the key in the clear. */
export function recoverySheet(
  keys: { readonly identity: string; readonly recipient: string },
  language: Language,
): RecoverySheet {
  const { identity, recipient } = keys;
  const text = [
    sentence(language, "sheet.title"),
    "",
    sentence(language, "sheet.what"),
    "",
    sentence(language, "sheet.key"),
    identity,
    "",
    sentence(language, "sheet.recipient"),
    recipient,
    "",
    sentence(language, "sheet.how"),
    "  age -d -i key.txt vault/entries/NAME.json.age",
    "  age -d -i key.txt -o photo vault/objects/OBJECT.age",
    "",
    sentence(language, "sheet.where"),
  ];
  return { text: text.join("\n"), qrSvg: qrSvg(identity), qrText: qrText(identity) };
}
