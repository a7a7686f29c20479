import { describe, expect, it } from "vitest";
import { helpTopicOf } from "./help-topics.ts";

describe("the help for a finding", () => {
  it.each([
    ["location", "gps", "location"],
    ["device", "serial-number", "device"],
    ["thumbnail", "embedded-thumbnail", "hidden"],
    ["face", "face", "face"],
    ["face", "possible-child", "children"],
    ["face", "elderly", "old-age"],
    ["document", "passport", "document"],
    ["document", "medical-report", "medical"],
    ["document", "school-document", "school"],
    ["document", "pension-document", "old-age"],
    ["document", "bank-card", "money"],
    ["personal-text", "phone", "number"],
    ["personal-text", "wifi-password", "password"],
    ["barcode", "boarding-pass-code", "code"],
    ["unseen", "picture-unseen", null],
    ["identity", "a-type-of-tomorrow", "names"],
  ] as const)("of %s, %s, is the topic %s", (kind, type, topic) => {
    expect(helpTopicOf({ kind, type })).toBe(topic);
  });
});
