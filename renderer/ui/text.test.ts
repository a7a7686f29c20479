import { expect, it } from "vitest";
import type { Language } from "../../shared/model/settings.ts";
import { sentence, type TextKey } from "../../shared/text/index.ts";
import { prepareTexts } from "./text.ts";

const LANGUAGES: readonly Language[] = ["en", "zh-CN", "zh-TW"];
const KEYS: readonly TextKey[] = ["home.photos", "album.summary", "scan.running", "strip.noCopy"];

it("says the same on the page as on the command line", async () => {
  const texts = prepareTexts();
  const facts = { name: "$t(app.name) <b> {{count}}", dangerous: 1234 };
  for (const language of LANGUAGES) {
    await texts.changeLanguage(language);
    for (const count of [0, 1, 2, 1751]) {
      const said = KEYS.map((key) => texts.t(key, { ...facts, count }));
      expect(said).toEqual(KEYS.map((key) => sentence(language, key, { ...facts, count })));
    }
  }
});
