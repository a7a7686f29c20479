import { expect, it } from "vitest";
import { codeFindings, codeType } from "./barcode-content.ts";

/** Content and type; everybody in here is invented. */
const CONTENTS: readonly (readonly [string, string])[] = [
  ["wxp://f2f0aBcD1234567890", "payment-code"],
  ["https://qr.alipay.com/fkx012345678901234567", "payment-code"],
  ["upi://pay?pa=sample@bank&pn=Sample", "payment-code"],
  ["BEGIN:VCARD\r\nVERSION:3.0\r\nN:Muster;Erika\r\nTEL:+4900000000\r\nEND:VCARD", "contact-code"],
  ["MECARD:N:Muster,Erika;TEL:0000;;", "contact-code"],
  ["WIFI:T:WPA;S:Sample Home;P:correct horse;;", "wifi-code"],
  ["M1MUSTER/ERIKA MS     EABC123 PVGFRALH 0729 123Y012A0001 100", "boarding-pass-code"],
  ["@\n\u001e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678", "id-card-code"],
  ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "id-card-code"],
  ["1".repeat(1600), "id-card-code"],
  ["4".repeat(144), "ticket-code"],
  ["#UT01008000000102", "ticket-code"],
  ["otpauth://totp/Sample:erika?secret=JBSWY3DPEHPK3PXP", "secret-code"],
  ["BCD\n002\n1\nSCT\nBICVXXBBXXX\nErika Muster\nDE89370400440532013000\nEUR1", "transfer-code"],
  ["HC1:NCFOXN%TS3DH3ZSUZK", "health-code"],
  ["LPA:1$smdp.example$ABC", "sim-code"],
  ["bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "wallet-code"],
  ["mailto:erika@example.com", "message-code"],
  ["SMSTO:+86138:hi", "message-code"],
  ["geo:31.2,121.4", "place-code"],
  ["https://u.wechat.com/EAbcDefGh", "social-code"],
  ["https://example.com/app?token=abc", "web-token-code"],
  ["https://example.com/s/abcdefghijklmnopqrstuvwx1234", "web-token-code"],
  ["https://example.com/menu", "web-code"],
  ["RB123456785GB", "parcel-code"],
  ["RB123456784GB", "number-code"],
  ["1Z12345E0205271688", "parcel-code"],
  ["SF1234567890123", "parcel-code"],
  ["6228480012345678903", "number-code"],
  ["Hello, world", "text-code"],
];

it.each(CONTENTS)("knows what %j is for", (text, type) => {
  expect(codeType("QRCode", text)).toBe(type);
});

it("takes the bars on goods for goods, whatever their number looks like", () => {
  expect(codeType("EAN13", "6901234567892")).toBe("product-code");
});

it("shows of a code what its owner knows it by, and no more", () => {
  const shown = CONTENTS.map(([value, type]) => {
    const [one] = codeFindings([{ type, confidence: 1, box: [0, 0, 1, 1], value }]);
    return `${one?.severity} ${type} ${one?.value}`;
  });
  expect(shown).toEqual([
    "medium payment-code wxp",
    "medium payment-code qr.alipay.com",
    "medium payment-code upi",
    "high contact-code M••••",
    "high contact-code M••••",
    "high wifi-code S•••• H•••",
    "high boarding-pass-code M•••• E•••• M•",
    "critical id-card-code ••• (55)",
    "critical id-card-code ••• (44)",
    "critical id-card-code ••• (1600)",
    "high ticket-code ••• (144)",
    "high ticket-code ••• (17)",
    "critical secret-code ••• (51)",
    "high transfer-code ••• (66)",
    "high health-code ••• (22)",
    "high sim-code ••• (22)",
    "medium wallet-code ••• (42)",
    "medium message-code ••• (24)",
    "medium message-code ••• (15)",
    "medium place-code ••• (14)",
    "medium social-code ••• (30)",
    "medium web-token-code example.com",
    "medium web-token-code example.com",
    "low web-code example.com",
    "medium parcel-code RB********GB",
    "low number-code RB********GB",
    "medium parcel-code 1Z********88",
    "medium parcel-code SF********23",
    "low number-code 62********03",
    "low text-code ••• (12)",
  ]);
});
