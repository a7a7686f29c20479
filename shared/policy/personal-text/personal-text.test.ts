import { describe, expect, it } from "vitest";
import { fold } from "../numbers/fold.ts";
import vectors from "../numbers/vectors.json" with { type: "json" };
import { chineseAddresses, westernAddresses } from "./addresses.ts";
import { labelsIn } from "./labels.ts";
import { phonesIn } from "./phones.ts";
import { dateIn, hasSurname, isChineseName, isLatinName } from "./shapes.ts";

const folded = (text: string) => fold(text).text;
const addressesIn = (text: string) => [...chineseAddresses(text), ...westernAddresses(text)];

describe("an address", () => {
  const known = vectors.filter(({ type }) => type === "CN_ADDRESS");

  it.each(known)("$value is one: $valid", ({ value, valid }) => {
    expect(addressesIn(folded(value)).length > 0).toBe(valid);
  });

  it("is a home only where it leads to a door or is written as on a letter", () => {
    const isHome = (text: string) => addressesIn(folded(text)).map((found) => found.isHome);
    expect(isHome("广东省深圳市福田区样本路88号示例花园6栋1203室")).toEqual([true]);
    expect(isHome("上海市黄浦区打浦路15号")).toEqual([false]);
    expect(isHome("123 Any Street, Anytown, WA 98101")).toEqual([true]);
    expect(isHome("12 Example Road")).toEqual([false]);
  });

  it.each([
    ["Musterstraße 12, 12345 Musterstadt"],
    ["12 rue de l'Exemple, 75001 Paris"],
    ["Calle Ejemplo 8, 28001 Madrid"],
    ["Via Esempio 5, 00100 Roma"],
    ["2 Kingdom Street Paddington, London, W2 6BD"],
  ])("is known in the form of its country: %s", (text) => {
    expect(addressesIn(folded(text)).map((found) => found.isHome)).toEqual([true]);
  });

  it.each([
    "2019年第3季度营收增长12%",
    "Figure 2. Samples per year",
    "房间号 305",
    "5 ways to win",
  ])("is not seen in: %s", (text) => {
    expect(addressesIn(folded(text))).toEqual([]);
  });

  it("is looked for in bounded time, whatever the print", () => {
    const began = Date.now();
    for (const part of ["路", "1路", "A ", "12 A ", "市区", "号楼1"]) addressesIn(part.repeat(700));
    expect(Date.now() - began).toBeLessThan(1_000);
  });
});

describe("a date", () => {
  it.each([
    ["1990年3月7日", "19900307"],
    ["1990 年 3 月 7 日", "19900307"],
    ["1990.03.07", "19900307"],
    ["07.03.1990", "19900307"],
    ["03/27/1990", "19900327"],
    ["7 MAR 1990", "19900307"],
    ["07 MAR/MARS 90", "19900307"],
    ["MARCH 7, 1990", "19900307"],
    ["民國79年3月7日", "19900307"],
    ["02 06 1961", "19610602"],
    ["出生 19900307", "19900307"],
    ["1990年3月", "19900301"],
  ])("%s is read", (text, date) => {
    expect(dateIn(folded(text))?.date).toBe(date);
  });

  it.each(["1990年13月7日", "31.02.1990", "12345678901", "10.0.0.1"])("%s is none", (text) => {
    expect(dateIn(folded(text))).toBeNull();
  });
});

describe("a name", () => {
  it("is two to four signs, with a family name where no label says so", () => {
    expect(["张三", "欧阳小明", "阿依古丽·买买提"].map(isChineseName)).toEqual([true, true, true]);
    expect(["姓名", "样本公司", "长江路", "数学成绩单"].map(isChineseName).slice(1)).toEqual([
      false,
      false,
      false,
    ]);
    expect(["王小明", "测试", "诸葛亮"].map(hasSurname)).toEqual([true, false, true]);
  });

  it("in Latin letters has words only", () => {
    const names = ["ERIKA MUSTERMANN", "O'BRIEN, JANE", "JEAN-LUC", "MÜLLER"];
    expect(names.map(isLatinName)).toEqual([true, true, true, true]);
    expect(["12 STREET", "DATE OF BIRTH", "A1B2", ""].map(isLatinName)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("a label", () => {
  const fields = (text: string) => labelsIn(fold(text), text).map(({ field }) => field);

  it.each([
    ["身份证号码：", ["id-number"]],
    ["姓 名 张三 性 别 男", ["full-name", "other"]],
    ["Geburtsdatum / Date of birth", ["birth-date", "birth-date"]],
    ["PRÉNOMS", ["full-name"]],
    ["Passport No. / Passeport No.", ["passport-number", "passport-number"]],
    ["WiFi密码", ["wifi-password"]],
    ["renamed", []],
    ["telescope", []],
  ])("%s asks for %j", (text, wanted) => {
    expect(fields(text)).toEqual(wanted);
  });
});

describe("a phone number", () => {
  it.each([
    ["Tel. +49 30 123456", "+4930123456"],
    ["电话+86 139 1234 5678", "+8613912345678"],
    ["(206) 555-0142", "+12065550142"],
  ])("is found in %s", (text, number) => {
    expect(phonesIn(folded(text)).map((found) => found.number)).toEqual([number]);
  });
});
