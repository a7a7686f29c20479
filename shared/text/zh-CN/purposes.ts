import type { Translation } from "../shape.ts";

type English = typeof import("../en/purposes.ts");

export const purpose: Translation<English["purpose"]> = {
  title: "副本做什么用？",
  social: "发到网上或发给别人",
  socialText:
    "隐藏信息全部清除，画面里的证件、号码和条码都遮住。缩小到适合屏幕，文件名换成普通名字。",
  form: "交材料、填表用",
  formText: "画面完整保留，看得清楚；画面以外的信息全部清除。文件名换成普通名字。",
  drive: "放到共享文件夹",
  driveText: "保留文件名和日期，方便别人查找；地点、人物和设备信息清除。",
};
