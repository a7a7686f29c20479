import { describe, expect, it } from "vitest";
import { reportHtml } from "./html.ts";
import { SAMPLE } from "./testing/sample.ts";

/** The words of a page in their order. */
const words = (page: string): string =>
  page
    .replace(/<style>.*<\/style>|<[^>]*>/gs, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("the report as a page", () => {
  it("tells what nobody knows before anything else", () => {
    const text = words(reportHtml(SAMPLE, "en"));
    const places = ["1 photo could not be read", "Damaged file: 1", "3 photos checked"].map(
      (part) => text.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("says so when every photo was read", () => {
    const known = { failed: [], skipped: 0, unseen: 0, unread: 0 };
    expect(words(reportHtml({ ...SAMPLE, unknown: known }, "en"))).toContain(
      "Every photo was read, and every picture was looked at to its end.",
    );
    expect(words(reportHtml({ ...SAMPLE, unknown: { ...known, unseen: 2 } }, "en"))).toContain(
      "Picture not looked at: 2",
    );
  });

  it("counts what was found and cites the law in both languages", () => {
    const english = words(reportHtml(SAMPLE, "en"));
    expect(english).toContain("A Chinese identity number Dangerous 1 2 2");
    expect(english).toContain("Official identity PIPL Art. 28 · GDPR Art. 87 1");
    const chinese = words(reportHtml(SAMPLE, "zh-CN"));
    expect(chinese).toContain("身份证号码 危险 1 2 2");
    expect(chinese).toContain("身份证件 《个人信息保护法》第 28 条 · GDPR 第 87 条 1");
  });

  it("tells a card from the number on it", () => {
    const [number] = SAMPLE.byType;
    if (!number) throw new Error("the sample has no number");
    const both = (["document", "personal-text"] as const).map((kind) => ({
      ...number,
      kind,
      type: "bank-card",
    }));
    const text = words(reportHtml({ ...SAMPLE, byType: both }, "en"));
    expect(text).toContain("Documents A bank card Dangerous");
    expect(text).toContain("Personal text A bank card number Dangerous");
  });

  it("takes every name for text, whatever it holds", () => {
    const name = `</bdi><script>alert(1)</script><img src=x onerror="a">'&\u0007`;
    const page = reportHtml(
      {
        ...SAMPLE,
        madeBy: name,
        folder: name,
        byFolder: [{ folder: name, photos: 1, failed: 0, dangerous: 0 }],
      },
      "en",
    );
    expect(page.match(/<(?:script|img)/g)).toBeNull();
    const written =
      "&lt;/bdi&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp; ";
    expect(page.split(written).length - 1).toBe(3);
  });

  it("needs nothing but itself, and forbids the rest", () => {
    const page = reportHtml(SAMPLE, "en");
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page.match(/https?:|src=|href=|url\(|<script|<link|\son\w+=/g)).toBeNull();
  });

  it("says of an album without photos that nothing was found, and that it knows nothing", () => {
    const empty = {
      ...SAMPLE,
      photos: 0,
      dangerous: 0,
      unknown: { failed: [], skipped: 0, unseen: 0, unread: 0 },
      bySeverity: [],
      byKind: [],
      byType: [],
      byLaw: [],
      byFolder: [],
      byAction: [],
    };
    const text = words(reportHtml(empty, "en"));
    expect(text).toContain("0 photos checked");
    expect(text).not.toContain("Every photo was read");
  });
});
