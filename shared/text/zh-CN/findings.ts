import type { Translation } from "../shape.ts";

type English = typeof import("../en/findings.ts");

export const severity: Translation<English["severity"]> = {
  none: { name: "没有发现", hint: "没有发现会泄露您信息的内容。" },
  low: { name: "轻微", hint: "单独看没有害处，但多少透露了一点您的情况。" },
  medium: { name: "留意", hint: "给陌生人看之前，最好先清除。" },
  high: { name: "危险", hint: "会让陌生人知道一些可能对您不利的事。" },
  critical: { name: "马上处理", hint: "落到坏人手里，可能造成真正的伤害。" },
};

export const kind: Translation<English["kind"]> = {
  location: { name: "位置", question: "在哪里拍的？" },
  identity: { name: "身份", question: "谁拍的？拍的是谁？" },
  device: { name: "设备", question: "用哪部手机或相机拍的？" },
  time: { name: "时间", question: "什么时候拍的？" },
  thumbnail: { name: "缩略图", question: "里面还藏着旧画面吗？" },
  "hidden-data": { name: "隐藏数据", question: "文件里还有别的东西吗？" },
  face: { name: "人脸", question: "能看见谁的脸？" },
  document: { name: "证件", question: "画面里有证件或文件吗？" },
  "personal-text": { name: "个人文字", question: "能看清号码或姓名吗？" },
  barcode: { name: "扫码图案", question: "有可以扫的码吗？" },
  unseen: { name: "未能查看", question: "有什么没能看到？" },
};

export const finding: Translation<English["finding"]> = {
  face: {
    name: "人脸",
    why: "别人能认出这个人，程序也能在其他照片里找到同一张脸。",
  },
  "picture-waiting": {
    name: "画面还没看",
    why: "文件已经读过，但画面里有什么还没看。扫描时会看。",
  },
  "picture-unseen": {
    name: "没有看过画面",
    why: "这张图片打不开，没法看画面里有什么。里面有没有人脸或证件，谁也不知道。",
  },
  "frames-unseen": {
    name: "只看了第一幅画面",
    why: "这个文件有好几页，或者是会动的图片。其余的画面没有看过。",
  },
  "print-unread": {
    name: "没有读完",
    why: "这张图片上的字太多，在规定的时间里没能读完。请您自己看一看。",
  },
  child: {
    name: "儿童的脸",
    why: "看起来像是孩子。孩子还不能自己决定要不要被看到，这样的照片不该落到陌生人手里。年龄只是按外貌估计的。",
  },
  "possible-child": {
    name: "可能是儿童的脸",
    why: "可能是孩子，也可能是年轻人，无法确定，最好当作孩子的照片来对待。",
  },
  elderly: {
    name: "老人的脸",
    why: "看起来像是老人。骗子常盯上老人和他们的家人。年龄只是按外貌估计的。",
  },
  "possible-elderly": {
    name: "可能是老人的脸",
    why: "可能是老人，无法确定。骗子常盯上老人和他们的家人。",
  },
  portrait: {
    name: "证件上的头像",
    why: "卡片或证件上的小照片，属于那份证件；证件本身更危险。",
  },
  gps: {
    name: "精确的拍摄地点",
    why: "谁拿到这张照片，就能在地图上看到它是在哪里拍的，往往精确到哪一栋楼。在家拍的照片会暴露您的住址。",
  },
  "place-name": { name: "地名", why: "城市、街道或景点写在了文件里，说明您去过哪里。" },
  country: { name: "国家", why: "透露了您当时在哪个国家。" },
  "owner-name": { name: "机主姓名", why: "相机把主人的名字写进了照片。" },
  author: { name: "作者姓名", why: "陌生人能由此知道照片是谁拍的。" },
  copyright: { name: "版权声明", why: "里面通常有全名，有时还有地址。" },
  caption: { name: "说明文字", why: "文字里可能提到人名和地名。" },
  comment: { name: "备注", why: "写在文件里的一段话，看图时看不到。" },
  keywords: { name: "关键词", why: "用来搜索的词，常常包含人名、地名和事情。" },
  "person-name": {
    name: "人物姓名",
    why: "画面中人的名字写在了文件里，而他们并没有同意公开。",
  },
  "face-region": { name: "标记过的人脸", why: "有程序标出了每张脸的位置，常常还带着名字。" },
  contact: { name: "联系方式", why: "地址、电话或邮箱，骗子用得上。" },
  "host-computer": {
    name: "电脑或手机的名称",
    why: "写明了照片出自哪台设备，很多设备名里就有主人的名字。",
  },
  "serial-number": {
    name: "序列号",
    why: "这台相机拍的每张照片都带同一个号码，能把所有照片连在一起，也能连到您身上。",
  },
  "device-model": { name: "手机或相机型号", why: "透露了您用的是什么设备。" },
  "motion-sensor": { name: "拿相机的姿态", why: "设备的运动数据，可以用来辨认这台设备。" },
  software: { name: "使用的软件", why: "透露了照片经过哪些应用或系统。" },
  "unique-id": { name: "唯一编号", why: "凭这个编号，照片无论出现在哪里都能认出来。" },
  "live-photo": {
    name: "实况照片的关联编号",
    why: "静态照片和它的短视频里有同一个编号，靠它配成一对。去掉以后，两个文件还在，但只是一张照片和一段短视频，不能再当作实况照片播放。",
  },
  "capture-time": {
    name: "拍摄时间",
    why: "精确到秒。许多照片放在一起，就能看出您的生活规律。",
  },
  "modify-time": { name: "修改时间", why: "透露了照片最后一次编辑的时间。" },
  "embedded-thumbnail": {
    name: "图中的小图",
    why: "大图里裁掉或涂掉的东西，小图里可能还看得见。",
  },
  "thumbnail-differs": {
    name: "小图和大图不一样",
    why: "文件里的小图显示的内容和照片本身不同，可能正是被裁掉或涂掉的部分，谁都能看到。",
  },
  "embedded-preview": { name: "预览图", why: "文件里的另一张图，可能还留着被裁掉的部分。" },
  "maker-note": {
    name: "厂商备注",
    why: "只有相机厂商才看得懂的数据，里面常有序列号和设置。",
  },
  "edit-history": { name: "编辑记录", why: "一步一步记下了照片是怎样改的。" },
  "document-id": { name: "文档编号", why: "能把这张图和同一次编辑的其他文件联系起来。" },
  "ai-record": { name: "AI 使用记录", why: "里面有生成图片时输入的文字，或生成它的程序。" },
  "content-credentials": {
    name: "内容凭证",
    why: "一份带签名的来源记录，可能写着您的名字、设备和软件。",
  },
  "trailing-data": {
    name: "图片后面的数据",
    why: "附在图片结尾之后，看不见，却会跟着照片一起走。",
  },
  "embedded-image": { name: "藏着的另一张图", why: "一整张您看不到的图片。" },
  "embedded-video": {
    name: "藏着的视频",
    why: "这是动态照片：图片后面藏着几秒视频，常常还有声音。",
  },
  "vendor-block": {
    name: "厂商数据块",
    why: "相机或手机厂商附加的数据，里面到底有什么无法确定。",
  },
  "unknown-block": { name: "未知数据", why: "没有人说得清里面是什么，去掉更放心。" },
  "unknown-tag": { name: "未知条目", why: "含义没有公开，去掉更放心。" },
  "unreadable-block": {
    name: "读不懂的数据",
    why: "这部分已损坏，或者打包方式不明，里面什么都有可能。",
  },
  "timed-metadata": { name: "随视频记录的轨迹", why: "逐刻记录的信息，比如您走过的路线。" },
  geotiff: { name: "地图坐标", why: "把图片对应到了地图上的位置。" },
  script: { name: "小程序代码", why: "文件里的程序代码，图片本来用不着它。" },
  sidecar: { name: "旁边的说明文件", why: "照片旁边有个同名文件，记着同样的信息。" },
  other: { name: "其他信息", why: "会让陌生人知道他们不必知道的事。" },
};

export const stays: Translation<English["stays"]> = {
  pixels: "画面本身，一个像素都不变",
  repainted: "看起来一样的画面，以高质量重新保存",
  orientation: "照片的方向",
  "colour-profile": "原本的颜色",
  "gain-map": "原本的明暗（HDR）",
  "capture-time": "拍摄的日期和时间",
  resolution: "打印尺寸",
  animation: "动画效果",
  "drawn-box": "您标出的区域",
  other: "显示画面需要的信息",
};
